package palabre.live;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import palabre.codec.DerivedLinesCodec;
import palabre.codec.Json;
import palabre.codec.PeopleCodec;
import palabre.codec.RoomCodec;
import palabre.core.SeatId;
import palabre.core.room.Charter;
import palabre.core.room.Room;
import palabre.core.session.Link;

/**
 * What somebody gets who comes, or comes back: a hello, then exactly what they missed, or a
 * snapshot when that is smaller or what they missed is no longer known.
 */
final class Welcomes {
    /** Below this many characters nothing is gained by a snapshot. */
    private static final int SMALL = 2_048;

    private final String epoch;
    private final History history;
    private final long beatMs;

    Welcomes(String epoch, History history, long beatMs) {
        this.epoch = epoch;
        this.history = history;
        this.beatMs = beatMs;
    }

    /**
     * @param seen the room as the channel's audience may know it
     * @param channel with nothing pending
     * @param after how far the client has come; empty for a start from nothing
     * @param here how many people are here
     * @param counts how many people have a seat
     * @param briefing what the session says: ground rules, for who has yet to accept them; rooms
     * @param derived how the order and the figures stand
     */
    Batch welcome(
            Room room,
            SeatId seat,
            Room seen,
            Channel channel,
            Optional<Position> after,
            long nowMs,
            int here,
            ObjectNode counts,
            Briefing briefing,
            List<String> derived) {
        boolean comparable = after.filter(p -> !comparable(p, channel)).isEmpty();
        Optional<List<String>> missed =
                after.filter(_ -> comparable).flatMap(p -> missed(channel, p, seat, nowMs));
        List<String> lines = new ArrayList<>();
        ObjectNode hello = hello(room, seat, channel, comparable, nowMs, here);
        hello.set("counts", counts);
        if (!room.rules().heldBy(seat)) {
            hello.putObject("rules")
                    .put("version", room.rules().version())
                    .put("text", briefing.rulesText());
        }
        ObjectNode mine = DerivedLinesCodec.mine(room, seat);
        if (!mine.isEmpty()) {
            hello.set("mine", mine);
        }
        List<Charter> rooms = briefing.rooms(room, room.person(seat));
        if (!rooms.isEmpty()) {
            ArrayNode told = hello.putArray("rooms");
            rooms.forEach(
                    c -> told.addObject().put("room", c.room().value()).put("title", c.title()));
        }
        List<Link> links = briefing.links(room, room.person(seat));
        if (!links.isEmpty()) {
            ArrayNode told = hello.putArray("links");
            links.forEach(l ->
                    told.addObject()
                            .put("link", l.id().value())
                            .put("name", l.person().name())
                            .put("role", l.person().role().wire())
                            .put("closed", l.closed()));
        }
        if (room.seat(seat).filter(s -> s.invitedAs() != s.person().role()).isPresent()) {
            hello.put("invitedAs", room.seat(seat).orElseThrow().invitedAs().wire());
        }
        lines.add(Json.write(hello));
        if (missed.isEmpty() || isLarger(missed.get(), channel, seen)) {
            lines.add(channel.snapshot(seen));
        } else {
            lines.addAll(missed.get());
        }
        for (String body : derived) {
            if (!body.isEmpty() && !body.equals(DerivedLines.NO_ORDER)) {
                lines.add(Frames.derived(body, channel.last(), channel.toldNumber()));
            }
        }
        return new Batch(
                lines, Optional.of(new Position(epoch, channel.last())), channel.toldNumber());
    }

    private static boolean isLarger(List<String> missed, Channel channel, Room room) {
        int size = missed.stream().mapToInt(String::length).sum();
        return size > SMALL && size > channel.snapshot(room).length();
    }

    /** Not of another epoch, and not of the future. */
    private boolean comparable(Position after, Channel channel) {
        return after.epoch().equals(epoch) && after.seq() <= channel.last();
    }

    /** Empty when it was too long ago, or their audience may have been another then. */
    private Optional<List<String>> missed(
            Channel channel, Position after, SeatId seat, long nowMs) {
        return history.after(after.seq(), channel.audience(), seat)
                .map(events -> numbered(events, after.seq(), channel, nowMs));
    }

    private static List<String> numbered(
            List<History.Missed> events, long from, Channel channel, long nowMs) {
        List<String> lines = new ArrayList<>();
        long prev = from;
        for (History.Missed event : events) {
            if (event.seq() > channel.last()) {
                break; // not yet for this audience
            }
            lines.add(Frames.frame(prev, event.seq(), event.tail()));
            prev = event.seq();
        }
        if (prev < channel.last()) {
            lines.add(Frames.frame(prev, channel.last(), "\"beat\":" + nowMs + "}"));
        }
        return lines;
    }

    private ObjectNode hello(
            Room room, SeatId seat, Channel channel, boolean recovered, long nowMs, int here) {
        ObjectNode node =
                Json.object()
                        .put("hello", "palabre.v1")
                        .put("room", room.charter().room().value())
                        .put("seat", seat.value());
        PeopleCodec.person(node, room.seat(seat).orElseThrow().person());
        return node.put("epoch", epoch)
                .put("seq", channel.last())
                .put("told", channel.toldNumber())
                .put("fold", RoomCodec.FOLD)
                .put("durable", room.charter().onRecord())
                .put("recovered", recovered)
                .put("beatMs", beatMs)
                .put("time", nowMs)
                .put("here", here);
    }
}
