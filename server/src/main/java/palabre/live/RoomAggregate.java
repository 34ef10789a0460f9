package palabre.live;

import java.util.Optional;
import palabre.codec.EventCodec;
import palabre.codec.Json;
import palabre.codec.RoomCodec;
import palabre.codec.RoomEventCodec;
import palabre.core.Decision;
import palabre.core.SeatId;
import palabre.core.room.Charter;
import palabre.core.room.Room;
import palabre.core.room.RoomCommand;
import palabre.core.room.RoomDecider;
import palabre.core.room.RoomEvent;
import palabre.core.room.Timekeeper;
import palabre.writer.Aggregate;

/** A room as the writer needs it. */
public record RoomAggregate(Charter charter) implements Aggregate<Room, RoomCommand, RoomEvent> {
    private static final RoomEventCodec EVENTS = new RoomEventCodec();

    @Override
    public Room empty() {
        return Room.empty(charter);
    }

    @Override
    public Decision<RoomEvent> decide(Room room, SeatId actor, RoomCommand command, long atMs) {
        return RoomDecider.decide(room, actor, command, atMs);
    }

    @Override
    public Room evolve(Room room, RoomEvent event, long atMs) {
        return room.evolve(event, atMs);
    }

    @Override
    public RoomEvent completed(
            EventCodec.Batch<RoomEvent> batch, RoomEvent event, Room before, long atMs) {
        return RoomEventCodec.completed(batch, event, before, atMs);
    }

    @Override
    public boolean measures(Room room) {
        return Timekeeper.measures(room);
    }

    @Override
    public EventCodec<RoomEvent> events() {
        return EVENTS;
    }

    @Override
    public Optional<String> fold() {
        return Optional.of(RoomCodec.FOLD);
    }

    @Override
    public byte[] write(Room room) {
        return Json.bytes(RoomCodec.write(room));
    }

    @Override
    public Room read(byte[] snapshot) {
        return RoomCodec.read(charter, snapshot);
    }
}
