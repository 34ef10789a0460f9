package palabre.http.entry;

import gg.jte.html.HtmlTemplateOutput;
import palabre.core.session.Plan;
import palabre.page.Page;
import palabre.text.Messages;

/**
 * The door as a page: what the session is to be, and the form by which one comes in.
 *
 * @param as in which part one joins
 * @param calendar the address of the calendar's entry; empty when there is none
 * @param refused why the form came back; empty when it is shown for the first time
 * @param nonce makes sending the form twice one joining
 * @param name already known, or typed before
 * @param version of the rules to accept; 0 when there are none
 * @param accepts whether the rules were accepted before the form came back
 */
record JoinPage(
        Messages m,
        String title,
        String as,
        boolean onRecord,
        Plan plan,
        String calendar,
        String refused,
        String nonce,
        String name,
        int version,
        boolean accepts)
        implements Page {
    @Override
    public void write(HtmlTemplateOutput out) {
        JtejoinPageGenerated.render(out, null, this);
    }
}
