package palabre.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A client's copy of a part of lines: folded from the wire alone. Counts what must not happen. */
public final class PartMirror {
    public final List<String> lines = new ArrayList<>();
    public String epoch = "";
    public long seq = -1;
    public String refused = "";
    public boolean recovered;
    public int welcomes;
    public int snapshots;
    public int events;
    public int gaps;
    public int duplicates;

    /** Takes one line in that names this part. */
    void take(JsonNode line) {
        if (line.has("refused")) {
            refused = line.path("refused").asText();
        } else if (line.has("hello")) {
            epoch = line.path("epoch").asText();
            recovered = line.path("recovered").asBoolean();
            welcomes++;
        } else if (line.has("snapshot")) {
            snapshots++;
            seq = line.path("seq").asLong();
            lines.clear();
            line.path("snapshot").path("lines").forEach(l -> lines.add(l.path("text").asText()));
        } else if (line.path("seq").asLong() <= seq) {
            duplicates++;
        } else if (line.path("prev").asLong() != seq) {
            gaps++;
        } else {
            seq = line.path("seq").asLong();
            if (line.has("ev")) {
                events++;
                lines.add(line.path("text").asText());
            }
        }
    }

    /** Whether the server has answered whole who asked for this part for the first time. */
    public boolean answered() {
        return snapshots > 0 || !refused.isEmpty();
    }

    public String position() {
        return epoch + ":" + seq;
    }
}
