package palabre.core.room;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import palabre.core.Audience;
import palabre.core.Role;
import palabre.core.Texts;
import palabre.core.seats.Grouping;
import palabre.core.seats.Person;
import palabre.core.seats.Seat;

/**
 * Who has a seat in a room, by name: what is shown to who asks for it, a page at a time. An
 * observer can be seen by the chair.
 */
public final class People {
    /** So many people are on a page. */
    public static final int PAGE = 100;

    /** The longest search, in code points. */
    public static final int SEARCH_MAX = Texts.NAME_MAX;

    /** So many teams, and sites, are counted one by one, the largest. */
    private static final int GROUPS_COUNTED = 30;

    /**
     * @param words the name and the team, as they are searched
     */
    private record Entry(Seat seat, String name, String words) {}

    /**
     * @param found how many people the search found, on all pages
     */
    public record Page(List<Seat> people, int found) {}

    /**
     * How many people have a seat; observers are not counted.
     *
     * @param teams the largest, by name; who stands for none is in none
     * @param modes on-site and online
     */
    public record Counts(
            int people,
            Map<String, Integer> teams,
            Map<String, Integer> sites,
            Map<String, Integer> modes) {}

    private final List<Entry> entries;

    private People(List<Entry> entries) {
        this.entries = entries;
    }

    /** Costs a walk over everybody. */
    public static People of(Map<?, Seat> seats) {
        List<Entry> entries = new ArrayList<>(seats.size());
        for (Seat seat : seats.values()) {
            String name = plain(seat.person().name());
            entries.add(new Entry(seat, name, name + "\n" + plain(seat.person().team())));
        }
        entries.sort(Comparator.comparing(Entry::name).thenComparing(e -> e.seat().id().value()));
        return new People(entries);
    }

    /** As it is searched: small letters without their accents. */
    public static String plain(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        boolean bare = small.chars().allMatch(c -> c < 128);
        return bare
                ? small
                : Normalizer.normalize(small, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    }

    /**
     * The people behind so many others.
     *
     * @param search a part of a name or of a team; empty for everybody
     * @param after how many people come before the page; behind the last of them it is empty
     */
    public Page page(Audience audience, String search, int after) {
        String wanted = plain(search.strip());
        List<Seat> page = new ArrayList<>();
        int found = 0;
        for (Entry entry : entries) {
            if (seen(audience, entry.seat()) && entry.words().contains(wanted)) {
                if (found >= after && page.size() < PAGE) {
                    page.add(entry.seat());
                }
                found++;
            }
        }
        return new Page(page, found);
    }

    private static boolean seen(Audience audience, Seat seat) {
        return audience == Audience.CHAIR || seat.person().role() != Role.OBSERVER;
    }

    public static Counts counts(Collection<Seat> seats) {
        List<Person> all =
                seats.stream().map(Seat::person).filter(p -> p.role() != Role.OBSERVER).toList();
        return new Counts(
                all.size(),
                by(all, Person::team),
                by(all, Person::site),
                by(all, Grouping.MODE::of));
    }

    private static Map<String, Integer> by(List<Person> people, Function<Person, String> group) {
        Map<String, Integer> sizes = new TreeMap<>();
        for (Person person : people) {
            String name = group.apply(person);
            if (!name.isEmpty()) {
                sizes.merge(name, 1, Integer::sum);
            }
        }
        Map<String, Integer> largest = new LinkedHashMap<>();
        sizes.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(GROUPS_COUNTED)
                .forEach(e -> largest.put(e.getKey(), e.getValue()));
        return largest;
    }
}
