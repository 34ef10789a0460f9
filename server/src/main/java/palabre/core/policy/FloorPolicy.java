package palabre.core.policy;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import palabre.core.seats.Grouping;

/**
 * The rules of the floor: of a room, or of an agenda item while it lasts. Times in milliseconds.
 *
 * @param tieMs how long after the first of a window others count as having come together with it;
 *     0: nobody does
 * @param run how many turns in a row one group may have while another waits
 * @param turnMs how long a turn may be, by kind; a kind that is absent has no limit
 * @param personMs how long a person may speak in all; 0 is without limit
 * @param teamMs how long a team may speak in all; 0 is without limit
 * @param warnMs how long before the end the speaker is warned
 * @param graceMs for {@link OvertimeRule#GRACE}
 * @param lagMs what every turn gets on top for its interpretation; costs no budget
 * @param returnMs how long a speaker whose link is lost may take to come back; 0 is without limit
 * @param vacantMs how long the floor waits for a chair whose link is lost; 0 is without limit
 * @param runsOn whether the floor, after that, goes on by its order alone; else it is frozen
 * @param figuresForAll whether all see the figures; else the chair alone does
 */
public record FloorPolicy(
        OrderRule order,
        long tieMs,
        Optional<RunLimit> run,
        Map<RequestKind, Long> turnMs,
        long personMs,
        long teamMs,
        List<Long> warnMs,
        OvertimeRule atZero,
        long graceMs,
        long lagMs,
        long returnMs,
        long vacantMs,
        boolean runsOn,
        boolean figuresForAll) {
    /** The longest time that any rule may name: a day. */
    public static final long TIME_MAX_MS = 24 * 3_600_000L;

    /** At most so many turns in a row. */
    public record RunLimit(Grouping by, int turns) {}

    public static final FloorPolicy DEFAULT =
            new FloorPolicy(
                    OrderRule.FIRST_COME,
                    0,
                    Optional.empty(),
                    Map.of(
                            RequestKind.SPEECH, 180_000L,
                            RequestKind.REPLY, 90_000L,
                            RequestKind.INTERVENTION, 60_000L,
                            RequestKind.QUESTION, 60_000L,
                            RequestKind.POINT_OF_ORDER, 60_000L),
                    0,
                    0,
                    List.of(60_000L, 15_000L),
                    OvertimeRule.SIGNAL,
                    15_000,
                    0,
                    60_000,
                    60_000,
                    false,
                    false);

    public FloorPolicy {
        Map<RequestKind, Long> limits = new EnumMap<>(RequestKind.class);
        limits.putAll(turnMs);
        turnMs = Collections.unmodifiableMap(limits);
        warnMs = List.copyOf(warnMs);
    }

    /** 0 is without limit. */
    public long limitMs(RequestKind kind) {
        return turnMs.getOrDefault(kind, 0L);
    }
}
