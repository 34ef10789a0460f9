package palabre.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * The chair calls one after the other; everybody else is on the link that the profile names.
 * Measured: from the moment at which the chair was due to press to the arrival at the new speaker.
 */
final class Grant implements Scenario {
    private static final long EVERY_MS = 500;

    @Override
    public void run(Plan plan, Figures figures) throws Exception {
        int count = plan.participants(100);
        try (ServerProcess server = ServerProcess.start();
                Crew crew = new Crew(server.port());
                BadLink link =
                        new BadLink(LinkProfile.of(plan.profile()), server.port(), plan.seed())) {
            String room = server.room(0);
            List<Member> members = crew.members(room, server.token(0, "participant"), count);
            crew.connect(members);
            for (int i = 0; i < count; i++) {
                Crew.get(members.get(i).command("ask" + i, "floor.request", ""));
            }
            members.forEach(Member::cut);
            members.forEach(m -> m.port = link.port());
            crew.connect(members);
            Member chair = new Member(crew, room, "", server.token(0, "moderator"));
            Crew.get(chair.connect());
            Histogram latency = new Histogram(3);
            int lost = 0;
            List<CompletableFuture<Long>> granted = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                granted.add(waiting(members.get(i), i + 1));
            }
            crew.vertx.setPeriodic(15_000, _ -> members.forEach(Member::beat));
            long start = System.nanoTime() + 500_000_000L;
            for (int i = 0; i < count; i++) {
                long due = start + i * EVERY_MS * 1_000_000L;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                var _ = chair.command("next" + i, "floor.next", "");
            }
            for (int i = 0; i < count; i++) {
                long due = start + i * EVERY_MS * 1_000_000L;
                try {
                    long at = granted.get(i).get(20, TimeUnit.SECONDS);
                    latency.recordValue(Math.max(0, at - due) / 1_000);
                } catch (TimeoutException e) {
                    lost++;
                }
            }
            Map<String, ?> about = Map.of("participants", count, "profile", plan.profile());
            figures.print("grant.screen.p50", latency.getValueAtPercentile(50) / 1e3, "ms", about);
            figures.print("grant.screen.p95", latency.getValueAtPercentile(95) / 1e3, "ms", about);
            figures.print("grant.screen.p99", latency.getValueAtPercentile(99) / 1e3, "ms", about);
            figures.mustBeZero("grant.lost", lost, about);
        }
    }

    private static CompletableFuture<Long> waiting(Member member, long request) {
        CompletableFuture<Long> arrived = new CompletableFuture<>();
        member.watch(line -> {
            if (Member.granted(line) == request) {
                arrived.complete(System.nanoTime());
            }
        });
        return arrived;
    }
}
