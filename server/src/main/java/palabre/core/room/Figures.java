package palabre.core.room;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.floor.Account;
import palabre.core.floor.Turn;
import palabre.core.seats.Declared;
import palabre.core.seats.Grouping;
import palabre.core.seats.Person;
import palabre.core.seats.Seat;

/**
 * How evenly the floor was shared, at one moment. Who speaks at that moment counts with what they
 * have used so far. Times in milliseconds.
 *
 * @param people everybody who may speak or has spoken, the longest first
 * @param teams by the team's name; who stands for none is not in it
 * @param declared by gender and age band, as people chose to declare them; small groups left out
 * @param giniPeople 0 when all have spoken equally long, towards 1 when one has spoken alone
 * @param longestWaitMs from asking to speaking, or to now
 * @param silent who may speak and has not
 */
public record Figures(
        List<PersonShare> people,
        Map<String, Share> teams,
        Map<String, Share> sectors,
        Map<String, Share> sites,
        Map<String, Share> modes,
        Map<String, Share> declared,
        double giniPeople,
        double giniTeams,
        long longestWaitMs,
        List<SeatId> silent) {
    /** Groups that people declared are shown from this size on. */
    public static final int SHOWN_FROM = 5;

    /**
     * @param members how many people are in the group
     */
    public record Share(int members, int turns, long spokenMs) {
        public Share plus(Share other) {
            return new Share(
                    members + other.members, turns + other.turns, spokenMs + other.spokenMs);
        }
    }

    public record PersonShare(SeatId seat, Person person, int turns, long spokenMs) {
        Share share() {
            return new Share(1, turns, spokenMs);
        }
    }

    public static Figures of(Room room, long atMs) {
        Map<SeatId, PersonShare> people = people(room, atMs);
        Collection<PersonShare> all = people.values();
        Map<String, Share> teams = by(all, p -> p.person().team());
        Map<String, Share> declared = new TreeMap<>();
        declared.putAll(by(all, p -> gender(room, p.seat())));
        declared.putAll(by(all, p -> age(room, p.seat())));
        declared.values().removeIf(s -> s.members() < SHOWN_FROM);
        List<PersonShare> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingLong(PersonShare::spokenMs).reversed());
        return new Figures(
                sorted,
                teams,
                by(all, p -> p.person().sector()),
                by(all, p -> p.person().site()),
                by(all, p -> Grouping.MODE.of(p.person())),
                declared,
                gini(all.stream().map(PersonShare::spokenMs).toList()),
                gini(teams.values().stream().map(Share::spokenMs).toList()),
                longestWaitMs(room, atMs),
                sorted.stream().filter(p -> p.spokenMs() == 0).map(PersonShare::seat).toList());
    }

    private static Map<SeatId, PersonShare> people(Room room, long atMs) {
        Map<SeatId, PersonShare> people = new LinkedHashMap<>();
        for (Seat seat : room.seats().values()) {
            Role role = seat.person().role();
            if (role == Role.PARTICIPANT || role == Role.SECRETARY) {
                people.put(seat.id(), new PersonShare(seat.id(), seat.person(), 0, 0));
            }
        }
        room.floor()
                .ledger()
                .speakers()
                .forEach((seat, speaker) -> {
                    Person now = room.seat(seat).map(Seat::person).orElse(speaker.person());
                    Account a = speaker.account();
                    people.put(seat, new PersonShare(seat, now, a.turns(), a.spokenMs()));
                });
        for (Turn turn : turns(room)) {
            people.computeIfPresent(
                    turn.request().seat(),
                    (seat, p) ->
                            new PersonShare(
                                    seat, p.person(), p.turns(), p.spokenMs() + turn.usedMs(atMs)));
        }
        return people;
    }

    private static List<Turn> turns(Room room) {
        List<Turn> turns = new ArrayList<>();
        room.floor().stage().holder().ifPresent(turns::add);
        room.floor().stage().interrupted().ifPresent(turns::add);
        return turns;
    }

    private static Map<String, Share> by(
            Collection<PersonShare> people, Function<PersonShare, String> group) {
        Map<String, Share> shares = new TreeMap<>();
        for (PersonShare p : people) {
            String name = group.apply(p);
            if (!name.isEmpty()) {
                shares.merge(name, p.share(), Share::plus);
            }
        }
        return shares;
    }

    private static String gender(Room room, SeatId seat) {
        Declared.Gender g = room.declared(seat).gender();
        return g == Declared.Gender.UNSAID ? "" : g.wire();
    }

    private static String age(Room room, SeatId seat) {
        Declared.AgeBand a = room.declared(seat).age();
        return a == Declared.AgeBand.UNSAID ? "" : a.wire();
    }

    private static long longestWaitMs(Room room, long atMs) {
        return Math.max(
                room.floor().ledger().longestWaitMs(),
                room.floor().line().waiting().stream()
                        .mapToLong(r -> atMs - r.askedMs())
                        .max()
                        .orElse(0));
    }

    /** The mean difference between all pairs, in halves of the mean (Gini 1912). */
    static double gini(List<Long> values) {
        long sum = values.stream().mapToLong(Long::longValue).sum();
        if (sum == 0) {
            return 0;
        }
        List<Long> sorted = values.stream().sorted().toList();
        double weighted = 0;
        for (int i = 0; i < sorted.size(); i++) {
            weighted += (2.0 * (i + 1) - sorted.size() - 1) * sorted.get(i);
        }
        return weighted / ((double) sum * sorted.size());
    }
}
