package palabre.core.floor;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import palabre.core.SeatId;
import palabre.core.seats.Grouping;
import palabre.core.seats.Person;

/**
 * Who has had how much of the floor. What a person spoke is credited to them and to whom they stand
 * for, never to a device. Times in milliseconds.
 *
 * @param speakers who has had a turn, as they were then: they stay when they leave the room
 * @param extraMs what the chair gave to a budget, or took from it
 * @param runs how many turns in a row the group that spoke last has had
 * @param turnsBegun counts all turns but the procedural ones
 * @param turnsEnded counts all that have ended
 * @param roundFrom the number of turns begun when the <i>tour de table</i> began
 * @param longestWaitMs from asking to speaking
 */
public record Ledger(
        Map<SeatId, Speaker> speakers,
        Map<String, Account> teams,
        Map<BudgetOwner, Long> extraMs,
        Map<Grouping, Run> runs,
        long turnsBegun,
        long turnsEnded,
        long spokenMs,
        long roundFrom,
        long longestWaitMs) {
    public static final Ledger EMPTY =
            new Ledger(Map.of(), Map.of(), Map.of(), Map.of(), 0, 0, 0, 0, 0);

    /** Somebody who spoke, and for whom. */
    public record Speaker(Person person, Account account) {}

    /** So many turns of one group without another's between them. */
    public record Run(String group, int turns) {
        public static final Run NONE = new Run("", 0);
    }

    public Ledger {
        speakers = Collections.unmodifiableMap(speakers);
        teams = Collections.unmodifiableMap(teams);
        extraMs = Map.copyOf(extraMs);
        runs = Collections.unmodifiableMap(runs);
    }

    public Account of(SeatId seat) {
        Speaker speaker = speakers.get(seat);
        return speaker == null ? Account.NEW : speaker.account();
    }

    public Account ofTeam(String team) {
        return Objects.requireNonNullElse(teams.get(team), Account.NEW);
    }

    public Run run(Grouping by) {
        return Objects.requireNonNullElse(runs.get(by), Run.NONE);
    }

    public long extraMs(BudgetOwner budgetOwner) {
        return extraMs.getOrDefault(budgetOwner, 0L);
    }

    /** How long a turn lasted on average; 0 before the first has ended. */
    public long meanTurnMs() {
        return turnsEnded == 0 ? 0 : spokenMs / turnsEnded;
    }

    /**
     * Somebody begins to speak, who waited so long.
     *
     * @param counted whether it is a turn more
     */
    public Ledger began(SeatId seat, Person person, long waitedMs, boolean counted) {
        long wait = Math.max(longestWaitMs, waitedMs);
        if (!counted) {
            return new Ledger(
                    speakers,
                    teams,
                    extraMs,
                    runs,
                    turnsBegun,
                    turnsEnded,
                    spokenMs,
                    roundFrom,
                    wait);
        }
        long turn = turnsBegun + 1;
        Map<Grouping, Run> now = new EnumMap<>(Grouping.class);
        for (Grouping by : Grouping.values()) {
            String group = by.of(person);
            Run run = run(by);
            int turns = run.group().equals(group) ? run.turns() + 1 : 1;
            now.put(by, group.isEmpty() ? Run.NONE : new Run(group, turns));
        }
        return new Ledger(
                changed(seat, person, a -> a.began(turn)),
                changed(person.team(), a -> a.began(turn)),
                extraMs,
                now,
                turn,
                turnsEnded,
                spokenMs,
                roundFrom,
                wait);
    }

    /** A turn has ended, which came to this. */
    public Ledger spoke(SeatId seat, Person person, FloorEvent.Charge charge) {
        return new Ledger(
                changed(seat, person, a -> a.spoke(charge)),
                changed(charge.team(), a -> a.spoke(charge)),
                extraMs,
                runs,
                turnsBegun,
                turnsEnded + 1,
                spokenMs + charge.spokenMs(),
                roundFrom,
                longestWaitMs);
    }

    public Ledger given(BudgetOwner budgetOwner, long ms) {
        Map<BudgetOwner, Long> extra = new LinkedHashMap<>(extraMs);
        extra.merge(budgetOwner, ms, Long::sum);
        return new Ledger(
                speakers,
                teams,
                extra,
                runs,
                turnsBegun,
                turnsEnded,
                spokenMs,
                roundFrom,
                longestWaitMs);
    }

    public Ledger newRound() {
        return new Ledger(
                speakers,
                teams,
                extraMs,
                runs,
                turnsBegun,
                turnsEnded,
                spokenMs,
                turnsBegun,
                longestWaitMs);
    }

    private Map<SeatId, Speaker> changed(
            SeatId seat, Person person, UnaryOperator<Account> change) {
        Map<SeatId, Speaker> next = new LinkedHashMap<>(speakers);
        next.put(seat, new Speaker(person, change.apply(of(seat))));
        return next;
    }

    private Map<String, Account> changed(String team, UnaryOperator<Account> change) {
        Map<String, Account> next = new TreeMap<>(teams);
        next.put(team, change.apply(ofTeam(team)));
        return next;
    }
}
