package palabre.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Bars as they are drawn.
 *
 * @param title says all of it to who does not see it
 */
record Chart(String title, int height, List<Row> rows) {
    static final int WIDTH = 320;
    private static final int ROW = 44;

    /**
     * @param y how far down it begins
     * @param width of the bar, at most {@link #WIDTH}
     */
    record Row(int y, String name, String said, String width) {}

    static Chart of(Report.Block.Bars chart) {
        double most = chart.bars().stream().mapToDouble(Report.Bar::value).max().orElse(0);
        List<Row> rows = new ArrayList<>();
        for (Report.Bar bar : chart.bars()) {
            double share = most == 0 ? 0 : Math.max(0, bar.value()) / most;
            String width = String.format(Locale.ROOT, "%.1f", share * WIDTH);
            rows.add(new Row(rows.size() * ROW, bar.name(), bar.said(), width));
        }
        return new Chart(chart.title() + ": " + said(chart), Math.max(1, rows.size()) * ROW, rows);
    }

    private static String said(Report.Block.Bars chart) {
        StringBuilder all = new StringBuilder();
        chart.bars().forEach(b -> all.append(b.name()).append(' ').append(b.said()).append("; "));
        return all.toString();
    }
}
