package palabre.http.record;

import gg.jte.html.HtmlTemplateOutput;
import java.util.List;
import palabre.page.Page;
import palabre.report.Report;
import palabre.text.Messages;

/** Minutes or statistics, with links to their other forms. */
record PackPage(Messages m, Report report, List<Other> others) implements Page {
    record Other(String address, String words) {}

    @Override
    public void write(HtmlTemplateOutput out) {
        JtepackPageGenerated.render(out, null, this);
    }
}
