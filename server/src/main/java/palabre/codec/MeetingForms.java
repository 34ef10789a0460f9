package palabre.codec;

import static palabre.codec.CommandForm.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import palabre.core.Code;
import palabre.core.Texts;
import palabre.core.agenda.AgendaCommand;
import palabre.core.contacts.ContactCommand;
import palabre.core.contacts.Contacts;
import palabre.core.polls.PollCommand;
import palabre.core.polls.PollKind;
import palabre.core.polls.PollTerms;
import palabre.core.questions.Question;
import palabre.core.questions.QuestionCommand;
import palabre.core.results.NextMeeting;
import palabre.core.results.Result;
import palabre.core.results.ResultKind;
import palabre.core.results.ResultsCommand;
import palabre.core.room.RoomCommand;

/** Commands about agenda, results, polls, questions and contacts. */
final class MeetingForms {
    static final Map<String, CommandForm> ALL =
            Map.ofEntries(
                    form(
                            "agenda.begin",
                            f -> RoomCommand.of(new AgendaCommand.BeginItem(counted(f, "item"))),
                            "item"),
                    form(
                            "agenda.add",
                            f ->
                                    RoomCommand.of(
                                            new AgendaCommand.AddItem(
                                                    f.title("title"),
                                                    f.seconds("seconds", 0).orElse(0L))),
                            "title",
                            "seconds"),
                    form(
                            "agenda.end",
                            f -> RoomCommand.of(new AgendaCommand.EndItem(counted(f, "item"))),
                            "item"),
                    form(
                            "agenda.extend",
                            f ->
                                    RoomCommand.of(
                                            new AgendaCommand.ExtendItem(
                                                    counted(f, "item"),
                                                    Fields.must(f.seconds("seconds", 1)))),
                            "item",
                            "seconds"),
                    form(
                            "agenda.skip",
                            f -> RoomCommand.of(new AgendaCommand.SkipItem(counted(f, "item"))),
                            "item"),
                    form(
                            "agenda.move",
                            f ->
                                    RoomCommand.of(
                                            new AgendaCommand.MoveItem(
                                                    counted(f, "item"), count(f, "behind"))),
                            "item",
                            "behind"),
                    form("result.note", MeetingForms::note, "entry", "kind", "text", "who", "due"),
                    form(
                            "result.remove",
                            f ->
                                    RoomCommand.of(
                                            new ResultsCommand.RemoveResult(counted(f, "entry"))),
                            "entry"),
                    form(
                            "result.done",
                            f ->
                                    RoomCommand.of(
                                            new ResultsCommand.MarkDone(
                                                    counted(f, "entry"), f.flag("done", true))),
                            "entry",
                            "done"),
                    form(
                            "result.none",
                            f ->
                                    RoomCommand.of(
                                            new ResultsCommand.DeclareNone(
                                                    Fields.must(
                                                            f.word(
                                                                    "kind",
                                                                    named(ResultKind.values()))))),
                            "kind"),
                    form(
                            "next.set",
                            f -> RoomCommand.of(new ResultsCommand.SetNext(next(f))),
                            "start",
                            "zone",
                            "place"),
                    form(
                            "next.none",
                            _ -> RoomCommand.of(new ResultsCommand.SetNext(NextMeeting.NEVER))),
                    form(
                            "results.approve",
                            _ -> RoomCommand.of(new ResultsCommand.ApproveResults())),
                    form("session.close", _ -> RoomCommand.of(new ResultsCommand.CloseMeeting())),
                    form(
                            "poll.open",
                            f -> RoomCommand.of(new PollCommand.OpenPoll(terms(f))),
                            "question",
                            "kind",
                            "options",
                            "anonymous",
                            "hidden"),
                    form(
                            "poll.close",
                            f -> RoomCommand.of(new PollCommand.ClosePoll(counted(f, "poll"))),
                            "poll"),
                    form(
                            "poll.vote",
                            f ->
                                    RoomCommand.of(
                                            new PollCommand.Vote(
                                                    counted(f, "poll"),
                                                    choices(f),
                                                    texts(
                                                            f,
                                                            "words",
                                                            PollTerms.WORDS_MAX,
                                                            Texts.NAME_MAX),
                                                    f.seat("for"))),
                            "poll",
                            "choices",
                            "words",
                            "for"),
                    form(
                            "question.put",
                            f ->
                                    RoomCommand.of(
                                            new QuestionCommand.PutQuestion(
                                                    some(f.paragraphs("text", Question.TEXT_MAX)))),
                            "text"),
                    form(
                            "question.up",
                            f -> RoomCommand.of(new QuestionCommand.Upvote(counted(f, "question"))),
                            "question"),
                    form(
                            "question.publish",
                            f ->
                                    RoomCommand.of(
                                            new QuestionCommand.PublishQuestion(
                                                    counted(f, "question"))),
                            "question"),
                    form(
                            "question.answer",
                            f ->
                                    RoomCommand.of(
                                            new QuestionCommand.AnswerQuestion(
                                                    counted(f, "question"))),
                            "question"),
                    form(
                            "question.dismiss",
                            f ->
                                    RoomCommand.of(
                                            new QuestionCommand.DismissQuestion(
                                                    counted(f, "question"))),
                            "question"),
                    form(
                            "contact.card",
                            f ->
                                    RoomCommand.of(
                                            new ContactCommand.WriteCard(
                                                    f.paragraphs("card", Contacts.CARD_MAX))),
                            "card"),
                    form(
                            "contact.want",
                            f -> RoomCommand.of(new ContactCommand.WantContact(f.seat())),
                            "seat"),
                    form(
                            "contact.unwant",
                            f -> RoomCommand.of(new ContactCommand.UnwantContact(f.seat())),
                            "seat"));

    private MeetingForms() {}

    private interface Named<T> extends java.util.function.Function<String, Optional<T>> {}

    private static <T extends Enum<T>> Named<T> named(T[] all) {
        return word -> {
            for (T each : all) {
                if (Shapes.small(each).equals(word)) {
                    return Optional.of(each);
                }
            }
            return Optional.empty();
        };
    }

    private static Optional<Integer> count(Fields f, String field) throws Unreadable {
        return f.number(field, 1, 1_000_000).map(Long::intValue);
    }

    private static int counted(Fields f, String field) throws Unreadable {
        return Fields.must(count(f, field));
    }

    private static String some(String text) throws Unreadable {
        if (text.isBlank()) {
            throw new Unreadable(Code.BAD_FIELD);
        }
        return text;
    }

    private static RoomCommand note(Fields f) throws Unreadable {
        ResultKind kind = Fields.must(f.word("kind", named(ResultKind.values())));
        String due = f.text("due", Texts.NAME_MAX).orElse("");
        try {
            if (!due.isEmpty()) {
                LocalDate.parse(due);
            }
        } catch (DateTimeException e) {
            throw new Unreadable(Code.BAD_TIME);
        }
        return RoomCommand.of(
                new ResultsCommand.NoteResult(
                        count(f, "entry"),
                        kind,
                        some(f.paragraphs("text", Result.TEXT_MAX)),
                        f.text("who", Texts.NAME_MAX).orElse(""),
                        due));
    }

    private static NextMeeting next(Fields f) throws Unreadable {
        String start = f.name("start").replace(' ', 'T');
        String zone = f.name("zone");
        PlanReader.moment(start, zone);
        return new NextMeeting(start, zone, f.text("place", Texts.LINE_MAX).orElse(""));
    }

    private static PollTerms terms(Fields f) throws Unreadable {
        PollTerms terms =
                new PollTerms(
                        f.title("question"),
                        Fields.must(f.word("kind", named(PollKind.values()))),
                        texts(f, "options", PollTerms.OPTIONS_MAX, Texts.LINE_MAX),
                        f.flag("anonymous", false),
                        f.flag("hidden", false));
        if (!terms.coherent()) {
            throw new Unreadable(Code.BAD_FIELD);
        }
        return terms;
    }

    private static List<Integer> choices(Fields f) throws Unreadable {
        List<Integer> choices = new ArrayList<>();
        for (JsonNode n : f.list("choices", PollTerms.OPTIONS_MAX).orElse(List.of())) {
            if (!n.isInt() || n.intValue() < 0 || n.intValue() >= PollTerms.OPTIONS_MAX) {
                throw new Unreadable(Code.BAD_FIELD);
            }
            choices.add(n.intValue());
        }
        return choices;
    }

    private static List<String> texts(Fields f, String field, int most, int length)
            throws Unreadable {
        List<String> texts = new ArrayList<>();
        for (JsonNode n : f.list(field, most).orElse(List.of())) {
            String text = n.asText().strip();
            if (!n.isTextual() || text.isEmpty() || !Texts.isLine(text, length)) {
                throw new Unreadable(Code.BAD_FIELD);
            }
            texts.add(text);
        }
        return texts;
    }
}
