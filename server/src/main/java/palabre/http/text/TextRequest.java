package palabre.http.text;

import java.util.List;
import java.util.Optional;
import palabre.core.SeatId;
import palabre.core.session.Session;
import palabre.text.Messages;

/**
 * Who asks for a text page, and how it is to be shown.
 *
 * @param csrf proves that a form on it is ours
 * @param as which of the browser's seats; empty for its first
 * @param zone the session's, for dates
 * @param session that the room is of
 * @param refused the code of what was refused last; empty when nothing was
 */
record TextRequest(
        Messages messages,
        SeatId seat,
        String csrf,
        String as,
        int refreshS,
        String refused,
        boolean lost,
        String zone,
        Optional<Session> session) {
    /** Choices of automatic update, in seconds; 0 is off. */
    static final List<Integer> REFRESH_S = List.of(0, 15, 30, 60);
}
