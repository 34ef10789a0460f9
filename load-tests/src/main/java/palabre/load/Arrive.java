package palabre.load;

import io.vertx.core.Future;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * As many different people come into one room for the first time, by a shared link, and each is
 * welcomed on a WebSocket. Measured: until all are there; what each costs the server, when few are
 * there and when many are; what of it the server's JVM used to compile and to collect garbage; how
 * large a welcome is then.
 */
final class Arrive implements Scenario {
    private static final int AT_ONCE = 64;
    private static final int FEW = 50;

    /** How many arrivals are measured together: the clock of processor time ticks in 10 ms. */
    private static final int STRETCH = 500;

    /** So many have come and gone elsewhere before, so that the server's code is compiled. */
    private static final int WARM = 1_000;

    @Override
    public void run(Plan plan, Figures figures) throws Exception {
        int count = plan.participants(5_000);
        try (ServerProcess server = ServerProcess.start();
                Crew crew = new Crew(server.port())) {
            List<Member> before =
                    new Arrivals(crew, server, 1, server.token(1, "participant")).come(WARM);
            before.forEach(Member::cut);
            String room = server.room(0);
            Arrivals arrivals = new Arrivals(crew, server, 0, server.token(0, "participant"));
            List<Member> members = new ArrayList<>();
            long start = System.nanoTime();
            long cpu = server.cpuMicros();
            long own = server.ownMicros();
            List<Long> stretches = new ArrayList<>();
            for (int from = 0; from < count; from += STRETCH) {
                long at = server.cpuMicros();
                members.addAll(arrivals.come(Math.min(STRETCH, count - from)));
                stretches.add(server.cpuMicros() - at);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            double each = (server.cpuMicros() - cpu) / (double) count;
            double jvm = (server.ownMicros() - own) / (double) count;
            Map<String, ?> about = Map.of("participants", count);
            figures.print("arrive.seconds", seconds, "s", about);
            figures.print("arrive.cpu.per.join", each, "us", about);
            figures.print("arrive.cpu.jvm", jvm, "us", about);
            double first = stretches.get(Math.min(1, stretches.size() - 1)) / (double) STRETCH;
            double last = stretches.getLast() / (double) STRETCH;
            figures.print("arrive.cpu.per.join", first, "us", Map.of("present", 2 * STRETCH));
            figures.print("arrive.cpu.per.join", last, "us", about);
            figures.print("arrive.cpu.growth", last / first, "times", about);
            figures.print(
                    "arrive.welcome", (double) arrivals.few.get(), "bytes", Map.of("present", FEW));
            figures.print("arrive.welcome", (double) arrivals.latest.get(), "bytes", about);
            figures.note("room " + room + ", stretches of " + STRETCH + " in us: " + stretches);
            long behind = members.stream().filter(m -> m.copy.seq() < 0).count();
            figures.mustBeZero("arrive.lost", behind, about);
        }
    }

    /** People who come to one room, so many at the same time. */
    private static final class Arrivals {
        final AtomicLong few = new AtomicLong();
        final AtomicLong latest = new AtomicLong();
        private final Crew crew;
        private final String room;
        private final String token;
        private final AtomicInteger started = new AtomicInteger();
        private final String name;

        Arrivals(Crew crew, ServerProcess server, int room, String token) throws IOException {
            this.crew = crew;
            this.room = server.room(room);
            this.token = token;
            this.name = "Guest" + room + "-";
        }

        List<Member> come(int count) throws Exception {
            List<Member> here = new ArrayList<>();
            int end = started.get() + count;
            List<Future<Void>> lanes = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                lanes.add(next(end, here));
            }
            Crew.get(Future.all(lanes));
            started.set(end);
            return here;
        }

        private Future<Void> next(int end, List<Member> here) {
            int index = started.getAndIncrement();
            if (index >= end) {
                return Future.succeededFuture();
            }
            AtomicLong bytes = new AtomicLong();
            return crew.join(token, name + index)
                    .map(cookie -> new Member(crew, room, cookie, ""))
                    .compose(member -> {
                        synchronized (here) {
                            here.add(member);
                        }
                        member.watch(line -> bytes.addAndGet(line.length() + 1L));
                        return member.connect();
                    })
                    .compose(_ -> {
                        (index < FEW ? few : latest).set(bytes.get());
                        return next(end, here);
                    });
        }
    }
}
