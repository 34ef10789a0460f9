package palabre.core.order;

import java.util.Locale;

/** Why somebody stands where they stand. Part of the protocol: names are never reused. */
public enum Why {
    /** Points of order are heard first. */
    POINT_OF_ORDER,
    /** Questions to the speaker are heard at once, or not at all. */
    QUESTION,
    /** The chair has promised the floor. */
    PROMISED,
    /** Was called, but could not be reached; speaks as soon as they are back. */
    DEFERRED,
    /** The chair has put them here. */
    MOVED,
    /** Replies to a speech come before other turns. */
    REPLY,
    /** Short remarks come before speeches. */
    INTERVENTION,
    /** Asked first. */
    ARRIVAL,
    /** Asked within the same moments as others, and has spoken least of them. */
    TIED,
    /** Has not spoken yet. */
    FIRST_TURN,
    /** Has spoken less than those behind: the person, then their team. */
    BALANCE,
    /** It is their team's turn. */
    TEAM_TURN,
    /** Goes around the table. */
    TOUR,
    /** Has had their turn at the table. */
    TOUR_DONE,
    /** Their team, site or mode has had its number of turns in a row. */
    RUN_LIMIT,
    /** Their time, or their team's, is used up. */
    BUDGET_SPENT;

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
