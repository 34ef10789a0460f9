package palabre.report;

import java.util.List;
import palabre.text.Html;

/** A report as the inside of a web page; its charts are drawn in it. */
public final class HtmlReport {
    private HtmlReport() {}

    public static void write(Html page, Report report) {
        page.element("h1", report.title());
        for (Report.Block block : report.blocks()) {
            switch (block) {
                case Report.Block.Heading b -> page.element("h" + b.level(), b.text());
                case Report.Block.Paragraph b -> page.element("p", b.text());
                case Report.Block.Bullets b -> {
                    page.raw("<ul>");
                    b.items().forEach(i -> page.element("li", i));
                    page.raw("</ul>");
                }
                case Report.Block.Table b -> table(page, b);
                case Report.Block.Bars b -> page.raw(Chart.bars(b));
            }
        }
    }

    private static void table(Html page, Report.Block.Table table) {
        page.raw("<div style=\"overflow-x:auto\" tabindex=\"0\" role=\"region\" aria-label=\"");
        page.text(String.join(", ", table.head())).raw("\"><table><thead><tr>");
        table.head().forEach(h -> page.element("th scope=\"col\" style=\"text-align:start\"", h));
        page.raw("</tr></thead><tbody>");
        for (List<String> row : table.rows()) {
            page.raw("<tr>").element("th scope=\"row\" style=\"text-align:start\"", row.getFirst());
            row.stream().skip(1).forEach(cell -> page.element("td", cell));
            page.raw("</tr>");
        }
        page.raw("</tbody></table></div>");
    }
}
