package palabre.core.session;

import palabre.core.SeatId;
import palabre.core.Texts;

/**
 * Somebody who prepares sessions: their own, and nobody else's.
 *
 * @param number from 1; 0: the host, who has the server's own link, sees every session and appoints
 *     the others
 * @param issue how often their link has been written; only the last is good
 * @param withdrawn whether their link is good no more
 */
public record Organiser(int number, String name, int issue, boolean withdrawn) {
    public static final Organiser HOST = new Organiser(0, "", 1, false);

    public Organiser {
        Texts.name(name);
    }

    public boolean isHost() {
        return number == 0;
    }

    /** In whose name sessions are changed. */
    public SeatId seat() {
        return new SeatId(isHost() ? "organiser" : "organiser-" + number);
    }

    /** Whether the session is theirs to see and to change. */
    public boolean runs(Session session) {
        return isHost() || session.lifecycle().organiser() == number;
    }

    Organiser reissued() {
        return new Organiser(number, name, issue + 1, withdrawn);
    }

    Organiser handedTo(String successor) {
        return new Organiser(number, successor, issue + 1, withdrawn);
    }

    Organiser gone() {
        return new Organiser(number, name, issue, true);
    }
}
