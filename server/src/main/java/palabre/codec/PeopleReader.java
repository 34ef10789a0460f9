package palabre.codec;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import palabre.core.Code;
import palabre.core.Role;
import palabre.core.Texts;
import palabre.core.seats.Person;
import palabre.core.session.Link;

/** Reads the people of a session, each by themselves; nobody is invited twice to a room. */
final class PeopleReader {
    static final Set<String> FIELDS =
            Set.of("name", "role", "team", "sector", "site", "language", "room", "mail", "zone");

    /** Asked of the JDK once: it makes the set anew at each call. */
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private static final Pattern MAIL = Pattern.compile("[^\\s@<>,;:\"]+@[^\\s@<>,;:\"]+");

    private final Set<String> rooms;
    private final Faults faults;
    private final List<PersonEntry> people = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    /**
     * @param rooms the keys by which a room is named; the first is for who names none
     */
    PeopleReader(Set<String> rooms, Faults faults) {
        this.rooms = rooms;
        this.faults = faults;
    }

    /** Somebody who is invited already. */
    void known(Link link, String room) {
        seen.add(identity(new PersonEntry(link.person(), "", "", "", room)));
    }

    /**
     * @param where it stands, for the fault that it may be
     */
    void read(String where, JsonNode node) {
        try {
            PersonEntry one = person(node);
            if (seen.add(identity(one))) {
                people.add(one);
            } else {
                faults.add(where, Code.DUPLICATE);
            }
        } catch (Unreadable e) {
            faults.add(where, e.code());
        }
    }

    List<PersonEntry> people() {
        return people;
    }

    private static String identity(PersonEntry one) {
        return one.person().name() + "\n" + one.person().team() + "\n" + one.room();
    }

    private PersonEntry person(JsonNode node) throws Unreadable {
        Fields f = Fields.of(node, FIELDS);
        String room = f.text("room", Texts.LINE_MAX).orElse(rooms.iterator().next());
        if (!rooms.contains(room)) {
            throw new Unreadable(Code.UNKNOWN_ROOM);
        }
        Role role = f.has("role") ? f.role() : Role.PARTICIPANT;
        Person person =
                new Person(
                        f.name("name"),
                        role,
                        f.text("team", Texts.NAME_MAX).orElse(""),
                        f.text("sector", Texts.NAME_MAX).orElse(""),
                        f.text("site", Texts.NAME_MAX).orElse(""));
        String language = PlanReader.language(f.text("language", Texts.NAME_MAX).orElse(""));
        return new PersonEntry(person, language, mail(f), zone(f), room);
    }

    /** Empty when there is none; else something that a mail server could take. */
    static String mail(Fields f) throws Unreadable {
        String mail = f.text("mail", Texts.LINE_MAX).orElse("");
        if (!mail.isEmpty() && !MAIL.matcher(mail).matches()) {
            throw new Unreadable(Code.BAD_ADDRESS);
        }
        return mail;
    }

    static String zone(Fields f) throws Unreadable {
        String zone = f.text("zone", Texts.NAME_MAX).orElse("");
        if (!zone.isEmpty() && !ZONES.contains(zone)) {
            throw new Unreadable(Code.UNKNOWN_ZONE);
        }
        return zone;
    }
}
