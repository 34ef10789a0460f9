package palabre.http;

import java.util.Comparator;
import java.util.List;
import palabre.core.room.Question;
import palabre.text.Html;
import palabre.text.Messages;

/** Questions to the chair: to put, to vote up; for the chair, to show, answer or leave. */
final class TextQuestions {
    private final TextContext c;
    private final Messages m;

    TextQuestions(TextContext c) {
        this.c = c;
        this.m = c.m;
    }

    void write(Html page) {
        List<Question> all = shown();
        page.element("h2", m.text("question.label"));
        if (!all.isEmpty()) {
            page.raw("<ul id=\"questions\">");
            all.forEach(q -> question(page, q));
            page.raw("</ul>");
        }
        if (!c.room.meeting().closed()) {
            c.open(page, "question.put");
            c.form(page);
            c.area(page, "text", "question.text", "", Question.TEXT_MAX);
            c.button(page, "question.put", "question.put");
            page.raw("</form>").element("p", m.text("question.how"));
            c.close(page);
        }
    }

    /** Those that wait first, then by how many would like to hear the answer. */
    private List<Question> shown() {
        return c.view.room().meeting().questions().all().values().stream()
                .filter(q -> q.state() != Question.State.DISMISSED)
                .filter(q -> q.published() || c.chairs() || c.isMe(q.seat()))
                .sorted(
                        Comparator.comparing(Question::state)
                                .thenComparingInt(q -> -q.ups().size())
                                .thenComparingInt(Question::id))
                .toList();
    }

    private void question(Html page, Question q) {
        page.raw("<li id=\"question-" + q.id() + "\">").text(q.name() + ": " + q.text());
        if (q.published()) {
            page.text(" (" + m.text("question.ups", "n", q.ups().size()) + ")");
        }
        page.text(" " + m.text("question." + state(q)));
        boolean open = !c.room.meeting().closed();
        if (open && q.state() == Question.State.PUBLISHED && !q.ups().contains(c.request.seat())) {
            c.oneButton(page, "question.up " + q.id(), "question.up");
        }
        if (open && c.presides() && q.state() != Question.State.ANSWERED) {
            c.form(page);
            if (q.state() == Question.State.PUT) {
                c.button(page, "question.publish " + q.id(), "question.publish");
            }
            c.button(page, "question.answer " + q.id(), "question.answer");
            c.button(page, "question.dismiss " + q.id(), "question.dismiss");
            page.raw("</form>");
        }
        page.raw("</li>");
    }

    private static String state(Question q) {
        return switch (q.state()) {
            case PUT -> "waits";
            case PUBLISHED, DISMISSED -> "shown";
            case ANSWERED -> "answered";
        };
    }
}
