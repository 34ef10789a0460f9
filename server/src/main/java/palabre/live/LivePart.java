package palabre.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import palabre.codec.Json;
import palabre.core.PartId;
import palabre.core.SeatId;
import palabre.core.room.Room;
import palabre.part.Asked;
import palabre.part.AudienceKey;
import palabre.part.PartCommand;
import palabre.part.PartKind;
import palabre.writer.LogWriter;
import palabre.writer.Published;
import palabre.writer.Reply;
import palabre.writer.Request;

/**
 * A part of a room in memory, other than main: its writer, who follows it, and what goes out to
 * them. Confined to the room's context.
 */
final class LivePart<S, C, E> {
    private final PartId id;
    private final PartKind<S, C, E> kind;
    private final LogWriter<S, Asked<C>, E> writer;
    private final Hub hub = new Hub();
    private final Outlet<S, E> outlet;
    private final Resume resume;
    private long usedMs;

    LivePart(
            Vertx vertx,
            Pace pace,
            PartTelling<S, E> telling,
            PartKind<S, C, E> kind,
            LogWriter<S, Asked<C>, E> writer,
            History history) {
        this.id = telling.part();
        this.kind = kind;
        this.writer = writer;
        this.resume = new Resume(history);
        this.outlet = new Outlet<>(vertx, writer.clock(), pace, writer, hub, history, telling);
        this.usedMs = writer.clock().steadyMs();
    }

    /** Sees what has become durable. */
    void published(Published<S, E> event) {
        outlet.take(event, Optional.empty());
    }

    /** A command of this part's kind, at most once. */
    Future<Reply> submit(SeatId seat, PartCommand<?> command, Room main) {
        usedMs = writer.clock().steadyMs();
        @SuppressWarnings("unchecked") // a kind reads its own commands alone
        C asked = ((PartCommand<C>) command).command();
        return writer.submit(
                new Request<>(seat, command.id(), command.bodyHash(), new Asked<>(main, asked)));
    }

    /**
     * Subscribes and welcomes; done again, it welcomes anew.
     *
     * @param after how far the subscriber has come; empty for a snapshot
     */
    void follow(Subscriber subscriber, AudienceKey asked, Optional<Position> after) {
        Channel channel = outlet.channel(kind.audience(asked));
        outlet.ready(channel, after);
        List<String> lines = new ArrayList<>();
        ObjectNode hello =
                Json.object()
                        .put("part", id.value())
                        .put("hello", kind.name())
                        .put("epoch", channel.epoch())
                        .put("seq", channel.last())
                        .put("told", channel.toldNumber())
                        .put("recovered", Resume.comparable(after, channel));
        lines.add(Json.write(hello));
        lines.addAll(
                resume.lines(
                        channel,
                        after,
                        subscriber.seat(),
                        writer.clock().nowMs(),
                        () -> outlet.snapshot(channel)));
        lines.addAll(channel.standing(outlet.lane(channel)));
        Batch welcome = channel.batch(lines, Optional.of(channel.position()), channel.toldNumber());
        hub.add(subscriber, channel.audience());
        Hub.welcome(subscriber, welcome);
    }

    void unfollow(Subscriber subscriber) {
        if (hub.remove(subscriber)) {
            usedMs = writer.clock().steadyMs();
        }
    }

    void tick() {
        outlet.tick();
    }

    /** Whether nobody has used it for so long. */
    boolean idleFor(long ms) {
        return hub.all().isEmpty() && writer.idle() && writer.clock().steadyMs() - usedMs >= ms;
    }

    void retire() {
        writer.retire();
    }
}
