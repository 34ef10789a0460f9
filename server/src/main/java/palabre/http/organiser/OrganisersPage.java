package palabre.http.organiser;

import gg.jte.html.HtmlTemplateOutput;
import java.util.List;
import palabre.page.Page;
import palabre.secrets.Base32;
import palabre.text.Messages;

/**
 * Who prepares sessions, for the host. The host's own link is replaced only by a tick, since the
 * bookmark is good for nothing afterwards.
 *
 * @param home the address of the host's page
 * @param refused why nothing was done; may be empty
 */
record OrganisersPage(
        Messages m, String home, String refused, String hostsLink, List<Entry> entries)
        implements Page {
    /**
     * @param link empty when it is withdrawn
     */
    record Entry(String number, String name, long sessions, String link) {}

    @Override
    public void write(HtmlTemplateOutput out) {
        JteorganisersPageGenerated.render(out, null, this);
    }

    /** Makes a form count once, however often it is sent. */
    String once() {
        return Base32.random(16);
    }
}
