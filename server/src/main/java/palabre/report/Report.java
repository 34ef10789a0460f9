package palabre.report;

import java.util.ArrayList;
import java.util.List;

/** A document, free of any format. */
public record Report(String language, String direction, String title, List<Block> blocks) {
    /** A piece of it. */
    public sealed interface Block {
        /**
         * @param level 2 or 3
         */
        record Heading(int level, String text) implements Block {}

        record Paragraph(String text) implements Block {}

        record Bullets(List<String> items) implements Block {
            public Bullets {
                items = List.copyOf(items);
            }
        }

        /**
         * @param head the names of the columns
         */
        record Table(List<String> head, List<List<String>> rows) implements Block {
            public Table {
                head = List.copyOf(head);
                rows = List.copyOf(rows);
            }
        }

        /**
         * Bars, for those formats that can show them; the same figures are in a table beside it.
         */
        record Bars(String title, List<Bar> bars) implements Block {
            public Bars {
                bars = List.copyOf(bars);
            }
        }
    }

    /**
     * @param said the figure as people read it
     */
    public record Bar(String name, double value, String said) {}

    public Report {
        blocks = List.copyOf(blocks);
    }

    /** Gathers blocks. */
    static final class Builder {
        private final List<Block> blocks = new ArrayList<>();

        Builder heading(int level, String text) {
            blocks.add(new Block.Heading(level, text));
            return this;
        }

        Builder text(String text) {
            text.lines().filter(l -> !l.isBlank()).forEach(l -> blocks.add(new Block.Paragraph(l)));
            return this;
        }

        Builder bullets(List<String> items) {
            blocks.add(new Block.Bullets(items));
            return this;
        }

        Builder table(List<String> head, List<List<String>> rows) {
            blocks.add(new Block.Table(head, rows));
            return this;
        }

        Builder bars(String title, List<Bar> bars) {
            blocks.add(new Block.Bars(title, bars));
            return this;
        }

        List<Block> blocks() {
            return blocks;
        }
    }
}
