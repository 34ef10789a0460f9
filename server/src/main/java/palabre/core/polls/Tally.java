package palabre.core.polls;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import palabre.core.SeatId;

/**
 * A poll, counted. The weights of the teams stand beside the whole and are never mixed into it.
 *
 * @param votes how many have voted
 * @param counts for each option how many chose it; for each rating how many gave it; ranked: its
 *     points, an option's first place counting one less than there are options, the last none (the
 *     count of Borda)
 * @param words how often each was said, the most frequent first
 * @param teams the counts of each team; of an anonymous poll only of teams with {@link #GROUP_MIN}
 *     votes or more
 * @param by what each voted; empty for an anonymous poll
 */
public record Tally(
        int votes,
        List<Integer> counts,
        Map<String, Integer> words,
        Map<String, List<Integer>> teams,
        Map<SeatId, List<Integer>> by) {
    /** Smaller groups would show what their people voted. */
    public static final int GROUP_MIN = 5;

    private static final int WORDS_TOLD = 100;

    public Tally {
        counts = List.copyOf(counts);
        words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
        teams = Collections.unmodifiableMap(new TreeMap<>(teams));
        by = Collections.unmodifiableMap(new LinkedHashMap<>(by));
    }

    /**
     * @param votes of each who voted
     */
    public static Tally of(PollTerms terms, Map<SeatId, Ballot> votes) {
        Map<String, List<Ballot>> byTeam = new TreeMap<>();
        votes.values().stream()
                .filter(b -> !b.team().isEmpty())
                .forEach(b -> byTeam.computeIfAbsent(b.team(), _ -> new ArrayList<>()).add(b));
        byTeam.values().removeIf(b -> terms.anonymous() && b.size() < GROUP_MIN);
        Map<String, List<Integer>> teams = new TreeMap<>();
        byTeam.forEach((team, ballots) -> teams.put(team, counts(terms, ballots)));
        Map<SeatId, List<Integer>> by = new LinkedHashMap<>();
        if (!terms.anonymous()) {
            votes.forEach((seat, ballot) -> by.put(seat, ballot.choices()));
        }
        return new Tally(
                votes.size(), counts(terms, votes.values()), words(votes.values()), teams, by);
    }

    private static List<Integer> counts(PollTerms terms, Collection<Ballot> ballots) {
        int[] counts = new int[terms.width()];
        for (Ballot ballot : ballots) {
            for (int place = 0; place < ballot.choices().size(); place++) {
                counts[ballot.choices().get(place)] +=
                        terms.kind() == PollKind.RANKING ? terms.width() - 1 - place : 1;
            }
        }
        List<Integer> list = new ArrayList<>();
        for (int count : counts) {
            list.add(count);
        }
        return list;
    }

    private static Map<String, Integer> words(Collection<Ballot> ballots) {
        Map<String, Integer> said = new TreeMap<>();
        for (Ballot ballot : ballots) {
            for (String word : ballot.words()) {
                said.merge(word.strip().toLowerCase(Locale.ROOT), 1, Integer::sum);
            }
        }
        Map<String, Integer> most = new LinkedHashMap<>();
        said.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(WORDS_TOLD)
                .forEach(e -> most.put(e.getKey(), e.getValue()));
        return most;
    }
}
