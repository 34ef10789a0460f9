package palabre.core.room;

import java.util.ArrayList;
import java.util.List;
import palabre.core.Decision;
import palabre.core.entry.RulesEvent;
import palabre.core.floor.Floor;
import palabre.core.floor.FloorEvent;
import palabre.core.lobby.LobbyEvent;
import palabre.core.recording.RecordingEvent;
import palabre.core.seats.SeatEvent;

/**
 * The events of one decision in the making, and the room as it is after them: what follows from an
 * event is decided on what the event has made.
 */
final class Steps {
    private final List<RoomEvent> events = new ArrayList<>();
    private final long atMs;
    private Room room;

    Steps(Room room, long atMs) {
        this.room = room;
        this.atMs = atMs;
    }

    Steps then(RoomEvent event) {
        RoomEvent stated = RoomFacts.stated(room, event, atMs);
        events.add(stated);
        room = room.evolve(stated, atMs);
        return this;
    }

    Steps then(FloorEvent event) {
        return then(RoomEvent.of(event));
    }

    Steps then(SeatEvent event) {
        return then(RoomEvent.of(event));
    }

    Steps then(RulesEvent event) {
        return then(RoomEvent.of(event));
    }

    Steps then(LobbyEvent event) {
        return then(RoomEvent.of(event));
    }

    Steps then(RecordingEvent event) {
        return then(RoomEvent.of(event));
    }

    Room room() {
        return room;
    }

    Floor floor() {
        return room.floor();
    }

    long atMs() {
        return atMs;
    }

    List<RoomEvent> events() {
        return events;
    }

    Decision<RoomEvent> decided() {
        return new Decision.Accepted<>(events);
    }
}
