package palabre.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.SessionId;

class MemoryLogTest extends EventLogContract {
    private final AtomicInteger epochs = new AtomicInteger();

    @Override
    EventLog open() {
        return new MemoryLog(() -> "epoch" + epochs.incrementAndGet());
    }

    /** Snapshots are written out while a room goes on, and may be done when it is gone. */
    @Test
    void aSnapshotThatComesLateBringsNothingBackOfARoomThatIsGone() {
        MemoryLog memory = new MemoryLog(() -> "epoch");
        RoomId room = new RoomId("safe");
        LogId id = LogId.of(new SessionId("film"), room);
        CommandKey key = new CommandKey(new SeatId("1"), "a");
        memory.append(id, memory.head(id).result(), new Draft(key, "", 1, 1, new byte[] {1}));
        memory.forget(room);
        memory.snapshot(id, new Snapshot(1, "f", new byte[] {1}));
        assertThat(memory.logs().result()).isEmpty();
        assertThat(memory.latestSnapshot(id).result()).isEmpty();
    }
}
