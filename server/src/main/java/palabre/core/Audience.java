package palabre.core;

/** Those who see the same. What is sent is encoded once for each, not once for each person. */
public enum Audience {
    /** Moderator and deputy: see everything. */
    CHAIR,
    /** All who take part: see everything but the observers. */
    MEMBER,
    /** Observers: see what members see; may get less as rooms grow. */
    PUBLIC;

    public static Audience of(Role role) {
        return switch (role) {
            case MODERATOR, DEPUTY -> CHAIR;
            case SECRETARY, CAPTIONER, PARTICIPANT, STEWARD -> MEMBER;
            case OBSERVER -> PUBLIC;
        };
    }
}
