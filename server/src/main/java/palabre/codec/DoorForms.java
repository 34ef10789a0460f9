package palabre.codec;

import static palabre.codec.CommandForm.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import palabre.core.Code;
import palabre.core.Limit;
import palabre.core.LinkId;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.Texts;
import palabre.core.coordination.CoordinationCommand;
import palabre.core.lobby.LobbyCommand;
import palabre.core.publicview.PublicViewCommand;
import palabre.core.recording.RecordingCommand;
import palabre.core.room.RoomCommand;

/** Commands about lobby, mode, public view, groups and moving people. */
final class DoorForms {
    private static final int PEOPLE_MAX = 2_000;
    private static final int DELAY_MAX_S = 600;

    static final Map<String, CommandForm> ALL =
            Map.ofEntries(
                    form("lobby.open", _ -> RoomCommand.of(new LobbyCommand.OpenLobby())),
                    form("lobby.close", _ -> RoomCommand.of(new LobbyCommand.CloseLobby())),
                    form(
                            "lobby.admit",
                            f -> RoomCommand.of(new LobbyCommand.Admit(f.seat())),
                            "seat"),
                    form("lobby.all", _ -> RoomCommand.of(new LobbyCommand.AdmitAll())),
                    form(
                            "lobby.refuse",
                            f -> RoomCommand.of(new LobbyCommand.RefuseEntry(f.seat())),
                            "seat"),
                    form(
                            "lobby.tell",
                            f ->
                                    RoomCommand.of(
                                            new LobbyCommand.TellLobby(
                                                    f.text("text", Texts.LINE_MAX).orElse(""))),
                            "text"),
                    form(
                            "mode.propose",
                            f ->
                                    RoomCommand.of(
                                            new RecordingCommand.ProposeMode(
                                                    Fields.must(f.choice("onRecord")))),
                            "onRecord"),
                    form("mode.agree", _ -> RoomCommand.of(new RecordingCommand.AgreeToMode())),
                    form("mode.drop", _ -> RoomCommand.of(new RecordingCommand.DropMode())),
                    form("mode.insist", _ -> RoomCommand.of(new RecordingCommand.InsistOnMode())),
                    form(
                            "public.view",
                            f ->
                                    RoomCommand.of(
                                            new PublicViewCommand.SetPublicView(
                                                    f.flag("cut", false),
                                                    f.number("delay", 0, DELAY_MAX_S).orElse(0L)
                                                            * 1_000)),
                            "cut",
                            "delay"),
                    form(
                            "groups.open",
                            DoorForms::groups,
                            "groups",
                            "mix",
                            "seed",
                            "seconds",
                            "onRecord"),
                    form(
                            "link.close",
                            f -> RoomCommand.of(new CoordinationCommand.CloseLink(link(f))),
                            "link"),
                    form("groups.call", _ -> RoomCommand.of(new CoordinationCommand.CallBack())),
                    form(
                            "people.move",
                            f ->
                                    RoomCommand.of(
                                            new CoordinationCommand.MovePeople(
                                                    seats(Fields.must(f.list("seats", PEOPLE_MAX))),
                                                    room(f.name("room")))),
                            "seats",
                            "room"));

    private DoorForms() {}

    private static RoomCommand groups(Fields f) throws Unreadable {
        CoordinationCommand.Mix mix =
                f.word("mix", DoorForms::mix).orElse(CoordinationCommand.Mix.BY_HAND);
        List<CoordinationCommand.GroupPlan> groups = new ArrayList<>();
        for (JsonNode node : Fields.must(f.list("groups", Limit.GROUPS.most()))) {
            Fields g = Fields.of(node, Set.of("title", "seats"));
            groups.add(
                    new CoordinationCommand.GroupPlan(
                            g.title("title"),
                            seats(g.list("seats", PEOPLE_MAX).orElse(List.of()))));
        }
        if (groups.isEmpty()) {
            throw new Unreadable(Code.BAD_FIELD);
        }
        return RoomCommand.of(
                new CoordinationCommand.OpenGroups(
                        groups,
                        mix,
                        f.number("seed"),
                        f.seconds("seconds", 0).orElse(0L),
                        f.flag("onRecord", false)));
    }

    private static Optional<CoordinationCommand.Mix> mix(String word) {
        return switch (word) {
            case "hand" -> Optional.of(CoordinationCommand.Mix.BY_HAND);
            case "teams" -> Optional.of(CoordinationCommand.Mix.TEAMS);
            case "random" -> Optional.of(CoordinationCommand.Mix.RANDOM);
            default -> Optional.empty();
        };
    }

    private static List<SeatId> seats(List<JsonNode> nodes) throws Unreadable {
        List<SeatId> seats = new ArrayList<>();
        for (JsonNode node : nodes) {
            if (!node.isTextual()) {
                throw new Unreadable(Code.BAD_FIELD);
            }
            seats.add(Fields.seatId(node.textValue()));
        }
        return seats;
    }

    private static LinkId link(Fields f) throws Unreadable {
        try {
            return new LinkId(f.name("link"));
        } catch (IllegalArgumentException e) {
            throw new Unreadable(Code.BAD_FIELD);
        }
    }

    private static RoomId room(String id) throws Unreadable {
        try {
            return new RoomId(id);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(Code.BAD_FIELD);
        }
    }
}
