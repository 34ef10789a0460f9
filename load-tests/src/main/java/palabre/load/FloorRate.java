package palabre.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import palabre.core.Audience;

/**
 * Commands at a steady rate over many rooms. Measured: from the moment at which each was due to its
 * durable acknowledgement.
 */
final class FloorRate implements Scenario {
    static final int ROOMS = 20;
    private static final int PER_SECOND = 200;

    @Override
    public void run(Plan plan, Figures figures) throws Exception {
        int seconds = plan.seconds(20);
        try (ServerProcess server = ServerProcess.start();
                Crew crew = new Crew(server.port())) {
            List<Member> seats = new ArrayList<>();
            List<String> rooms = new ArrayList<>();
            prepare(server, crew, rooms, seats);
            run(seats, PER_SECOND, 3, "warm", new Histogram(3), new AtomicInteger());
            Histogram latency = new ConcurrentHistogram(3);
            AtomicInteger refused = new AtomicInteger();
            run(seats, PER_SECOND, seconds, "c", latency, refused);
            Map<String, ?> about =
                    Map.of("rooms", ROOMS, "rate", PER_SECOND, "commands", latency.getTotalCount());
            figures.print("command.ack.p50", latency.getValueAtPercentile(50) / 1e3, "ms", about);
            figures.print("command.ack.p99", latency.getValueAtPercentile(99) / 1e3, "ms", about);
            figures.print("command.ack.max", latency.getMaxValue() / 1e3, "ms", about);
            figures.mustBeZero("command.unanswered", refused.get(), about);
            Thread.sleep(500);
            server.stop();
            long wrong = 0;
            for (int i = 0; i < ROOMS; i++) {
                Truth truth = Truth.of(server.data(), rooms.get(i), Audience.MEMBER);
                wrong += seats.get(i).copy.wrong(truth.seen()) + seats.get(i).copy.gaps();
            }
            figures.mustBeZero("floor.wrong", wrong, about);
        }
    }

    /** A session of twenty rooms, with somebody in each who may speak. */
    static void prepare(ServerProcess server, Crew crew, List<String> rooms, List<Member> seats)
            throws Exception {
        StringBuilder plan = new StringBuilder("{\"title\":\"Load\",\"rooms\":[");
        for (int i = 0; i < ROOMS; i++) {
            plan.append(i == 0 ? "" : ",").append("{\"title\":\"Room ").append(i).append("\"}");
        }
        var session = server.organise("/api/sessions", plan.append("]}").toString());
        for (var room : session.path("rooms")) {
            String id = room.path("id").textValue();
            var link =
                    server.organise(
                            "/api/sessions/" + session.path("id").textValue() + "/links",
                            "{\"room\":\"" + id + "\",\"role\":\"participant\",\"name\":\"P\"}");
            Member member = new Member(crew, id, "", link.path("token").textValue());
            Crew.get(member.connect());
            rooms.add(id);
            seats.add(member);
        }
    }

    /** Each seat asks and withdraws in turn. */
    static void run(
            List<Member> seats,
            int perSecond,
            int seconds,
            String prefix,
            Histogram latency,
            AtomicInteger refused)
            throws InterruptedException {
        long gapNs = 1_000_000_000L / perSecond;
        long start = System.nanoTime();
        AtomicInteger open = new AtomicInteger();
        for (int i = 0; i < seconds * perSecond; i++) {
            long due = start + i * gapNs;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            boolean ask = (i / seats.size()) % 2 == 0;
            open.incrementAndGet();
            seats.get(i % seats.size())
                    .command(prefix + i, ask ? "floor.request" : "floor.release", "")
                    .onComplete(answer -> {
                        latency.recordValue((System.nanoTime() - due) / 1_000);
                        open.decrementAndGet();
                        if (answer.failed() || !answer.result().contains("\"ack\"")) {
                            refused.incrementAndGet();
                        }
                    });
        }
        for (int i = 0; i < 500 && open.get() > 0; i++) {
            Thread.sleep(10);
        }
        refused.addAndGet(open.get());
    }
}
