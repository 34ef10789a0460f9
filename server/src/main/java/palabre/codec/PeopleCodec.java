package palabre.codec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import palabre.core.Audience;
import palabre.core.room.People;
import palabre.core.room.Room;
import palabre.core.room.Told;
import palabre.core.seats.Person;
import palabre.core.seats.Seat;

/** The list of people as it is answered, a page at a time. */
public final class PeopleCodec {
    private static final RoomEventCodec EVENTS = new RoomEventCodec();

    private PeopleCodec() {}

    /** Who somebody is, as fields of a larger object. */
    public static void person(ObjectNode node, Person person) {
        PersonCodec.write(node, person);
    }

    /** An event with those whom it begins or ceases to name. */
    public static ObjectNode told(Told told) {
        ObjectNode node = EVENTS.writeSeen(told.event());
        if (!told.people().isEmpty()) {
            ArrayNode people = node.putArray("people");
            told.people().forEach(s -> people.add(RoomCodec.write(s)));
        }
        if (!told.gone().isEmpty()) {
            ArrayNode gone = node.putArray("gone");
            told.gone().forEach(s -> gone.add(s.value()));
        }
        return node;
    }

    /**
     * @param room from which the list was made
     * @param after how many people come before the page
     */
    public static ObjectNode page(
            Room room, Audience audience, People.Page page, int after, People.Counts counts) {
        ObjectNode node = Json.object().put("after", after).put("found", page.found());
        ArrayNode people = node.putArray("people");
        for (Seat seat : page.people()) {
            ObjectNode entry = RoomCodec.write(seat.seen());
            if (audience == Audience.CHAIR && room.rules().version() > 0) {
                entry.put("accepted", room.rules().accepted().getOrDefault(seat.id(), 0));
            }
            people.add(entry);
        }
        node.set("counts", counts(counts));
        return node;
    }

    /** How many people have a seat, by team, site and mode. */
    public static ObjectNode counts(People.Counts counts) {
        ObjectNode node = Json.object().put("people", counts.people());
        unlessEmpty(node, "teams", counts.teams());
        unlessEmpty(node, "sites", counts.sites());
        unlessEmpty(node, "modes", counts.modes());
        return node;
    }

    private static void unlessEmpty(ObjectNode node, String field, Map<String, Integer> sizes) {
        if (!sizes.isEmpty()) {
            ObjectNode groups = node.putObject(field);
            sizes.forEach(groups::put);
        }
    }
}
