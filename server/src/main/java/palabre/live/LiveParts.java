package palabre.live;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import palabre.core.Audience;
import palabre.core.Code;
import palabre.core.Limit;
import palabre.core.PartId;
import palabre.core.SeatId;
import palabre.core.room.Room;
import palabre.part.PartCommand;
import palabre.part.PartKind;
import palabre.part.PartKinds;
import palabre.writer.Reply;

/**
 * The parts of a room in memory, other than main: each loaded when the first follows or commands
 * it, and let go some time after the last. One that cannot be read leaves the others as they are.
 * Confined to the room's context.
 */
public final class LiveParts {
    /** How long a part that nobody uses stays in memory. */
    private static final long IDLE_MS = 60_000;

    private final Vertx vertx;
    private final Pace pace;
    private final PartKinds kinds;
    private final PartLogs logs;
    private final Context context;
    private final Supplier<Room> main;
    private Function<Subscriber, Optional<Audience>> viewers = _ -> Optional.empty();
    private final Map<PartId, Future<? extends LivePart<?, ?, ?>>> parts = new HashMap<>();
    private final Map<Subscriber, Set<PartId>> followed = new HashMap<>();

    LiveParts(
            Vertx vertx,
            Pace pace,
            PartKinds kinds,
            PartLogs logs,
            Context context,
            Supplier<Room> main) {
        this.vertx = vertx;
        this.pace = pace;
        this.kinds = kinds;
        this.logs = logs;
        this.context = context;
        this.main = main;
    }

    /** The kind of a part that a seat may follow, if there is one. */
    private Optional<PartKind<?, ?, ?>> open(PartId part, SeatId seat) {
        return kinds.of(part).filter(k -> k.mayFollow(main.get(), part, seat));
    }

    private Future<? extends LivePart<?, ?, ?>> live(PartId part, PartKind<?, ?, ?> kind) {
        Future<? extends LivePart<?, ?, ?>> known = parts.get(part);
        if (known != null) {
            return known;
        }
        Future<? extends LivePart<?, ?, ?>> loading = load(part, kind);
        parts.put(part, loading);
        loading.onFailure(_ -> parts.remove(part, loading)); // the next who asks looks again
        return loading;
    }

    private <S, C, E> Future<LivePart<S, C, E>> load(PartId part, PartKind<S, C, E> kind) {
        var telling = new PartTelling<>(part, kind, main);
        var gathering = new Gathering<S, E>(telling::tails, _ -> Optional.empty());
        return logs.load(
                context,
                part,
                kind.aggregate(part),
                gathering,
                writer -> {
                    telling.opened(writer.head().epoch());
                    History history = gathering.history(writer.head().seq());
                    var live = new LivePart<>(vertx, pace, telling, kind, writer, history);
                    gathering.goOn(live::published);
                    return live;
                });
    }

    /** What kinds there are. */
    public PartKinds kinds() {
        return kinds;
    }

    /**
     * @param viewers what somebody may see who is subscribed to main
     */
    void of(Function<Subscriber, Optional<Audience>> viewers) {
        this.viewers = viewers;
    }

    /** A command to a part, at most once. */
    Future<Reply> submit(SeatId seat, PartCommand<?> command) {
        if (open(command.part(), seat).isEmpty()) {
            return Future.succeededFuture(new Reply.Nack(Code.UNKNOWN_PART));
        }
        Room asked = main.get();
        return live(command.part(), command.kind())
                .compose(p -> p.submit(seat, command, asked))
                .recover(f -> Future.succeededFuture(new Reply.Nack(Unopened.codeOf(f))));
    }

    /**
     * Follows a part from now on, or once more; who is not subscribed to main does not. For any
     * thread.
     *
     * @param after how far the subscriber has come in it; empty for a snapshot
     */
    public void follow(Subscriber subscriber, PartId part, Optional<Position> after) {
        context.runOnContext(
                _ -> viewers.apply(subscriber).ifPresent(v -> follow(subscriber, v, part, after)));
    }

    /** Follows it no more. For any thread. */
    public void unfollow(Subscriber subscriber, PartId part) {
        context.runOnContext(_ -> leave(subscriber, part));
    }

    private void follow(
            Subscriber subscriber, Audience viewer, PartId part, Optional<Position> after) {
        Set<PartId> all = followed.computeIfAbsent(subscriber, _ -> new HashSet<>());
        Optional<PartKind<?, ?, ?>> kind = open(part, subscriber.seat());
        if (kind.isEmpty() || beyond(all, part)) {
            all.remove(part);
            refuse(subscriber, part, kind.isEmpty() ? Code.UNKNOWN_PART : Code.TOO_MANY);
            return;
        }
        all.add(part);
        live(part, kind.get())
                .onSuccess(p -> {
                    if (followed.getOrDefault(subscriber, Set.of()).contains(part)) {
                        p.follow(subscriber, subscriber.wants().of(viewer, part), after);
                    }
                })
                .onFailure(f -> {
                    followed.getOrDefault(subscriber, new HashSet<>()).remove(part);
                    refuse(subscriber, part, Unopened.codeOf(f));
                });
    }

    private static boolean beyond(Set<PartId> all, PartId part) {
        return !all.contains(part) && Limit.PARTS_FOLLOWED.reached(all.size());
    }

    private static void refuse(Subscriber subscriber, PartId part, Code code) {
        subscriber.loop().execute(() -> subscriber.refused(part, code));
    }

    /** The subscriber's role is another now: what it follows it follows as that, or no more. */
    void followAnew(Subscriber subscriber) {
        viewers.apply(subscriber).ifPresent(v -> followAnew(subscriber, v));
    }

    private void followAnew(Subscriber subscriber, Audience viewer) {
        List.copyOf(followed.getOrDefault(subscriber, Set.of()))
                .forEach(part -> {
                    known(part).ifPresent(p -> p.unfollow(subscriber));
                    follow(subscriber, viewer, part, Optional.empty());
                });
    }

    private void leave(Subscriber subscriber, PartId part) {
        Set<PartId> all = followed.get(subscriber);
        if (all != null && all.remove(part)) {
            known(part).ifPresent(p -> p.unfollow(subscriber));
        }
    }

    /** The subscriber is gone. */
    void forget(Subscriber subscriber) {
        Set<PartId> all = followed.remove(subscriber);
        if (all != null) {
            all.forEach(part -> known(part).ifPresent(p -> p.unfollow(subscriber)));
        }
    }

    private Optional<LivePart<?, ?, ?>> known(PartId part) {
        Future<? extends LivePart<?, ?, ?>> live = parts.get(part);
        return live != null && live.succeeded() ? Optional.of(live.result()) : Optional.empty();
    }

    /** Once a second. */
    void tick() {
        for (PartId part : List.copyOf(parts.keySet())) {
            known(part)
                    .ifPresent(p -> {
                        p.tick();
                        if (p.idleFor(IDLE_MS)) {
                            parts.remove(part);
                            p.retire();
                        }
                    });
        }
    }

    /** Whether none of them has anything to finish. */
    boolean idle() {
        return followed.values().stream().allMatch(Set::isEmpty)
                && parts.keySet().stream()
                        .allMatch(p -> known(p).filter(l -> l.idleFor(0)).isPresent());
    }

    /** The room leaves memory. */
    void retire() {
        parts.values().forEach(p -> p.onSuccess(LivePart::retire));
    }
}
