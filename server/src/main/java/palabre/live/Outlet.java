package palabre.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import palabre.core.room.Audience;
import palabre.core.room.FloorEvent;
import palabre.core.room.Room;
import palabre.core.room.RoomCommand;
import palabre.core.room.RoomEvent;
import palabre.writer.LogWriter;
import palabre.writer.Published;
import palabre.writer.Ticker;

/** What goes out of a room, to each audience at its time. Confined to the room's context. */
final class Outlet {
    private final LogWriter<Room, RoomCommand, RoomEvent> writer;
    private final Ticker ticker;
    private final long beatMs;
    private final Hub hub;
    private final Presence presence;
    private final History history;
    private final Channels channels;
    private final Rhythm rhythm;
    private final DerivedLines derived = new DerivedLines();
    private final DerivedLines publicDerived = new DerivedLines();
    private final Census census = new Census();
    private final Census publicCensus = new Census();
    private final PublicView publicView = new PublicView();
    private boolean urgent;
    private long nextBeatMs;
    private int hereSent;

    Outlet(
            Vertx vertx,
            Ticker ticker,
            Pace pace,
            LogWriter<Room, RoomCommand, RoomEvent> writer,
            Hub hub,
            Presence presence,
            History history) {
        this.writer = writer;
        this.ticker = ticker;
        this.beatMs = pace.beatMs();
        this.hub = hub;
        this.presence = presence;
        this.history = history;
        this.channels = new Channels(writer.head().epoch(), writer.head().seq(), ticker.nowMs());
        this.nextBeatMs = ticker.steadyMs() + beatMs;
        this.rhythm = new Rhythm(vertx, writer.context(), ticker, pace.batchMs(), hub, this::flush);
    }

    Channel channel(Audience audience) {
        return channels.of(audience);
    }

    /** Gives what has become durable to each audience that may see it. */
    void take(Published<Room, RoomEvent> event) {
        Map<Audience, String> tails = Frames.tails(event);
        history.add(event, tails);
        Optional<String> publics = Optional.ofNullable(tails.get(Audience.PUBLIC));
        boolean later = publicView.holds(event, publics, ticker.steadyMs());
        tails.forEach((audience, tail) -> {
            if (!later || audience != Audience.PUBLIC) {
                channels.of(audience).add(event.seq(), tail);
            }
        });
        urgent |= isUrgent(event.event());
        if (event.lastOfCommand()) {
            rhythm.go(urgent);
            urgent = false;
        }
    }

    /** Whose turn it is goes out at once; who waits, at most once in a while. */
    private static boolean isUrgent(RoomEvent event) {
        return event instanceof FloorEvent && !(event instanceof FloorEvent.InLine);
    }

    void flush() {
        channels.all().forEach(this::flush);
    }

    void flush(Channel channel) {
        channel.flush(derived(channel))
                .ifPresent(batch -> {
                    rhythm.went();
                    hub.deliver(channel.audience(), batch);
                });
    }

    /** How things stand for a channel's audience. */
    List<String> derived(Channel channel) {
        boolean lags = channel.audience() == Audience.PUBLIC && publicView.lags();
        return (lags ? publicDerived : derived)
                .now(channel.audience(), room(channel.audience()), ticker.nowMs());
    }

    /** How many people have a seat, as far as a channel's audience may know. */
    ObjectNode counts(Channel channel) {
        boolean lags = channel.audience() == Audience.PUBLIC && publicView.lags();
        return (lags ? publicCensus : census).now(room(channel.audience()), ticker.steadyMs());
    }

    /** The room as an audience may know it by now. */
    Room room(Audience audience) {
        Room now = writer.state();
        return audience == Audience.PUBLIC ? publicView.room(now) : now;
    }

    PublicView publicView() {
        return publicView;
    }

    /** Takes a channel over what is hidden from it, up to where its audience may be. */
    void beat(Channel channel, long nowMs) {
        long head = writer.head().seq();
        long upTo = channel.audience() == Audience.PUBLIC ? publicView.seq(head) : head;
        channel.beat(upTo, nowMs, presence.count());
    }

    /** Once a second: what the public may know by now, heartbeats, counts. */
    void tick() {
        long steadyMs = ticker.steadyMs();
        if (publicView.lags()) {
            Channel channel = channels.of(Audience.PUBLIC);
            long delay = writer.state().doors().publicDelayMs();
            publicView.release(steadyMs, delay, told -> channel.add(told.seq(), told.tail()));
            flush(channel);
        }
        int here = presence.count();
        if (steadyMs >= nextBeatMs) {
            nextBeatMs = steadyMs + beatMs;
            for (Channel channel : channels.all()) {
                beat(channel, ticker.nowMs());
                flush(channel);
            }
        } else if (here != hereSent) {
            Batch batch = new Batch(List.of(Frames.here(here)), Optional.empty(), 0);
            channels.all().forEach(c -> hub.deliver(c.audience(), batch));
        }
        hereSent = here;
        for (Channel c : channels.all()) {
            c.retell(derived(c)).ifPresent(b -> hub.deliver(c.audience(), b));
        }
    }
}
