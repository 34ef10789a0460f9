package palabre.core.note;

import java.util.Locale;

/** Why something is a proposal. */
public enum ProposalCause {
    /** Its author wanted it so. */
    MEANT,
    /** Its author may not write into the note. */
    RULE,
    /** The note was closed when it arrived. */
    LATE,
    /** The note would have become too long. */
    FULL;

    /** The name on the wire: lower case. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
