package palabre.codec;

import static palabre.codec.CommandForm.form;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import palabre.core.Code;
import palabre.core.Texts;
import palabre.core.floor.Ask;
import palabre.core.floor.FloorCommand;
import palabre.core.policy.RequestKind;
import palabre.core.room.RoomCommand;

/** Commands of those who speak, and of those who help others to. */
final class FloorForms {
    /** A BCP 47 tag, by its form. */
    private static final Pattern LANGUAGE =
            Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");

    static final Map<String, CommandForm> ALL =
            Map.ofEntries(
                    form(
                            "floor.request",
                            f ->
                                    RoomCommand.of(
                                            new FloorCommand.RequestFloor(ask(f), f.seat("for"))),
                            "kind",
                            "topic",
                            "language",
                            "replyTo",
                            "delayed",
                            "for"),
                    form(
                            "floor.queue",
                            f ->
                                    RoomCommand.of(
                                            new FloorCommand.QueueOnSite(
                                                    f.name("name"),
                                                    f.text("team", Texts.NAME_MAX).orElse(""),
                                                    f.text("site", Texts.NAME_MAX).orElse(""),
                                                    ask(f))),
                            "name",
                            "team",
                            "site",
                            "kind",
                            "topic",
                            "language",
                            "replyTo",
                            "delayed"),
                    form(
                            "floor.change",
                            f ->
                                    RoomCommand.of(
                                            new FloorCommand.ChangeRequest(
                                                    f.request("request"),
                                                    f.text("topic", Texts.LINE_MAX),
                                                    language(f),
                                                    f.word("kind", RequestKind::fromWire))),
                            "request",
                            "topic",
                            "language",
                            "kind"),
                    form(
                            "floor.requeue",
                            f -> RoomCommand.of(new FloorCommand.Requeue(f.request("request"))),
                            "request"),
                    form(
                            "floor.release",
                            f ->
                                    RoomCommand.of(
                                            new FloorCommand.ReleaseFloor(f.request("request"))),
                            "request"),
                    form(
                            "floor.handover",
                            f ->
                                    RoomCommand.of(
                                            new FloorCommand.HandOver(
                                                    f.request("request"),
                                                    Fields.must(f.seat("to")))),
                            "request",
                            "to"));

    private FloorForms() {}

    private static Ask ask(Fields f) throws Unreadable {
        return new Ask(
                f.word("kind", RequestKind::fromWire).orElse(RequestKind.SPEECH),
                f.text("topic", Texts.LINE_MAX).orElse(""),
                language(f).orElse(""),
                f.request("replyTo"),
                f.flag("delayed", false));
    }

    private static Optional<String> language(Fields f) throws Unreadable {
        Optional<String> tag = f.text("language", Texts.NAME_MAX);
        if (tag.filter(t -> !t.isEmpty() && !LANGUAGE.matcher(t).matches()).isPresent()) {
            throw new Unreadable(Code.BAD_FIELD);
        }
        return tag;
    }
}
