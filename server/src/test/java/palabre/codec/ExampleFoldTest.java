package palabre.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import palabre.core.Audience;
import palabre.core.room.Room;
import palabre.core.room.Told;
import palabre.core.room.Visibility;
import palabre.testing.AppFold;
import palabre.testing.ExampleFold;
import palabre.testing.Rehearsal;
import palabre.testing.SameRoom;
import palabre.testing.Seeds;

/**
 * The fold that was written from PROTOCOL.md alone is the snapshot that the server sends, and so is
 * what the app keeps: for every audience, after every stretch of anything that can happen in a
 * room.
 */
class ExampleFoldTest {
    private static final int COMMANDS = 400;
    private static final int STRETCH = 12;

    static List<Long> seeds() {
        return Seeds.some(12);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theFoldOfWhatIsSeenIsTheSnapshot(long seed) {
        Random random = new Random(seed);
        Rehearsal rehearsal = new Rehearsal(seed);
        Map<Audience, Follower> followers = new EnumMap<>(Audience.class);
        for (Audience audience : Audience.values()) {
            followers.put(audience, new Follower(audience, rehearsal.room()));
        }
        for (int i = 0; i < COMMANDS; i += STRETCH) {
            int stretch = 1 + random.nextInt(STRETCH);
            for (int c = 0; c < stretch; c++) {
                for (Rehearsal.Happened h : rehearsal.next()) {
                    followers.values().forEach(f -> f.see(h));
                }
            }
            for (Follower f : followers.values()) {
                f.compare(seed, rehearsal.room());
            }
        }
    }

    /** Somebody of an audience, from a snapshot on. */
    private static final class Follower {
        private final Audience audience;
        private final ExampleFold fold = ExampleFold.open();
        private final AppFold app = AppFold.open();
        private final StringBuilder since = new StringBuilder();
        private long seq;
        private long last;

        Follower(Audience audience, Room room) {
            this.audience = audience;
            ObjectNode line = Json.object();
            line.set("snapshot", RoomCodec.writeSeen(Visibility.of(audience, room)));
            take(Json.write(line.put("seq", 0)));
        }

        private void take(String line) {
            fold.take(line);
            app.take(line);
        }

        void see(Rehearsal.Happened h) {
            seq++;
            Optional<Told> told = Visibility.told(audience, h.event(), h.before(), h.after());
            if (told.isPresent()) {
                ObjectNode line =
                        Json.object()
                                .put("prev", last)
                                .put("seq", seq)
                                .put("at", h.atMs())
                                .put("by", h.by().value());
                String text = Json.write(line.setAll(PeopleCodec.told(told.get())));
                take(text);
                since.append(text).append('\n');
                last = seq;
            }
        }

        void compare(long seed, Room room) {
            JsonNode known = fold.known();
            JsonNode sent = RoomCodec.writeSeen(Visibility.of(audience, room));
            assertThat(SameRoom.of(known.path("room")))
                    .as("seed %s, %s at %s, after %s", seed, audience, seq, since)
                    .isEqualTo(SameRoom.of(sent));
            assertThat(known.path("gaps").asInt() + known.path("had").asInt()).isZero();
            assertThat(app.differences(sent))
                    .as("the app, seed %s, %s at %s, after %s", seed, audience, seq, since)
                    .isEmpty();
            since.setLength(0);
        }
    }
}
