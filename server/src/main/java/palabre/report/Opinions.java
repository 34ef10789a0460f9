package palabre.report;

import java.util.List;
import java.util.Locale;
import palabre.core.polls.Poll;
import palabre.core.polls.PollKind;
import palabre.core.polls.PollTerms;
import palabre.core.polls.Tally;
import palabre.core.room.Room;
import palabre.core.session.Lifecycle;

/** What people voted and what they thought, as tables for spreadsheets; without names. */
public final class Opinions {
    private Opinions() {}

    /**
     * Polls: a row for each answer of each group; an empty group is everybody. What is hidden until
     * it is closed is left out until then.
     */
    public static String polls(List<Room> rooms) {
        Csv csv = new Csv("room", "poll", "question", "kind", "answer", "group", "count");
        for (Room room : rooms) {
            for (Poll poll : room.meeting().polls().all().values()) {
                if (!(poll.open() && poll.terms().hidden())) {
                    poll(csv, room.charter().title(), poll);
                }
            }
        }
        return csv.toString();
    }

    private static void poll(Csv csv, String room, Poll poll) {
        PollTerms terms = poll.terms();
        Tally tally = poll.standing();
        String kind = terms.kind().name().toLowerCase(Locale.ROOT);
        tally.words()
                .forEach(
                        (word, n) -> csv.row(room, poll.id(), terms.question(), kind, word, "", n));
        for (int i = 0; i < tally.counts().size(); i++) {
            String answer =
                    terms.kind() == PollKind.RATING
                            ? Integer.toString(i + 1)
                            : terms.options().get(i);
            int at = i;
            csv.row(room, poll.id(), terms.question(), kind, answer, "", tally.counts().get(i));
            tally.teams()
                    .forEach((team, counts) ->
                            csv.row(
                                    room,
                                    poll.id(),
                                    terms.question(),
                                    kind,
                                    answer,
                                    team,
                                    counts.get(at)));
        }
    }

    /**
     * The questionnaire at the end: how often each rating was given to each question, and what
     * people wrote.
     *
     * @param answers that may be shown
     * @param questions in the reader's words
     */
    public static String evaluations(List<Lifecycle.Evaluation> answers, List<String> questions) {
        Csv csv = new Csv("question", "answer", "count");
        for (int q = 0; q < Lifecycle.QUESTIONS && !answers.isEmpty(); q++) {
            for (int rating = 1; rating <= 5; rating++) {
                int at = q;
                int given = rating;
                long count = answers.stream().filter(e -> e.ratings().get(at) == given).count();
                csv.row(questions.get(q), rating, count);
            }
        }
        comments(answers).forEach(c -> csv.row("comment", c, 1));
        return csv.toString();
    }

    /** What people wrote, in an order that does not tell whose ratings go with it. */
    public static List<String> comments(List<Lifecycle.Evaluation> answers) {
        return answers.stream()
                .map(Lifecycle.Evaluation::comment)
                .filter(c -> !c.isEmpty())
                .sorted()
                .toList();
    }
}
