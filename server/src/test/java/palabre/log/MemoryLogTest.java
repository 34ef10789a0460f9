package palabre.log;

import java.util.concurrent.atomic.AtomicInteger;

class MemoryLogTest extends EventLogContract {
    private final AtomicInteger epochs = new AtomicInteger();

    @Override
    EventLog open() {
        return new MemoryLog(() -> "epoch" + epochs.incrementAndGet());
    }
}
