package palabre.core.room;

/**
 * What a meeting has beside its floor.
 *
 * @param closedMs since when it is over; 0: it is not
 */
public record Meeting(
        Agenda agenda,
        Results results,
        Polls polls,
        Questions questions,
        Contacts contacts,
        long closedMs) {
    public static final Meeting NEW =
            new Meeting(Agenda.NONE, Results.NONE, Polls.NONE, Questions.NONE, Contacts.NONE, 0);

    public boolean closed() {
        return closedMs > 0;
    }

    Meeting evolve(MeetingEvent event, long atMs) {
        return switch (event) {
            case AgendaEvent e -> with(agenda.evolve(e, atMs));
            case ResultsEvent.MeetingClosed _ ->
                    new Meeting(agenda, results, polls, questions, contacts, atMs);
            case ResultsEvent e ->
                    new Meeting(agenda, results.evolve(e), polls, questions, contacts, closedMs);
            case PollEvent e ->
                    new Meeting(agenda, results, polls.evolve(e), questions, contacts, closedMs);
            case QuestionEvent e ->
                    new Meeting(agenda, results, polls, questions.evolve(e), contacts, closedMs);
            case ContactEvent e ->
                    new Meeting(agenda, results, polls, questions, contacts.evolve(e), closedMs);
        };
    }

    Meeting with(Agenda now) {
        return new Meeting(now, results, polls, questions, contacts, closedMs);
    }

    /** As the audience sees it. */
    Meeting seenBy(Audience audience) {
        return new Meeting(
                agenda,
                results,
                polls.withoutBallots(),
                questions.seenBy(audience),
                Contacts.NONE,
                closedMs);
    }
}
