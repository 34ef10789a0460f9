package palabre.report;

import java.util.Locale;
import palabre.text.Html;

/** Bars as SVG, drawn here: no script, readable by a screen reader, in the page's own colours. */
final class Chart {
    private static final int WIDTH = 320;
    private static final int ROW = 44;
    private static final int BAR = 14;

    private Chart() {}

    static String bars(Report.Block.Bars chart) {
        double most = chart.bars().stream().mapToDouble(Report.Bar::value).max().orElse(0);
        int height = Math.max(1, chart.bars().size()) * ROW;
        Html svg = new Html();
        svg.raw("<svg role=\"img\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .raw(WIDTH + " " + height + "\" style=\"max-width:100%;height:auto\">")
                .element("title", chart.title() + ": " + said(chart));
        int y = 0;
        for (Report.Bar bar : chart.bars()) {
            double share = most == 0 ? 0 : Math.max(0, bar.value()) / most;
            String width = String.format(Locale.ROOT, "%.1f", share * WIDTH);
            svg.raw("<text x=\"0\" y=\"" + (y + 16) + "\" font-size=\"15\" fill=\"currentColor\">")
                    .text(bar.name())
                    .raw("</text><text x=\"" + WIDTH + "\" y=\"" + (y + 16))
                    .raw("\" font-size=\"15\" text-anchor=\"end\" fill=\"currentColor\">")
                    .text(bar.said())
                    .raw("</text><rect x=\"0\" y=\"" + (y + 22) + "\" height=\"" + BAR)
                    .raw("\" width=\"" + width + "\" fill=\"currentColor\" fill-opacity=\"0.6\"/>");
            y += ROW;
        }
        return svg.raw("</svg>").toString();
    }

    private static String said(Report.Block.Bars chart) {
        StringBuilder all = new StringBuilder();
        chart.bars().forEach(b -> all.append(b.name()).append(' ').append(b.said()).append("; "));
        return all.toString();
    }
}
