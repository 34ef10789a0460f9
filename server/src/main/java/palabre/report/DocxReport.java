package palabre.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** A report as a document that word processors open (Office Open XML, by Apache POI). */
public final class DocxReport {
    private static final int TITLE_PT = 18;
    private static final int HEADING_PT = 14;
    private static final int SMALL_HEADING_PT = 12;

    private DocxReport() {}

    public static byte[] write(Report report) {
        boolean rightToLeft = report.direction().equals("rtl");
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.getProperties().getCoreProperties().setTitle(report.title());
            heading(document, report.title(), TITLE_PT, rightToLeft);
            for (Report.Block block : report.blocks()) {
                switch (block) {
                    case Report.Block.Heading b ->
                            heading(
                                    document,
                                    b.text(),
                                    b.level() == 2 ? HEADING_PT : SMALL_HEADING_PT,
                                    rightToLeft);
                    case Report.Block.Paragraph b -> paragraph(document, b.text(), rightToLeft);
                    case Report.Block.Bullets b ->
                            b.items().forEach(i -> paragraph(document, "• " + i, rightToLeft));
                    case Report.Block.Table b -> table(document, b);
                    case Report.Block.Bars _ -> {}
                }
            }
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void heading(XWPFDocument document, String text, int points, boolean rtl) {
        XWPFRun run = paragraph(document, text, rtl);
        run.setBold(true);
        run.setFontSize(points);
    }

    private static XWPFRun paragraph(XWPFDocument document, String text, boolean rtl) {
        XWPFParagraph paragraph = document.createParagraph();
        if (rtl) {
            var properties =
                    paragraph.getCTP().isSetPPr()
                            ? paragraph.getCTP().getPPr()
                            : paragraph.getCTP().addNewPPr();
            properties.addNewBidi();
        }
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        return run;
    }

    private static void table(XWPFDocument document, Report.Block.Table table) {
        XWPFTable made = document.createTable(1 + table.rows().size(), table.head().size());
        fill(made.getRow(0), table.head(), true);
        for (int i = 0; i < table.rows().size(); i++) {
            fill(made.getRow(i + 1), table.rows().get(i), false);
        }
        document.createParagraph();
    }

    private static void fill(XWPFTableRow row, List<String> cells, boolean bold) {
        for (int i = 0; i < cells.size(); i++) {
            XWPFRun run = row.getCell(i).getParagraphs().getFirst().createRun();
            run.setText(cells.get(i));
            run.setBold(bold);
        }
    }
}
