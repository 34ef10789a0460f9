package palabre.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import palabre.core.RoomId;
import palabre.core.SessionId;
import palabre.core.room.Access;
import palabre.core.room.Charter;
import palabre.core.room.Room;
import palabre.core.room.RoomEvent;

/**
 * Logs as each version wrote them, with what they came to then: the rooms that they begin and end
 * with stand between their records. They come to the same today.
 */
class KeptLogsTest {
    private static final RoomEventCodec EVENTS = new RoomEventCodec();

    @ParameterizedTest(name = "written in form {0}")
    @ValueSource(ints = {1, 2})
    void whatWasWrittenThenComesToWhatItCameToThen(int version) throws IOException {
        int rooms = 0;
        int events = 0;
        try (BufferedReader lines = open(version)) {
            for (String first = lines.readLine(); first != null; first = lines.readLine()) {
                Room room = room(parse(first).path("room"));
                JsonNode line = parse(lines.readLine());
                for (; line.has("record"); line = parse(lines.readLine())) {
                    var batch = EVENTS.fromBytes(Json.bytes(line.path("record")));
                    assertThat(batch.version()).isEqualTo(version);
                    long atMs = line.path("at").longValue();
                    for (RoomEvent read : batch.events()) {
                        room = room.evolve(RoomEventCodec.completed(batch, read, room, atMs), atMs);
                        events++;
                    }
                }
                assertThat(room).as("room %s", rooms).isEqualTo(room(line.path("room")));
                rooms++;
            }
        }
        assertThat(rooms).isGreaterThan(10);
        assertThat(events).isGreaterThan(1_000);
    }

    private static BufferedReader open(int version) throws IOException {
        InputStream file =
                KeptLogsTest.class.getResourceAsStream("/logs/room-" + version + ".jsonl.gz");
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8));
    }

    private static JsonNode parse(String line) {
        return Json.trusted(line.getBytes(StandardCharsets.UTF_8));
    }

    private static Room room(JsonNode kept) {
        Charter charter =
                new Charter(
                        new RoomId("plenary"),
                        new SessionId("s"),
                        kept.path("title").textValue(),
                        Access.OPEN,
                        kept.path("onRecord").booleanValue());
        return RoomCodec.read(
                kept.path("main").booleanValue() ? charter.asMain() : charter, Json.bytes(kept));
    }
}
