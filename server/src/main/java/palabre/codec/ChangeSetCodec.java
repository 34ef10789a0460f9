package palabre.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import palabre.core.Code;
import palabre.core.Texts;
import palabre.core.note.ChangeSet;
import palabre.core.note.Sections;

/**
 * Change sets as CodeMirror writes them: {@code n} keeps n characters, {@code [n]} deletes them,
 * {@code [n, line, …]} puts lines, joined by line feeds, in their place. Strict where CodeMirror is
 * not: a change that it would only trip over later is refused here.
 */
public final class ChangeSetCodec {
    /** The longest text that a change may be about or make, in UTF-16 units. */
    public static final int LENGTH_MAX = 10_000_000;

    private ChangeSetCodec() {}

    public static ArrayNode write(ChangeSet change) {
        ArrayNode sections = Json.array();
        for (int i = 0; i < change.sections(); i++) {
            if (change.keeps(i)) {
                sections.add(change.length(i));
            } else {
                ArrayNode section = sections.addArray().add(change.length(i));
                if (!change.text(i).isEmpty()) {
                    for (String line : change.text(i).split("\n", -1)) {
                        section.add(line);
                    }
                }
            }
        }
        return sections;
    }

    /**
     * @throws Unreadable {@code BAD_CHANGE}, {@code TOO_LARGE}, or {@code BAD_ENCODING} for text
     *     with half a character
     */
    public static ChangeSet read(JsonNode node) throws Unreadable {
        if (!node.isArray()) {
            throw new Unreadable(Code.BAD_CHANGE);
        }
        Sections sections = new Sections();
        long before = 0;
        long after = 0;
        for (JsonNode section : node) {
            boolean keeps = !section.isArray();
            int length = length(keeps ? section : section.path(0));
            String text = keeps ? "" : text(section);
            before += length;
            after += keeps ? length : text.length();
            if (before > LENGTH_MAX || after > LENGTH_MAX) {
                throw new Unreadable(Code.TOO_LARGE);
            }
            if (length + text.length() == 0) {
                throw new Unreadable(Code.BAD_CHANGE);
            }
            sections.taken(length, keeps, text);
        }
        return sections.done();
    }

    private static int length(JsonNode number) throws Unreadable {
        if (!number.isIntegralNumber() || number.bigIntegerValue().signum() < 0) {
            throw new Unreadable(Code.BAD_CHANGE);
        }
        if (!number.canConvertToInt()) {
            throw new Unreadable(Code.TOO_LARGE);
        }
        return number.intValue();
    }

    private static String text(JsonNode section) throws Unreadable {
        if (section.size() == 1) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < section.size(); i++) {
            String line = section.get(i).isTextual() ? section.get(i).textValue() : "\n";
            if (line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
                throw new Unreadable(Code.BAD_CHANGE);
            }
            if (!Texts.isWhole(line)) {
                throw new Unreadable(Code.BAD_ENCODING);
            }
            text.append(i == 1 ? "" : "\n").append(line);
        }
        return text.toString();
    }
}
