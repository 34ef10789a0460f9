package palabre.live;

import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import palabre.core.Audience;
import palabre.core.SeatId;
import palabre.part.AudienceKey;
import palabre.writer.LogWriter;
import palabre.writer.Published;
import palabre.writer.Ticker;

/** What goes out of a part, to each audience at its time. Confined to the room's context. */
final class Outlet<S, E> {
    private final LogWriter<S, ?, E> writer;
    private final Ticker ticker;
    private final long beatMs;
    private final Hub hub;
    private final History history;
    private final Telling<S, E> telling;
    private final Map<AudienceKey, Channel> channels = new HashMap<>();
    private final Rhythm rhythm;
    private final PublicView<S, E> publicView = new PublicView<>();
    private boolean urgent;
    private long nextBeatMs;

    Outlet(
            Vertx vertx,
            Ticker ticker,
            Pace pace,
            LogWriter<S, ?, E> writer,
            Hub hub,
            History history,
            Telling<S, E> telling) {
        this.writer = writer;
        this.ticker = ticker;
        this.beatMs = pace.beatMs();
        this.hub = hub;
        this.history = history;
        this.telling = telling;
        this.nextBeatMs = ticker.steadyMs() + beatMs;
        this.rhythm = new Rhythm(vertx, writer.context(), ticker, pace.batchMs(), hub, this::flush);
    }

    /** The channel of an audience; there is one from when the first of it comes. */
    Channel channel(AudienceKey audience) {
        return channels.computeIfAbsent(audience, this::begin);
    }

    private Channel begin(AudienceKey audience) {
        Channel channel =
                new Channel(audience, telling.epoch(audience), upTo(audience), ticker.nowMs());
        telling.here().ifPresent(channel::knowsWhoIsHere);
        return channel;
    }

    private long upTo(AudienceKey audience) {
        long head = writer.head().seq();
        return audience.viewer() == Audience.PUBLIC ? publicView.seq(head) : head;
    }

    /** Gives what has become durable to each audience that may see it. */
    void take(Published<S, E> event, Optional<SeatId> cast) {
        Tails tails = telling.tails(event);
        history.add(event.seq(), tails, cast);
        boolean later =
                publicView.holds(event, tails, telling.publicDelayMs(event), ticker.steadyMs());
        for (Channel channel : channels.values()) {
            if (!later || channel.audience().viewer() != Audience.PUBLIC) {
                give(channel, event.seq(), tails);
            }
        }
        urgent |= telling.urgent(event.event());
        if (event.lastOfCommand()) {
            rhythm.go(urgent);
            urgent = false;
        }
    }

    private void give(Channel channel, long seq, Tails tails) {
        if (hub.has(channel.audience())) {
            tails.of(channel.audience()).ifPresent(t -> channel.add(seq, t));
        } else {
            channel.pass(seq);
        }
    }

    void flush() {
        channels.values().forEach(this::flush);
    }

    void flush(Channel channel) {
        channel.flush(() -> lane(channel))
                .ifPresent(batch -> {
                    rhythm.went();
                    hub.deliver(channel.audience(), batch);
                });
    }

    /** What a channel's audience is told beside the log. */
    Lane lane(Channel channel) {
        boolean lags = lags(channel.audience());
        return telling.lane(channel.audience(), state(channel.audience()), lags);
    }

    boolean lags(AudienceKey audience) {
        return audience.viewer() == Audience.PUBLIC && publicView.lags();
    }

    /** The state as an audience may know it by now. */
    S state(AudienceKey audience) {
        S now = writer.state();
        return audience.viewer() == Audience.PUBLIC ? publicView.state(now) : now;
    }

    /** The snapshot of a channel with nothing pending. */
    String snapshot(Channel channel) {
        AudienceKey audience = channel.audience();
        return channel.snapshot(() -> telling.snapshot(audience, state(audience)));
    }

    PublicView<S, E> publicView() {
        return publicView;
    }

    /** Takes a channel over what is hidden from it, up to where its audience may be. */
    void beat(Channel channel) {
        channel.beat(upTo(channel.audience()), ticker.nowMs(), telling.here());
    }

    /** Brings a channel to where somebody of it can be welcomed who says how far they have come. */
    void ready(Channel channel, Optional<Position> after) {
        if (after.filter(p -> ahead(p, channel)).isPresent()) {
            beat(channel);
        }
        flush(channel);
        if (!hub.has(channel.audience())) {
            channel.retell(lane(channel)); // nobody to tell: who comes is told how it stands
        }
    }

    /** Known to the log, but hidden from this audience since its last frame. */
    private boolean ahead(Position after, Channel channel) {
        return after.epoch().equals(channel.epoch())
                && after.seq() > channel.last()
                && after.seq() <= writer.head().seq();
    }

    /** Once a second: what the public may know by now, heartbeats, what is told beside the log. */
    void tick() {
        long steadyMs = ticker.steadyMs();
        if (publicView.lags()) {
            publicView.release(steadyMs, telling.publicDelayMs(), this::release);
        }
        if (steadyMs >= nextBeatMs) {
            nextBeatMs = steadyMs + beatMs;
            channels.values().forEach(this::heartbeat);
        }
        for (Channel c : channels.values()) {
            flush(c);
            if (hub.has(c.audience())) {
                c.retell(lane(c)).ifPresent(b -> hub.deliver(c.audience(), b));
            }
        }
    }

    private void release(long seq, Tails tails) {
        for (Channel channel : channels.values()) {
            if (channel.audience().viewer() == Audience.PUBLIC) {
                give(channel, seq, tails);
            }
        }
    }

    private void heartbeat(Channel channel) {
        if (!hub.has(channel.audience())) {
            channel.pass(upTo(channel.audience()));
        } else if (telling.here().isPresent() || channel.last() < upTo(channel.audience())) {
            beat(channel);
        }
    }
}
