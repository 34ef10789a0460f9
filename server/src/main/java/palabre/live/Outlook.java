package palabre.live;

import org.jspecify.annotations.Nullable;
import palabre.codec.Json;
import palabre.codec.OutlookCodec;
import palabre.core.room.Audience;
import palabre.core.room.Figures;
import palabre.core.room.Floor;
import palabre.core.room.Ledger;
import palabre.core.room.Room;
import palabre.core.room.SpeakingOrder;

/**
 * What follows from a room and goes out with its events: the order of speaking and the figures.
 * Made once for each state of the floor, however many ask for it.
 */
final class Outlook {
    /** Nobody waits out of turn: what a client takes for granted. */
    static final String NO_ORDER = "\"order\":[],\"mean\":0";

    /** Figures cost a walk over everybody, and nobody reads them more often. */
    private static final long FIGURES_EVERY_MS = 1_000;

    private @Nullable Floor orderOf;
    private String order = NO_ORDER;
    private @Nullable Ledger figuresOf;
    private int figuresOfSeats;
    private long figuresMs;
    private String figures = "";

    /** The order of speaking, without braces. */
    @SuppressWarnings("ReferenceEquality") // the same object is the same state, and that is all
    String order(Room room) {
        if (orderOf != room.floor()) {
            orderOf = room.floor();
            String json =
                    Json.write(
                            OutlookCodec.order(
                                    SpeakingOrder.of(room), room.floor().ledger().meanTurnMs()));
            order = json.substring(1, json.length() - 1);
        }
        return order;
    }

    /** The figures, without braces; empty for whom they are not. */
    @SuppressWarnings("ReferenceEquality") // the same object is the same state, and that is all
    String figures(Audience audience, Room room, long nowMs) {
        if (audience != Audience.CHAIR && !room.floor().policy().figuresForAll()) {
            return "";
        }
        boolean changed =
                figuresOf != room.floor().ledger() || figuresOfSeats != room.seats().size();
        if (changed && nowMs - figuresMs >= FIGURES_EVERY_MS) {
            figuresMs = nowMs;
            figuresOf = room.floor().ledger();
            figuresOfSeats = room.seats().size();
            figures = "\"figures\":" + Json.write(OutlookCodec.figures(Figures.of(room, nowMs)));
        }
        return figures;
    }
}
