package palabre.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import palabre.core.SeatId;
import palabre.core.SessionId;
import palabre.core.room.RoomEvent;
import palabre.core.session.OrganiserEvent;
import palabre.core.session.SessionEvent;
import palabre.testing.Samples;
import palabre.testing.Seeds;

/** Every event that can be written has a name of its own, and is read as what it was. */
class RoundTripTest {
    private static final SessionId SESSION = new SessionId("s");
    private static final int OF_EACH = 30;

    @Test
    void whatHappensInARoomComesBackTheSame() {
        roundTrips(RoomEvent.class, new RoomEventCodec());
    }

    @Test
    void whatHappensToASessionComesBackTheSame() {
        roundTrips(SessionEvent.class, new SessionEventCodec(SESSION));
    }

    @Test
    void whatHappensToTheOfficeComesBackTheSame() {
        roundTrips(OrganiserEvent.class, new OrganiserEventCodec());
    }

    private static <E> void roundTrips(Class<E> all, EventCodec<E> codec) {
        Map<String, Class<?>> names = new TreeMap<>();
        for (long seed : Seeds.some(4)) {
            Samples samples = new Samples(new Random(seed), SESSION);
            for (Class<?> type : Samples.records(all)) {
                List<E> events = new ArrayList<>();
                for (int i = 0; i < OF_EACH; i++) {
                    E event = samples.any(all, type);
                    events.add(event);
                    ObjectNode written = codec.write(event);
                    String name = written.path("ev").asText();
                    assertThat(name).as("seed %s, %s", seed, event).matches("[a-z]+\\.[a-z]+");
                    assertThat(names.put(name, type)).as(name).isIn(null, type);
                }
                SeatId by = new SeatId("7-k3j9");
                assertThat(codec.fromBytes(codec.toBytes(by, events)))
                        .as("seed %s", seed)
                        .isEqualTo(new EventCodec.Batch<>(by, events, codec.version()));
            }
        }
        assertThat(names).hasSize(Samples.records(all).size());
    }
}
