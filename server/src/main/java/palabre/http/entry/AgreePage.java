package palabre.http.entry;

import gg.jte.html.HtmlTemplateOutput;
import palabre.page.Page;
import palabre.text.Messages;

/**
 * The room has gone on the record: nobody comes into it who does not know.
 *
 * @param address to which the agreement is sent
 * @param text whether it leads to the text page, not to the app
 */
record AgreePage(Messages m, String title, String address, String csrf, boolean text)
        implements Page {
    @Override
    public void write(HtmlTemplateOutput out) {
        JteagreePageGenerated.render(out, null, this);
    }
}
