package palabre.core.room;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import palabre.core.Audience;
import palabre.core.agenda.Agenda;
import palabre.core.agenda.AgendaCommand;
import palabre.core.agenda.AgendaEvent;
import palabre.core.contacts.Contacts;
import palabre.core.polls.Polls;
import palabre.core.questions.Questions;
import palabre.core.results.Results;
import palabre.core.results.ResultsCommand;
import palabre.core.results.ResultsEvent;

/**
 * What a meeting has beside its floor.
 *
 * @param closedMs since when it is over; 0: it is not
 * @param takenOver what the session does not lay again
 */
public record Meeting(
        Agenda agenda,
        Results results,
        Polls polls,
        Questions questions,
        Contacts contacts,
        long closedMs,
        Set<TakenOver> takenOver) {
    public static final Meeting NEW =
            new Meeting(
                    Agenda.NONE,
                    Results.NONE,
                    Polls.NONE,
                    Questions.NONE,
                    Contacts.NONE,
                    0,
                    Set.of());

    public Meeting {
        takenOver = Collections.unmodifiableSet(new TreeSet<>(takenOver));
    }

    public boolean closed() {
        return closedMs > 0;
    }

    /** Whether the plan is another than was laid, and the agenda not yet the chair's. */
    public boolean awaits(AgendaCommand.LayAgenda plan) {
        return !takenOver.contains(TakenOver.AGENDA) && !agenda.isAs(plan);
    }

    /** Whether something was left open, and has not been brought. */
    public boolean awaits(ResultsCommand.CarryOver open) {
        return !takenOver.contains(TakenOver.OPEN_ACTIONS) && !open.entries().isEmpty();
    }

    Meeting evolve(RoomEvent.OnMeeting event, long atMs) {
        return switch (event) {
            case RoomEvent.OnAgenda e -> evolve(e.event(), atMs);
            case RoomEvent.OnResults e -> evolve(e.event(), atMs);
            case RoomEvent.OnPolls e ->
                    new Meeting(
                            agenda,
                            results,
                            polls.evolve(e.event()),
                            questions,
                            contacts,
                            closedMs,
                            takenOver);
            case RoomEvent.OnQuestions e ->
                    new Meeting(
                            agenda,
                            results,
                            polls,
                            questions.evolve(e.event()),
                            contacts,
                            closedMs,
                            takenOver);
            case RoomEvent.OnContacts e ->
                    new Meeting(
                            agenda,
                            results,
                            polls,
                            questions,
                            contacts.evolve(e.event()),
                            closedMs,
                            takenOver);
        };
    }

    private Meeting evolve(AgendaEvent event, long atMs) {
        Agenda now = agenda.evolve(event, atMs);
        return event instanceof AgendaEvent.AgendaLaid ? with(now) : changed(now);
    }

    private Meeting evolve(ResultsEvent event, long atMs) {
        Meeting now = with(results.evolve(event));
        return switch (event) {
            case ResultsEvent.MeetingClosed _ ->
                    new Meeting(agenda, results, polls, questions, contacts, atMs, takenOver);
            case ResultsEvent.ResultNoted e ->
                    e.entry().carried() ? now.takingOver(TakenOver.OPEN_ACTIONS) : now;
            case ResultsEvent.ResultRemoved _,
                    ResultsEvent.NoneDeclared _,
                    ResultsEvent.NextSet _,
                    ResultsEvent.ResultsApproved _ ->
                    now;
        };
    }

    private Meeting with(Results now) {
        return new Meeting(agenda, now, polls, questions, contacts, closedMs, takenOver);
    }

    /** From now on the agenda is the chair's. */
    Meeting changed(Agenda now) {
        return with(now).takingOver(TakenOver.AGENDA);
    }

    private Meeting takingOver(TakenOver part) {
        Set<TakenOver> next = new TreeSet<>(takenOver);
        next.add(part);
        return new Meeting(agenda, results, polls, questions, contacts, closedMs, next);
    }

    private Meeting with(Agenda now) {
        return new Meeting(now, results, polls, questions, contacts, closedMs, takenOver);
    }

    /** As the audience sees it. */
    Meeting seenBy(Audience audience) {
        return new Meeting(
                agenda,
                results,
                polls.withoutBallots(),
                questions.seenBy(audience),
                Contacts.NONE,
                closedMs,
                Set.of());
    }
}
