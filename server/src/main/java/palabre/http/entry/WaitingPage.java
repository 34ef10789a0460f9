package palabre.http.entry;

import gg.jte.html.HtmlTemplateOutput;
import palabre.page.Page;
import palabre.text.Messages;

/**
 * For who has a seat and is not let in yet.
 *
 * @param told what the chair says to those who wait; may be empty
 * @param here the page's own address, ready for one more choice behind it
 * @param still whether the reader has stopped the page from loading itself again
 * @param script the address of what looks again without loading the page
 */
record WaitingPage(
        Messages m,
        String title,
        String why,
        String told,
        String here,
        boolean still,
        String script)
        implements Page {
    static final int LOOK_AGAIN_S = 5;

    @Override
    public void write(HtmlTemplateOutput out) {
        JtewaitingPageGenerated.render(out, null, this);
    }
}
