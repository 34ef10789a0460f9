package palabre.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import palabre.core.Code;
import palabre.core.Limit;
import palabre.core.RoomId;
import palabre.core.Texts;
import palabre.core.room.Access;
import palabre.core.room.Charter;
import palabre.core.session.Link;
import palabre.core.session.Plan;
import palabre.core.session.Session;

/**
 * A whole session as an organiser writes it: a file, or the body of a request.
 *
 * @param faults all that is wrong in it; then the rest is of no use
 */
public record SessionFile(
        String title,
        Plan plan,
        List<RoomEntry> rooms,
        List<PersonEntry> people,
        List<Fault> faults) {
    /** A plan alone. */
    public record PlanFile(Plan plan, List<Fault> faults) {
        public static PlanFile read(JsonNode node) {
            Faults faults = new Faults();
            if (!(node instanceof ObjectNode object)) {
                faults.add("", Code.BAD_FIELD);
                return new PlanFile(Plan.NONE, faults.all());
            }
            object.fieldNames()
                    .forEachRemaining(name -> {
                        if (!PlanReader.FIELDS.contains(name)) {
                            faults.add(name, Code.UNKNOWN_FIELD);
                        }
                    });
            Plan plan = new PlanReader(faults).read(object);
            return new PlanFile(plan, faults.all());
        }
    }

    /** What makes such a session again; withdrawn and shared invitations are not in it. */
    public static ObjectNode write(Session session) {
        ObjectNode node = Json.object().put("title", session.title());
        node.setAll(PlanCodec.write(session.plan()));
        node.remove(PlanCodec.BEGINS);
        ArrayNode rooms = node.putArray("rooms");
        Map<RoomId, String> keys = new HashMap<>();
        for (Charter c : session.rooms().values()) {
            if (session.whereabouts().parents().containsKey(c.room())) {
                continue; // a room of groups, made in the session
            }
            String key = "room-" + (keys.size() + 1);
            keys.put(c.room(), key);
            rooms.addObject()
                    .put("key", key)
                    .put("title", c.title())
                    .put("access", c.access() == Access.OPEN ? "open" : "closed")
                    .put("onRecord", c.onRecord());
        }
        ArrayNode people = node.putArray("people");
        for (Link link : session.links().values()) {
            if (link.kind() == Link.Kind.PERSONAL
                    && !link.revoked()
                    && keys.containsKey(link.room())) {
                ObjectNode one = people.addObject();
                PersonCodec.write(one, link.person());
                PlanCodec.text(one, "language", link.language());
                PlanCodec.text(one, "mail", link.mail());
                PlanCodec.text(one, "zone", link.zone());
                one.put("room", keys.get(link.room()));
            }
        }
        return node;
    }

    private static final int ROOMS_MAX = 200;

    /**
     * @param key by which the people of the file name it
     */
    public record RoomEntry(String key, String title, Access access, boolean onRecord) {}

    public SessionFile {
        rooms = List.copyOf(rooms);
        people = List.copyOf(people);
        faults = List.copyOf(faults);
    }

    public static SessionFile read(JsonNode node) {
        Faults faults = new Faults();
        if (!(node instanceof ObjectNode object)) {
            faults.add("", Code.BAD_FIELD);
            return new SessionFile("?", Plan.NONE, List.of(), List.of(), faults.all());
        }
        Plan plan = new PlanReader(faults).read(object);
        return faults.at(
                        "", Optional.<Fields>empty(), () -> Optional.of(Fields.of(object, known())))
                .map(f -> read(f, plan, faults))
                .orElseGet(() -> new SessionFile("?", plan, List.of(), List.of(), faults.all()));
    }

    private static SessionFile read(Fields f, Plan plan, Faults faults) {
        String title = faults.at("title", "?", () -> f.title("title"));
        List<RoomEntry> rooms = rooms(f, title, faults);
        List<PersonEntry> people = people(f, rooms, faults);
        return new SessionFile(title, plan, rooms, people, faults.all());
    }

    private static Set<String> known() {
        Set<String> known = new HashSet<>(PlanReader.FIELDS);
        known.addAll(Set.of("title", "rooms", "people"));
        return known;
    }

    private static List<RoomEntry> rooms(Fields f, String title, Faults faults) {
        Optional<List<JsonNode>> given =
                faults.at("rooms", Optional.empty(), () -> f.list("rooms", ROOMS_MAX));
        List<RoomEntry> rooms = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (JsonNode node : given.orElse(List.of())) {
            String at = "rooms[" + rooms.size() + "]";
            RoomEntry room =
                    faults.at(at, new RoomEntry(at, "?", Access.CLOSED, true), () -> room(node));
            if (!keys.add(room.key())) {
                faults.add(at, Code.DUPLICATE);
            }
            rooms.add(room);
        }
        return rooms.isEmpty() ? List.of(new RoomEntry("room", title, Access.OPEN, true)) : rooms;
    }

    private static RoomEntry room(JsonNode node) throws Unreadable {
        Fields f = Fields.of(node, Set.of("key", "title", "access", "onRecord"));
        String title = f.title("title");
        Access access = f.word("access", SessionFile::access).orElse(Access.CLOSED);
        return new RoomEntry(
                f.text("key", Texts.NAME_MAX).orElse(title),
                title,
                access,
                f.flag("onRecord", true));
    }

    private static Optional<Access> access(String word) {
        return switch (word) {
            case "open" -> Optional.of(Access.OPEN);
            case "closed" -> Optional.of(Access.CLOSED);
            default -> Optional.empty();
        };
    }

    private static List<PersonEntry> people(Fields f, List<RoomEntry> rooms, Faults faults) {
        Set<String> keys = new LinkedHashSet<>();
        rooms.forEach(r -> keys.add(r.key()));
        Optional<List<JsonNode>> given =
                faults.at("people", Optional.empty(), () -> f.list("people", Integer.MAX_VALUE));
        if (given.filter(all -> all.size() > Limit.PEOPLE_IN_FILE.most()).isPresent()) {
            faults.add("people", Code.TOO_LARGE);
            return List.of();
        }
        PeopleReader reader = new PeopleReader(keys, faults);
        int i = 0;
        for (JsonNode node : given.orElse(List.of())) {
            reader.read("people[" + i++ + "]", node);
        }
        return reader.people();
    }
}
