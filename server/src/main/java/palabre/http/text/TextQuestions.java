package palabre.http.text;

import java.util.Comparator;
import java.util.List;
import palabre.core.questions.Question;

/** Questions to the chair: to put, to vote up; for the chair, to show, answer or leave. */
record TextQuestions(TextContext c) {
    private static final int SHOWN = 20;

    boolean open() {
        return !c.room.meeting().closed();
    }

    /** Those that wait first, then by how many would like to hear the answer. */
    List<Question> all() {
        return c.view.room().meeting().questions().all().values().stream()
                .filter(q -> q.state() != Question.State.DISMISSED)
                .filter(q -> q.published() || c.chairs() || c.isMe(q.seat()))
                .sorted(
                        Comparator.comparing(Question::state)
                                .thenComparingInt(q -> -q.ups().size())
                                .thenComparingInt(Question::id))
                .toList();
    }

    /** So many are on the room's own page; all are found on a page of their own. */
    List<Question> shown() {
        return all().stream().limit(SHOWN).toList();
    }

    String words(Question q) {
        String ups =
                q.published() ? " (" + c.m.text("question.ups", "n", q.ups().size()) + ")" : "";
        return q.name() + ": " + q.text() + ups + " " + c.m.text("question." + state(q));
    }

    /** Whether the reader could say that they would like to hear the answer. */
    boolean supports(Question q) {
        return open()
                && q.state() == Question.State.PUBLISHED
                && !q.ups().contains(c.request.seat());
    }

    /** Whether the reader decides what becomes of it. */
    boolean handles(Question q) {
        return open() && c.presides() && q.state() != Question.State.ANSWERED;
    }

    private static String state(Question q) {
        return switch (q.state()) {
            case PUT -> "waits";
            case PUBLISHED, DISMISSED -> "shown";
            case ANSWERED -> "answered";
        };
    }
}
