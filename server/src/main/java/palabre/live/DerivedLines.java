package palabre.live;

import org.jspecify.annotations.Nullable;
import palabre.codec.DerivedLinesCodec;
import palabre.codec.Json;
import palabre.core.Audience;
import palabre.core.floor.Floor;
import palabre.core.floor.Ledger;
import palabre.core.order.SpeakingOrder;
import palabre.core.room.Figures;
import palabre.core.room.Meeting;
import palabre.core.room.Room;

/**
 * What follows from a room and goes out with its events: the order of speaking and the figures.
 * Made once for each state of the floor, however many ask for it.
 */
final class DerivedLines {
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
    private @Nullable Meeting opinionsOf;
    private long opinionsMs;
    private String opinions = "";

    /** Says them in a lane; empty what is not for this audience. */
    void tell(Lane lane, Audience audience, Room room, long nowMs) {
        lane.put("order", order(room));
        lane.put("figures", figures(audience, room, nowMs));
        lane.put("opinions", opinions(room, nowMs));
    }

    /** How open polls and published questions stand, without braces; empty when there are none. */
    @SuppressWarnings("ReferenceEquality") // the same object is the same state, and that is all
    private String opinions(Room room, long nowMs) {
        if (opinionsOf != room.meeting() && nowMs - opinionsMs >= FIGURES_EVERY_MS) {
            opinionsMs = nowMs;
            opinionsOf = room.meeting();
            opinions =
                    DerivedLinesCodec.opinions(room.meeting())
                            .map(o -> "\"opinions\":" + Json.write(o))
                            .orElse("");
        }
        return opinions;
    }

    /** The order of speaking, without braces. */
    @SuppressWarnings("ReferenceEquality") // the same object is the same state, and that is all
    private String order(Room room) {
        if (orderOf != room.floor()) {
            orderOf = room.floor();
            String json =
                    Json.write(
                            DerivedLinesCodec.order(
                                    SpeakingOrder.of(room.floor(), room),
                                    room.floor().ledger().meanTurnMs()));
            order = json.substring(1, json.length() - 1);
        }
        return order;
    }

    /** The figures, without braces; empty for whom they are not. */
    @SuppressWarnings("ReferenceEquality") // the same object is the same state, and that is all
    private String figures(Audience audience, Room room, long nowMs) {
        if (audience != Audience.CHAIR && !room.floor().policy().figuresForAll()) {
            return "";
        }
        boolean changed =
                figuresOf != room.floor().ledger() || figuresOfSeats != room.seats().size();
        if (changed && nowMs - figuresMs >= FIGURES_EVERY_MS) {
            figuresMs = nowMs;
            figuresOf = room.floor().ledger();
            figuresOfSeats = room.seats().size();
            figures =
                    "\"figures\":" + Json.write(DerivedLinesCodec.figures(Figures.of(room, nowMs)));
        }
        return figures;
    }
}
