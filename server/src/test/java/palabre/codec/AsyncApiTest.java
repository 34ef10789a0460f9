package palabre.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import palabre.core.Audience;
import palabre.core.Code;
import palabre.core.room.Told;
import palabre.core.room.Visibility;
import palabre.testing.AsyncApi;
import palabre.testing.RandomJson;
import palabre.testing.Rehearsal;
import palabre.testing.Seeds;
import palabre.testing.Shape;

/** docs/asyncapi.yaml says exactly which commands are taken, and what is sent. */
class AsyncApiTest {
    private static final AsyncApi API = AsyncApi.document();
    private static final int COMMANDS = 300;

    /** So many sequences at least; then until everything has been sent once. */
    private static final long ENOUGH = 20;

    private static final Map<String, JsonNode> SCHEMAS = new TreeMap<>();

    static {
        API.events().forEach((name, schemas) -> SCHEMAS.put(name, AsyncApi.object(schemas)));
    }

    @Test
    void everyCommandHasTheFieldsThatTheServerTakes() {
        assertThat(API.commands().keySet()).isEqualTo(CommandCodec.names());
        API.commands()
                .forEach((name, schemas) -> {
                    Set<String> taken = new TreeSet<>(CommandCodec.fields(name));
                    taken.removeAll(Set.of("id", "do"));
                    assertThat(AsyncApi.fields(schemas, "do")).as(name).isEqualTo(taken);
                });
    }

    @Test
    void whatIsDescribedIsTaken() {
        Random random = new Random(1);
        RandomJson commands = new RandomJson(random);
        for (String name : CommandCodec.names()) {
            for (int i = 0; i < 200; i++) {
                ObjectNode command = commands.command(List.of(name), "c" + i);
                assertThat(code(command)).as("%s", command).isEqualTo("taken");
            }
        }
    }

    @Test
    void whatIsOutsideItsRangeIsRefused() {
        List<String> taken = new ArrayList<>();
        int tried = 0;
        for (String name : CommandCodec.names()) {
            for (ObjectNode command : new Outside(name).commands()) {
                tried++;
                if (!code(command).equals(Code.BAD_FIELD.name())) {
                    taken.add(code(command) + " " + command);
                }
            }
        }
        assertThat(taken).isEmpty();
        assertThat(tried).isGreaterThan(300);
    }

    private static String code(ObjectNode command) {
        try {
            CommandCodec.read(Json.parse(Json.bytes(command)));
            return "taken";
        } catch (Unreadable e) {
            return e.code().name();
        }
    }

    /**
     * Over random sequences of everything: what is sent is described, what is described is sent.
     */
    @Test
    void everyEventHasTheFieldsThatAreSent() {
        Map<String, Set<String>> described = new TreeMap<>();
        API.events().forEach((name, s) -> described.put(name, AsyncApi.fields(s, "ev")));
        Map<String, Set<String>> sent = new TreeMap<>();
        for (long seed : Seeds.some(400)) {
            if (seed > ENOUGH && sent.equals(described)) {
                break;
            }
            Rehearsal rehearsal = new Rehearsal(seed);
            for (int i = 0; i < COMMANDS; i++) {
                rehearsal.next().forEach(h -> note(h, sent));
            }
            for (Audience audience : Audience.values()) {
                JsonNode room = RoomCodec.writeSeen(Visibility.of(audience, rehearsal.room()));
                assertThat(Shape.faults(API, API.schema("snapshot"), room))
                        .as("seed %s, %s", seed, room)
                        .isEmpty();
            }
        }
        assertThat(sent).isEqualTo(described);
    }

    private static void note(Rehearsal.Happened h, Map<String, Set<String>> sent) {
        Set<Told> seen = new HashSet<>();
        for (Audience audience : Audience.values()) {
            Visibility.told(audience, h.event(), h.before(), h.after()).ifPresent(seen::add);
        }
        for (Told told : seen) {
            ObjectNode event = PeopleCodec.told(told);
            for (JsonNode seat : event.path("people")) {
                assertThat(Shape.faults(API, API.schema("seated"), seat)).as("%s", event).isEmpty();
            }
            event.remove(List.of("people", "gone"));
            String name = event.path("ev").asText();
            assertThat(SCHEMAS).as("%s", event).containsKey(name);
            assertThat(Shape.faults(API, SCHEMAS.get(name), event)).as("%s", event).isEmpty();
            Set<String> fields = sent.computeIfAbsent(name, _ -> new TreeSet<>());
            event.fieldNames().forEachRemaining(fields::add);
            fields.remove("ev");
        }
    }
}
