package palabre.http.organiser;

import gg.jte.html.HtmlTemplateOutput;
import palabre.coordination.Eraser;
import palabre.page.Page;
import palabre.text.Messages;

/**
 * That a session was erased, for the organiser: what was destroyed, and what was not reached.
 *
 * @param desk the address of the organiser's page
 */
record ErasedPage(Messages m, Eraser.Proof proof, String desk) implements Page {
    @Override
    public void write(HtmlTemplateOutput out) {
        JteerasedPageGenerated.render(out, null, this);
    }
}
