package palabre.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Tables as spreadsheets read them (RFC 4180); what a program would take for a formula is text. */
final class Csv {
    private final StringBuilder out = new StringBuilder();

    Csv(String... columns) {
        row((Object[]) columns);
    }

    Csv row(Object... cells) {
        List<Object> plain = List.of(cells).stream().map(Csv::plain).toList();
        try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            csv.printRecord(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private static Object plain(Object cell) {
        return cell instanceof String text && text.matches("(?s)[=+@\\-\\t\\r].*")
                ? "'" + text
                : cell;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
