package palabre.live;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import palabre.core.SeatId;
import palabre.core.floor.FloorCommand;
import palabre.core.room.Room;
import palabre.core.room.RoomCommand;
import palabre.core.room.Timekeeper;
import palabre.writer.Ticker;

/**
 * Lets happen what is due: looks when the next turn ends, and once a second besides. Confined to
 * the room's context.
 */
final class Clockwork {
    private static final long NEVER = -1;

    /** Tells the room that the clock has struck; {@code done} is called when it has answered. */
    interface Striker {
        void strike(RoomCommand command, Runnable done);
    }

    private final Vertx vertx;
    private final Context context;
    private final Ticker ticker;
    private final Supplier<Room> room;
    private final Supplier<Set<SeatId>> chairsHere;
    private final Striker striker;
    private long timer = NEVER;
    private long armedForMs = NEVER;
    private boolean striking;

    Clockwork(
            Vertx vertx,
            Context context,
            Ticker ticker,
            Supplier<Room> room,
            Supplier<Set<SeatId>> chairsHere,
            Striker striker) {
        this.vertx = vertx;
        this.context = context;
        this.ticker = ticker;
        this.room = room;
        this.chairsHere = chairsHere;
        this.striker = striker;
    }

    /** Does what is due, and sees to it that it is called in time for the rest. */
    void look() {
        if (striking) {
            return;
        }
        Set<SeatId> here = chairsHere.get();
        if (Timekeeper.isDue(room.get(), ticker.nowMs(), here)) {
            striking = true;
            striker.strike(RoomCommand.of(new FloorCommand.KeepTime(here)), () -> striking = false);
        } else {
            arm(Timekeeper.nextMs(room.get()));
        }
    }

    private void arm(OptionalLong next) {
        if (next.isEmpty() || next.getAsLong() == armedForMs) {
            return;
        }
        stop();
        armedForMs = next.getAsLong();
        long delayMs = Math.max(1, (armedForMs - ticker.nowMs()) / ticker.times());
        timer = vertx.setTimer(delayMs, _ -> context.runOnContext(_ -> struck()));
    }

    private void struck() {
        armedForMs = NEVER;
        look();
    }

    void stop() {
        if (timer != NEVER) {
            vertx.cancelTimer(timer);
            timer = NEVER;
            armedForMs = NEVER;
        }
    }
}
