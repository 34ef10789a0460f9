package palabre.codec;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import palabre.core.room.RoomCommand;

/**
 * How one command is written.
 *
 * @param fields all that may occur in it
 */
record CommandForm(Set<String> fields, Reader reader) {
    interface Reader {
        RoomCommand read(Fields fields) throws Unreadable;
    }

    static Map.Entry<String, CommandForm> form(String name, Reader reader, String... fields) {
        Set<String> known = new TreeSet<>(Set.of(fields));
        known.add("id");
        known.add("do");
        return Map.entry(name, new CommandForm(known, reader));
    }
}
