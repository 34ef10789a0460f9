package palabre.codec;

import static org.assertj.core.api.Assertions.assertThat;

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
import palabre.core.SessionId;
import palabre.core.room.Act;
import palabre.core.room.RoomCommand;
import palabre.testing.RandomJson;
import palabre.testing.Samples;
import palabre.testing.Seeds;

/** Every command that is anybody's but the server's can be sent, and no field of it is lost. */
class CommandReadTest {
    private static final int OF_EACH = 150;

    private static RoomCommand read(ObjectNode command) {
        try {
            return CommandCodec.read(Json.parse(Json.bytes(command))).command();
        } catch (Unreadable e) {
            throw new AssertionError(e.code() + " for " + command, e);
        }
    }

    @Test
    void everyCommandThatIsNotTheServersHasAName() {
        Set<Class<?>> read = new HashSet<>();
        Set<Class<?>> servers = new HashSet<>();
        RandomJson commands = new RandomJson(new Random(1));
        for (String name : CommandCodec.names()) {
            read.add(Samples.word(read(commands.command(List.of(name), "c"))).getClass());
        }
        Samples samples = new Samples(new Random(1), new SessionId("s"));
        for (Class<?> type : Samples.records(RoomCommand.class)) {
            Act act = Act.of(samples.any(RoomCommand.class, type));
            if (act == Act.SERVER || act == Act.DOOR) {
                servers.add(type);
            }
        }
        Set<Class<?>> all = new HashSet<>(Samples.records(RoomCommand.class));
        all.removeAll(servers);
        assertThat(read).isEqualTo(all);
    }

    @Test
    void twoCommandsThatDifferInOneFieldAreNotTheSame() {
        Map<String, Set<String>> different = new TreeMap<>();
        List<String> lost = new ArrayList<>();
        for (long seed : Seeds.some(1)) {
            RandomJson commands = new RandomJson(new Random(seed));
            for (String name : CommandCodec.names()) {
                for (int i = 0; i < OF_EACH; i++) {
                    ObjectNode one = commands.command(List.of(name), "c");
                    commands.knowing(List.of("1", "2", "3-k3j9"), List.of(), 1 + i);
                    ObjectNode other = commands.command(List.of(name), "c");
                    for (String field : CommandCodec.fields(name)) {
                        compare(one, other, field, different, lost);
                    }
                }
            }
        }
        assertThat(lost).isEmpty();
        Map<String, Set<String>> all = new TreeMap<>();
        for (String name : CommandCodec.names()) {
            Set<String> fields = new TreeSet<>(CommandCodec.fields(name));
            fields.removeAll(Set.of("id", "do"));
            if (!fields.isEmpty()) {
                all.put(name, fields);
            }
        }
        assertThat(different).isEqualTo(all);
    }

    /** The same command with one field of another. */
    private static void compare(
            ObjectNode one,
            ObjectNode other,
            String field,
            Map<String, Set<String>> different,
            List<String> lost) {
        if (!one.has(field) || !other.has(field) || one.get(field).equals(other.get(field))) {
            return;
        }
        ObjectNode mixed = one.deepCopy();
        mixed.set(field, other.get(field));
        try {
            RoomCommand changed = CommandCodec.read(Json.parse(Json.bytes(mixed))).command();
            if (changed.equals(read(one))) {
                lost.add(field + " of " + one + " and " + other);
            } else {
                different.computeIfAbsent(one.path("do").asText(), _ -> new TreeSet<>()).add(field);
            }
        } catch (Unreadable e) {
            // the two do not go together: a poll's kind and its options
            assertThat(e.code().name()).startsWith("BAD_");
        }
    }
}
