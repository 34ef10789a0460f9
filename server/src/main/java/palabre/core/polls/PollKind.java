package palabre.core.polls;

/** How a poll is answered. */
public enum PollKind {
    /** One of the options. */
    SINGLE,
    /** Any of the options. */
    MULTIPLE,
    /** A number from 1 to 5. */
    RATING,
    /** The options in the order of preference, as many as one likes. */
    RANKING,
    /** Up to three words of one's own. */
    WORDS
}
