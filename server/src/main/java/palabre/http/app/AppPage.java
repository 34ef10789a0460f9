package palabre.http.app;

import gg.jte.html.HtmlTemplateOutput;
import palabre.page.Page;
import palabre.text.Messages;

/**
 * What loads the app; without scripts it leads to the text page.
 *
 * @param text the address of the text page
 * @param style the address of the app's style
 * @param script the address of the app
 */
record AppPage(
        Messages m,
        String title,
        String room,
        String seat,
        boolean onRecord,
        String as,
        String text,
        String style,
        String script)
        implements Page {
    @Override
    public void write(HtmlTemplateOutput out) {
        JteappPageGenerated.render(out, null, this);
    }
}
