package palabre.live;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import palabre.core.PartId;

/**
 * What goes out at once: one or more JSON texts, a line each. Shared by all who get it; each form
 * is made once, when the first asks for it.
 *
 * @see Channel
 */
public final class Batch {
    private final PartId part;
    private final String text;
    private final Optional<Position> upTo;
    private final long told;
    private volatile @Nullable Buffer bytes;
    private volatile @Nullable Buffer sse;
    private volatile @Nullable Buffer sseData;

    /**
     * @param told the number of what its reader has been told beside frames; 0 when it tells
     *     nothing of that kind
     */
    Batch(PartId part, List<String> lines, Optional<Position> upTo, long told) {
        this.part = part;
        this.text = String.join("\n", lines);
        this.upTo = upTo;
        this.told = told;
    }

    /** The part that it is of. */
    public PartId part() {
        return part;
    }

    /** Where its reader stands afterwards, if it takes its reader anywhere. */
    public Optional<Position> upTo() {
        return upTo;
    }

    /** The number of what its reader has been told beside frames; 0 when it tells nothing. */
    public long told() {
        return told;
    }

    /** Whether somebody who waits for news has waited for this. */
    public boolean isNews() {
        return upTo.isPresent() || told > 0;
    }

    /** The lines, without a line break at the end. */
    public String text() {
        return text;
    }

    /** UTF-8, each line ended: newline-delimited JSON. */
    public Buffer ndjson() {
        Buffer made = bytes;
        if (made == null) {
            made = Buffer.buffer(text + "\n");
            bytes = made;
        }
        return made;
    }

    /** One server-sent event; its id is where its reader stands afterwards. */
    public Buffer sse() {
        Buffer made = sse;
        if (made == null) {
            String id = upTo.map(p -> "id: " + p + "\n").orElse("");
            made = Buffer.buffer(id).appendBuffer(sseData());
            sse = made;
        }
        return made;
    }

    /** The same without an id, which one who follows several parts has for itself. */
    public Buffer sseData() {
        Buffer made = sseData;
        if (made == null) {
            made = Buffer.buffer("data: " + text.replace("\n", "\ndata: ") + "\n\n");
            sseData = made;
        }
        return made;
    }
}
