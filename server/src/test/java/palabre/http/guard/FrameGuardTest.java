package palabre.http.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import palabre.live.CloseCode;

/** Pings against a socket that takes nothing. */
class FrameGuardTest {
    private final AtomicInteger tooFast = new AtomicInteger();
    private final FrameGuard guard = new FrameGuard(this::end);
    private final EmbeddedChannel channel = new EmbeddedChannel(guard);

    private void end(int code, String reason) {
        assertThat(code).isEqualTo(CloseCode.TOO_FAST.number());
        tooFast.incrementAndGet();
    }

    private void ping(int payload) {
        channel.writeInbound(new PingWebSocketFrame(Unpooled.copyInt(payload)));
    }

    private int pong() {
        PongWebSocketFrame pong = channel.readOutbound();
        int payload = pong.content().readInt();
        pong.release();
        return payload;
    }

    private void writable(boolean yes) {
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, yes);
        channel.runPendingTasks();
    }

    @Test
    void aPingIsAnswered() {
        ping(7);
        assertThat(pong()).isEqualTo(7);
    }

    @Test
    void onlyTheLatestIsAnsweredOnceTheSocketTakesSomething() {
        guard.admit(() -> {}, this::end);
        writable(false);
        for (int i = 0; i < 150; i++) {
            ping(i);
        }
        assertThat(channel.outboundMessages()).isEmpty();
        writable(true);
        assertThat(pong()).isEqualTo(149);
        assertThat(channel.outboundMessages()).isEmpty();
        assertThat(tooFast).hasValue(0);
    }

    @Test
    void nothingIsReadWhileTheSocketTakesNothing() {
        writable(false);
        assertThat(channel.config().isAutoRead()).isFalse();
        writable(true);
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void aStrangerHasAFewFramesAndAGuestMore() {
        for (int i = 0; i < 200; i++) {
            ping(i);
        }
        assertThat(tooFast.get()).isGreaterThan(150);
        tooFast.set(0);
        guard.admit(() -> {}, this::end);
        for (int i = 0; i < 200; i++) {
            ping(i);
        }
        assertThat(tooFast).hasValue(0);
        channel.finishAndReleaseAll();
    }
}
