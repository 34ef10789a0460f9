package palabre.page;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;

/** A template with what it is to show. */
@FunctionalInterface
public interface Page {
    void write(HtmlTemplateOutput out);

    /** The page as UTF-8; whatever is not the template's own is escaped. */
    default byte[] bytes() {
        Utf8ByteOutput bytes = new Utf8ByteOutput();
        write(new OwaspHtmlTemplateOutput(bytes));
        return bytes.toByteArray();
    }
}
