package palabre.http.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.util.Optional;
import palabre.codec.ClientCommand;
import palabre.codec.CommandCodec;
import palabre.codec.Json;
import palabre.codec.Unreadable;
import palabre.coordination.RoomCoordinator;
import palabre.core.Code;
import palabre.core.PartId;
import palabre.core.SeatId;
import palabre.core.room.RoomCommand;
import palabre.http.base.Meters;
import palabre.live.LiveRoom;
import palabre.part.PartCommand;
import palabre.writer.Reply;

/** Takes commands in, whichever carrier brought them, and words the answer. */
public final class CommandIntake {
    private final Meters meters;
    private final RoomCoordinator coordinator;

    public CommandIntake(Meters meters, RoomCoordinator coordinator) {
        this.meters = meters;
        this.coordinator = coordinator;
    }

    /** The answer to one command: an ack or a nack. Never fails. */
    Future<String> carryOut(LiveRoom room, SeatId seat, JsonNode node) {
        Optional<String> id = CommandCodec.id(node);
        if (PartCommand.named(node).isPresent()) {
            return toPart(room, seat, node, id);
        }
        ClientCommand command;
        try {
            command = CommandCodec.read(node);
        } catch (Unreadable e) {
            meters.refused(e.code());
            return Future.succeededFuture(nack(id, e.code()));
        }
        return reply(room, seat, command).map(reply -> word(command.id(), reply));
    }

    public Future<Reply> reply(LiveRoom room, SeatId seat, ClientCommand command) {
        long start = System.nanoTime();
        Future<Reply> answer =
                command.command() instanceof RoomCommand.OnCoordination
                        ? coordinator.carryOut(room, seat, command)
                        : room.submit(seat, command);
        return answer.otherwise(new Reply.Nack(Code.INTERNAL))
                .onSuccess(reply -> meters.answered(reply, System.nanoTime() - start));
    }

    private Future<String> toPart(LiveRoom room, SeatId seat, JsonNode node, Optional<String> id) {
        try {
            PartCommand<?> command = PartCommand.read(room.parts().kinds(), node);
            long start = System.nanoTime();
            return room.submit(seat, command)
                    .otherwise(new Reply.Nack(Code.INTERNAL))
                    .onSuccess(reply -> meters.answered(reply, System.nanoTime() - start))
                    .map(reply ->
                            reply instanceof Reply.Ack ack
                                    ? ack(command.id(), command.part(), ack.seq())
                                    : word(command.id(), reply));
        } catch (Unreadable e) {
            meters.refused(e.code());
            return Future.succeededFuture(nack(id, e.code()));
        }
    }

    private static String ack(String id, PartId part, long seq) {
        return Json.write(Json.object().put("ack", id).put("part", part.value()).put("seq", seq));
    }

    private static String word(String id, Reply reply) {
        return switch (reply) {
            case Reply.Ack ack -> Json.write(Json.object().put("ack", id).put("seq", ack.seq()));
            case Reply.Nack nack -> nack(Optional.of(id), nack.code());
        };
    }

    static String nack(Optional<String> id, Code code) {
        ObjectNode node = Json.object().put("nack", id.orElse(null));
        return Json.write(
                node.put("code", code.name())
                        .put("temporary", code.temporary())
                        .put("message", code.message()));
    }
}
