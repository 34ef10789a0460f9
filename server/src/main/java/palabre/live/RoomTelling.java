package palabre.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Supplier;
import palabre.codec.RoomCodec;
import palabre.core.PartId;
import palabre.core.floor.FloorEvent;
import palabre.core.room.Room;
import palabre.core.room.RoomEvent;
import palabre.core.room.Visibility;
import palabre.part.AudienceKey;
import palabre.writer.Published;
import palabre.writer.Ticker;

/** What of main is told. Confined to the room's context. */
final class RoomTelling implements Telling<Room, RoomEvent> {
    private final String epoch;
    private final Ticker ticker;
    private final Presence presence;
    private final Supplier<Room> room;
    private final DerivedLines derived = new DerivedLines();
    private final DerivedLines publicDerived = new DerivedLines();
    private final Census census = new Census();
    private final Census publicCensus = new Census();
    private int here;

    RoomTelling(String epoch, Ticker ticker, Presence presence, Supplier<Room> room) {
        this.epoch = epoch;
        this.ticker = ticker;
        this.presence = presence;
        this.room = room;
    }

    /** How many are here is told as it is now; once a second, however many come and go. */
    void count() {
        here = presence.count();
    }

    @Override
    public PartId part() {
        return PartId.MAIN;
    }

    @Override
    public Tails tails(Published<Room, RoomEvent> event) {
        return Frames.tails(event);
    }

    @Override
    public ObjectNode snapshot(AudienceKey audience, Room seen) {
        return RoomCodec.writeSeen(Visibility.of(audience.viewer(), seen));
    }

    /** Whose turn it is goes out at once; who waits, at most once in a while. */
    @Override
    public boolean urgent(RoomEvent event) {
        return event instanceof RoomEvent.OnFloor(FloorEvent e)
                && !(e instanceof FloorEvent.InLine);
    }

    @Override
    public long publicDelayMs(Published<Room, RoomEvent> event) {
        return event.after().doors().publicDelayMs();
    }

    @Override
    public long publicDelayMs() {
        return room.get().doors().publicDelayMs();
    }

    @Override
    public String epoch(AudienceKey audience) {
        return epoch;
    }

    @Override
    public Lane lane(AudienceKey audience, Room seen, boolean lags) {
        Lane lane = new Lane();
        (lags ? publicDerived : derived).tell(lane, audience.viewer(), seen, ticker.nowMs());
        here().ifPresent(h -> lane.putQuietly(Channel.HERE, h));
        return lane;
    }

    @Override
    public Optional<String> here() {
        return Optional.of("\"here\":" + here);
    }

    /** How many people have a seat, as far as an audience may know. */
    ObjectNode counts(Room seen, boolean lags) {
        return (lags ? publicCensus : census).now(seen, ticker.steadyMs());
    }
}
