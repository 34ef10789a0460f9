package palabre.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import palabre.codec.Json;
import palabre.codec.Unreadable;

/**
 * Hundreds press <i>Ask to speak</i> within one second in a room of thousands. Measured: from the
 * moment at which each was due to press to the acknowledgement; whether everybody's line is the
 * log's; how many updates anybody got in a second.
 */
final class Press implements Scenario {
    private static final int PRESSES = 500;
    private static final int WATCHERS = 25;

    @Override
    public void run(Plan plan, Figures figures) throws Exception {
        int count = plan.participants(2_000);
        try (ServerProcess server = ServerProcess.start();
                Crew crew = new Crew(server.port())) {
            String room = server.room(0);
            List<Member> members = crew.members(room, server.token(0, "participant"), count);
            crew.connect(members);
            Member chair = new Member(crew, room, "", server.token(0, "moderator"));
            Crew.get(chair.connect());
            List<Member> watchers = new ArrayList<>(members.subList(count - WATCHERS, count));
            watchers.add(chair);
            List<List<Long>> lines = watchers.stream().map(Press::line).toList();
            Thread.sleep(1_000); // so that nothing of the welcome is on its way any more
            members.forEach(m -> m.rate.reset());
            chair.rate.reset();
            members.subList(0, count - WATCHERS).forEach(Member::readAnswersOnly);
            Histogram latency = new ConcurrentHistogram(3);
            AtomicInteger unanswered = new AtomicInteger(PRESSES);
            press(members.subList(0, PRESSES), latency, unanswered);
            Crew.get(chair.command("end", "seat.rename", ",\"name\":\"The end\""));
            Thread.sleep(1_500);
            Map<String, ?> about = Map.of("participants", count, "presses", PRESSES);
            figures.print("press.ack.p50", latency.getValueAtPercentile(50) / 1e3, "ms", about);
            figures.print("press.ack.p99", latency.getValueAtPercentile(99) / 1e3, "ms", about);
            figures.print("press.ack.max", latency.getMaxValue() / 1e3, "ms", about);
            figures.mustBeZero("press.unanswered", unanswered.get(), about);
            int peak = members.stream().mapToInt(m -> m.rate.peak()).max().orElse(0);
            figures.print("press.updates.peak", peak, "1/s", about);
            List<Long> logged =
                    logged(server.get("/api/rooms/" + room + "/log", server.token(0, "moderator")));
            long wrong = lines.stream().filter(l -> !List.copyOf(l).equals(logged)).count();
            figures.mustBeZero("press.order.wrong", wrong + PRESSES - logged.size(), about);
        }
    }

    private static void press(List<Member> pressing, Histogram latency, AtomicInteger unanswered)
            throws Exception {
        List<Future<String>> answers = new ArrayList<>();
        long start = System.nanoTime() + 200_000_000L;
        for (int i = 0; i < pressing.size(); i++) {
            long due = start + i * 1_000_000_000L / pressing.size();
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            answers.add(
                    pressing.get(i)
                            .command("press" + i, "floor.request", "")
                            .onSuccess(answer -> {
                                latency.recordValue((System.nanoTime() - due) / 1_000);
                                if (answer.contains("\"ack\"")) {
                                    unanswered.decrementAndGet();
                                }
                            }));
        }
        Crew.get(Future.join(answers));
    }

    /** The requests in the order in which a client learns of them. */
    private static List<Long> line(Member member) {
        List<Long> line = new ArrayList<>();
        member.watch(text -> {
            if (text.contains("\"ev\":\"floor.requested\"")) {
                line.add(json(text).path("request").longValue());
            }
        });
        return line;
    }

    private static List<Long> logged(String log) {
        return log.lines()
                .filter(l -> l.contains("\"ev\":\"floor.requested\""))
                .map(l -> json(l).path("request").longValue())
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return Json.parse(text);
        } catch (Unreadable e) {
            throw new IllegalStateException(text, e);
        }
    }
}
