package palabre.cli;

import java.util.concurrent.CountDownLatch;
import palabre.http.PalabreServer;

/** Stays until SIGTERM or Ctrl-C, then ends cleanly. */
final class Foreground {
    private Foreground() {}

    static void stay(PalabreServer server) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            server.close();
                            ended.countDown();
                        }));
        ended.await();
    }
}
