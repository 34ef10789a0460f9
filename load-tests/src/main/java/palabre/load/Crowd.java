package palabre.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import palabre.core.Audience;

/**
 * Thousands in one room; the floor changes at a steady pace. Measured: from the moment at which the
 * moderator was due to press the button to the arrival at the last of them. A change that is late
 * because the one before was slow counts from when it was due (coordinated omission).
 */
final class Crowd implements Scenario {
    private static final long EVERY_MS = 250;

    private static final class Change {
        final long dueNs;
        final AtomicInteger arrived = new AtomicInteger();
        final AtomicLong lastNs = new AtomicLong();

        Change(long dueNs) {
            this.dueNs = dueNs;
        }
    }

    @Override
    public void run(Plan plan, Figures figures) throws Exception {
        int count = plan.participants(2_000);
        int seconds = plan.seconds(20);
        try (ServerProcess server = ServerProcess.start();
                Crew crew = new Crew(server.port())) {
            String room = server.room(0);
            List<Member> members = crew.members(room, server.token(0, "participant"), count);
            crew.connect(members);
            crew.vertx.setPeriodic(20_000, _ -> members.forEach(Member::beat));
            figures.note(count + " participants in one room");
            Member chair = new Member(crew, room, "", server.token(0, "moderator"));
            Crew.get(chair.connect());
            List<Change> changes = changes(members, chair, seconds, figures);
            report(changes, count, figures);
            long head = settle(members, chair);
            server.stop();
            Truth truth = Truth.of(server.data(), room, Audience.MEMBER);
            long wrong = members.stream().mapToLong(m -> m.copy.wrong(truth.seen())).sum();
            long gaps = members.stream().mapToLong(m -> m.copy.gaps() + m.copy.repeats()).sum();
            long behind = members.stream().filter(m -> m.copy.seq() < head).count();
            Map<String, ?> about = Map.of("participants", count);
            figures.mustBeZero("crowd.wrong", wrong + behind, about);
            figures.mustBeZero("crowd.gaps", gaps, about);
        }
    }

    private static List<Change> changes(
            List<Member> members, Member chair, int seconds, Figures figures) throws Exception {
        Map<String, Change> byRequest = new ConcurrentHashMap<>();
        for (Member m : members) {
            m.watch(line -> arrived(line, byRequest));
        }
        int changes = (int) (seconds * 1_000L / EVERY_MS);
        List<Change> all = new ArrayList<>();
        long start = System.nanoTime() + 500_000_000L;
        for (int i = 0; i < changes; i++) {
            Member asking = members.get(i % members.size());
            String asked = Crew.get(asking.command("ask" + i, "floor.request", ""));
            if (!asked.contains("\"ack\"")) {
                figures.note("not asked: " + asked);
            }
            long due = start + i * EVERY_MS * 1_000_000L;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            Change change = new Change(due);
            all.add(change);
            byRequest.put(Integer.toString(i + 1), change);
            Crew.get(chair.command("next" + i, "floor.next", ""));
        }
        return all;
    }

    /** The grant names the request, which counts up by one a change. */
    private static void arrived(String line, Map<String, Change> byRequest) {
        long request = Member.granted(line);
        if (request > 0) {
            Change change = byRequest.get(Long.toString(request));
            if (change != null) {
                change.arrived.incrementAndGet();
                change.lastNs.accumulateAndGet(System.nanoTime(), Math::max);
            }
        }
    }

    private static void report(List<Change> changes, int count, Figures figures) {
        Histogram last = new Histogram(3);
        int whole = 0;
        for (Change c : changes.subList(0, changes.size() - 1)) {
            if (c.arrived.get() == count) {
                whole++;
                last.recordValue(Math.max(0, c.lastNs.get() - c.dueNs) / 1_000);
            }
        }
        Map<String, ?> about =
                Map.of("participants", count, "changes", changes.size(), "complete", whole);
        figures.print("floor.last.p50", last.getValueAtPercentile(50) / 1e3, "ms", about);
        figures.print("floor.last.p99", last.getValueAtPercentile(99) / 1e3, "ms", about);
        figures.print("floor.last.max", last.getMaxValue() / 1e3, "ms", about);
    }

    /** Waits until everybody has what the last command brought. */
    private static long settle(List<Member> members, Member chair) throws Exception {
        String ack = Crew.get(chair.command("end", "seat.rename", ",\"name\":\"The end\""));
        long head = Long.parseLong(ack.replaceAll(".*\"seq\":(\\d+).*", "$1"));
        long until = System.nanoTime() + 10_000_000_000L;
        while (System.nanoTime() < until && members.stream().anyMatch(m -> m.copy.seq() < head)) {
            Thread.sleep(20);
        }
        return head;
    }
}
