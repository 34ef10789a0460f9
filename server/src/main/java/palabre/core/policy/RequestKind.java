package palabre.core.policy;

import java.util.Locale;
import java.util.Optional;

/**
 * What somebody asks the floor for, in the order of rank: who ranks higher is heard first. After
 * parliamentary practice.
 */
public enum RequestKind {
    /** The rules are not kept; possible on a closed list, heard before all else. */
    POINT_OF_ORDER,
    /** To the one who speaks, who pauses for it and goes on with the time that was left. */
    QUESTION,
    /** The right of reply to a speech; possible on a closed list. */
    REPLY,
    /** A short remark. */
    INTERVENTION,
    /** A turn in the debate. */
    SPEECH;

    /** Whether it may interrupt a turn, and costs nobody's budget. */
    public boolean procedural() {
        return this == POINT_OF_ORDER || this == QUESTION;
    }

    /** Whether a closed list takes it all the same. */
    public boolean onClosedList() {
        return procedural() || this == REPLY;
    }

    /** The name on the wire: {@code point-of-order}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<RequestKind> fromWire(String name) {
        for (RequestKind kind : values()) {
            if (kind.wire().equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
