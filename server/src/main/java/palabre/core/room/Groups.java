package palabre.core.room;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import palabre.core.seats.Seat;

/** Puts people into groups of sizes that differ by one at most. */
public final class Groups {
    private Groups() {}

    /** Dealt out by team: each group gets people of as many teams as can be. */
    public static List<List<Seat>> byTeams(List<Seat> people, int groups) {
        List<Seat> sorted = new ArrayList<>(people);
        sorted.sort(Comparator.comparing(s -> s.person().team()));
        return deal(sorted, groups);
    }

    /** By lot. The same people and seed give the same groups. */
    public static List<List<Seat>> random(List<Seat> people, int groups, long seed) {
        List<Seat> shuffled = new ArrayList<>(people);
        shuffled.sort(
                Comparator.<Seat>comparingLong(s -> mixed(seed + s.id().value().hashCode()))
                        .thenComparing(s -> s.id().value()));
        return deal(shuffled, groups);
    }

    /** Spreads near numbers far apart (the finisher of SplitMix64, Steele and others, 2014). */
    private static long mixed(long seed) {
        long z = seed * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static List<List<Seat>> deal(List<Seat> people, int groups) {
        List<List<Seat>> dealt = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            dealt.add(new ArrayList<>());
        }
        for (int i = 0; i < people.size(); i++) {
            dealt.get(i % groups).add(people.get(i));
        }
        return dealt;
    }
}
