package palabre.load;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A TCP proxy that plays a bad link: rate, delay, stalls, cuts, and half-open connections, whose
 * far end is gone while nobody says so.
 */
final class BadLink implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final LinkProfile profile;
    private final int target;
    private final Random random;
    private final NetClient client = vertx.createNetClient();
    private final AtomicLong cuts = new AtomicLong();
    private final NetServer server;

    BadLink(LinkProfile profile, int target, long seed) throws Exception {
        this.profile = profile;
        this.target = target;
        this.random = new Random(seed);
        this.server =
                Crew.get(
                        vertx.createNetServer()
                                .connectHandler(this::accept)
                                .listen(0, "127.0.0.1"));
    }

    int port() {
        return server.actualPort();
    }

    /** How many connections it has ended so far. */
    long cuts() {
        return cuts.get();
    }

    /** One direction of one connection. */
    private final class Lane {
        private final NetSocket to;
        private final int kbit;
        private long freeAtNs = System.nanoTime();
        private final Queue<Buffer> onTheWay = new ArrayDeque<>();
        boolean silent;

        Lane(NetSocket to, int kbit) {
            this.to = to;
            this.kbit = kbit;
        }

        /** Bytes arrive late, but never out of order. */
        void carry(Buffer bytes) {
            if (silent) {
                return;
            }
            long now = System.nanoTime();
            long sendNs = kbit == 0 ? 0 : bytes.length() * 8_000_000L / kbit;
            freeAtNs = Math.max(freeAtNs, now) + sendNs;
            long arriveMs = (freeAtNs - now) / 1_000_000 + profile.roundTripMs() / 2;
            if (arriveMs <= 0 && onTheWay.isEmpty()) {
                to.write(bytes);
            } else {
                onTheWay.add(bytes);
                vertx.setTimer(
                        Math.max(1, arriveMs),
                        _ -> to.write(Objects.requireNonNull(onTheWay.poll())));
            }
        }
    }

    private void accept(NetSocket near) {
        near.pause();
        client.connect(target, "127.0.0.1")
                .onSuccess(far -> {
                    Lane up = new Lane(far, profile.upKbit());
                    Lane down = new Lane(near, profile.downKbit());
                    near.handler(up::carry);
                    far.handler(down::carry);
                    near.closeHandler(_ -> far.close());
                    far.closeHandler(_ -> near.close());
                    near.exceptionHandler(_ -> {});
                    far.exceptionHandler(_ -> {});
                    if (profile.cutAfterMs() > 0) {
                        endSometime(near, far, up, down);
                    }
                    near.resume();
                })
                .onFailure(_ -> near.close());
    }

    private synchronized void endSometime(NetSocket near, NetSocket far, Lane up, Lane down) {
        long lives = 1L + random.nextInt(profile.cutAfterMs());
        boolean stalls = random.nextDouble() < profile.stalls();
        vertx.setTimer(
                lives,
                _ -> {
                    if (stalls) {
                        up.silent = true;
                        down.silent = true;
                        vertx.setTimer(Math.max(1, profile.silentMs()), _ -> end(near, far));
                    } else {
                        end(near, far);
                    }
                });
    }

    private void end(NetSocket near, NetSocket far) {
        cuts.incrementAndGet();
        near.close();
        far.close();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
