package palabre.http.text;

import gg.jte.html.HtmlTemplateOutput;
import java.util.List;
import palabre.core.questions.Question;
import palabre.core.room.People;
import palabre.http.lists.ListQuery;
import palabre.page.Page;

/**
 * All questions that the reader sees, as a page of its own: found by who asks or by their words.
 *
 * @param found those that the search found, in the order in which the room's own page has them
 */
record TextQuestionList(TextContext c, ListQuery query, List<Question> found) implements Page {
    /** So many are on a page of the list. */
    private static final int PAGE = 50;

    static TextQuestionList of(TextContext c, ListQuery query) {
        String wanted = People.plain(query.search().strip());
        return new TextQuestionList(
                c,
                query,
                new TextQuestions(c)
                        .all().stream()
                                .filter(q ->
                                        People.plain(q.name() + "\n" + q.text()).contains(wanted))
                                .toList());
    }

    @Override
    public void write(HtmlTemplateOutput out) {
        JtetextQuestionListGenerated.render(out, null, this);
    }

    List<Question> shown() {
        return found.stream().skip(query.after()).limit(PAGE).toList();
    }

    TextPages pages() {
        return new TextPages(c, "questions", query, PAGE, found.size());
    }
}
