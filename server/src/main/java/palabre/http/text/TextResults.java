package palabre.http.text;

import java.util.Locale;
import palabre.core.Role;
import palabre.core.results.ResultKind;
import palabre.core.results.Results;

/** Key points, decisions and actions, the next meeting, the end of the session. */
record TextResults(TextContext c) {
    Results all() {
        return c.room.meeting().results();
    }

    boolean shown() {
        return signs() || !all().entries().isEmpty() || all().next().isPresent();
    }

    boolean writes() {
        return !c.room.meeting().closed() && (c.presides() || c.me.role() == Role.SECRETARY);
    }

    boolean signs() {
        return c.chairs() || c.me.role() == Role.SECRETARY;
    }

    /** How a kind is named in commands and catalogues. */
    static String wire(ResultKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
