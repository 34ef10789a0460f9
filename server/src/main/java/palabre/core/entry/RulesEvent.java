package palabre.core.entry;

import palabre.core.SeatId;

/** What has happened to the ground rules. */
public sealed interface RulesEvent {
    /** From now on these hold; 0: none. */
    record RulesLaid(int version) implements RulesEvent {}

    record RulesAccepted(SeatId seat, int version) implements RulesEvent {}
}
