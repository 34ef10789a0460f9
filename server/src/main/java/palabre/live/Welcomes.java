package palabre.live;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
    private final String epoch;
    private final Resume resume;
    private final long beatMs;

    Welcomes(String epoch, History history, long beatMs) {
        this.epoch = epoch;
        this.resume = new Resume(history);
        this.beatMs = beatMs;
    }

    /**
     * @param channel with nothing pending
     * @param snapshot the channel's
     * @param after how far the client has come; empty for a start from nothing
     * @param here how many people are here
     * @param counts how many people have a seat
     * @param briefing what the session says: ground rules, for who has yet to accept them; rooms
     * @param lane what is told beside the log
     */
    Batch welcome(
            Room room,
            SeatId seat,
            Channel channel,
            Supplier<String> snapshot,
            Optional<Position> after,
            long nowMs,
            int here,
            ObjectNode counts,
            Briefing briefing,
            Lane lane) {
        boolean comparable = Resume.comparable(after, channel);
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
        lines.addAll(resume.lines(channel, after, seat, nowMs, snapshot));
        lines.addAll(channel.standing(lane));
        return channel.batch(lines, Optional.of(channel.position()), channel.toldNumber());
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
