package palabre.report;

import java.util.List;
import java.util.stream.Collectors;

/** A report as Markdown (CommonMark, with the tables of GFM). */
public final class MarkdownReport {
    private MarkdownReport() {}

    public static String write(Report report) {
        StringBuilder out = new StringBuilder();
        out.append("# ").append(safe(report.title())).append("\n\n");
        for (Report.Block block : report.blocks()) {
            switch (block) {
                case Report.Block.Heading b ->
                        out.append("#".repeat(b.level())).append(' ').append(safe(b.text()));
                case Report.Block.Paragraph b -> out.append(safe(b.text()));
                case Report.Block.Bullets b ->
                        out.append(
                                b.items().stream()
                                        .map(i -> "- " + safe(i))
                                        .collect(Collectors.joining("\n")));
                case Report.Block.Table b -> table(out, b);
                case Report.Block.Bars _ -> {
                    continue;
                }
            }
            out.append("\n\n");
        }
        return out.toString();
    }

    private static void table(StringBuilder out, Report.Block.Table table) {
        row(out, table.head());
        out.append("\n|").append(" --- |".repeat(table.head().size()));
        for (List<String> cells : table.rows()) {
            out.append('\n');
            row(out, cells);
        }
    }

    private static void row(StringBuilder out, List<String> cells) {
        out.append('|');
        cells.forEach(c -> out.append(' ').append(safe(c)).append(" |"));
    }

    /** What people wrote stays text: no markup, no HTML, one line. */
    static String safe(String text) {
        StringBuilder safe = new StringBuilder();
        String line = text.replace('\n', ' ');
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean starts = i == 0 && "#+-=>~".indexOf(c) >= 0;
            if (starts || "\\`*_[]<>|!&".indexOf(c) >= 0) {
                safe.append('\\');
            }
            safe.append(c);
        }
        return safe.toString().replaceFirst("^(\\d+)([.)])", "$1\\\\$2");
    }
}
