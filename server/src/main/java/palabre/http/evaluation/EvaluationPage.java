package palabre.http.evaluation;

import gg.jte.html.HtmlTemplateOutput;
import java.util.List;
import java.util.Optional;
import palabre.page.Page;
import palabre.text.Messages;

/**
 * What people think of a session that is over.
 *
 * @param session its title
 * @param said the catalogue's key of what became of an answer; empty when none was sent
 * @param untaken the key of why no answer is taken now; empty when one is
 */
record EvaluationPage(Messages m, String session, String said, String untaken, Optional<Form> form)
        implements Page {
    /** The questions, with what was answered before; 0: nothing yet. */
    record Form(String csrf, List<Integer> ratings, boolean mayComment, String comment) {}

    @Override
    public void write(HtmlTemplateOutput out) {
        JteevaluationPageGenerated.render(out, null, this);
    }
}
