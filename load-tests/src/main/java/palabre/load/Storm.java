package palabre.load;

import io.vertx.core.Future;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import palabre.core.Audience;

/**
 * Everybody's connection is reset at the same moment, and everybody comes back. Measured: until 99
 * % are back where they were; what they missed; what it wrote to the log.
 */
final class Storm implements Scenario {
    private static final int RETRIES = 200;
    private static final long FIRST_MS = 500;

    @Override
    public void run(Plan plan, Figures figures) throws Exception {
        int count = plan.participants(5_000);
        try (ServerProcess server = ServerProcess.start();
                Crew crew = new Crew(server.port())) {
            String room = server.room(0);
            List<Member> members = crew.members(room, server.token(0, "participant"), count);
            crew.connect(members);
            Member chair = new Member(crew, room, "", server.token(0, "moderator"));
            Crew.get(chair.connect());
            long before = seqOf(Crew.get(chair.command("before", "list.close", "")));
            awaitSeq(members, before);
            figures.note(count + " connections; now all are reset at once");
            members.forEach(Member::cut);
            long[] backNs = comeBack(crew, members);
            long after = seqOf(Crew.get(chair.command("after", "list.open", "")));
            awaitSeq(members, after);
            Map<String, ?> about = Map.of("participants", count);
            figures.print("storm.recovered99", backNs[count * 99 / 100] / 1e9, "s", about);
            figures.print("storm.recovered.all", backNs[count - 1] / 1e9, "s", about);
            figures.mustBeZero("storm.written", after - before - 1, about);
            server.stop();
            Truth truth = Truth.of(server.data(), room, Audience.MEMBER);
            long wrong = members.stream().mapToLong(m -> m.copy.wrong(truth.seen())).sum();
            long behind = members.stream().filter(m -> m.copy.seq() < after).count();
            figures.mustBeZero("storm.missed", wrong + behind, about);
        }
    }

    private static long seqOf(String ack) {
        return Long.parseLong(ack.replaceAll(".*\"seq\":(\\d+).*", "$1"));
    }

    private static void awaitSeq(List<Member> members, long seq) throws InterruptedException {
        for (int i = 0; i < 1_000 && members.stream().anyMatch(m -> m.copy.seq() < seq); i++) {
            Thread.sleep(20);
        }
    }

    private static long[] comeBack(Crew crew, List<Member> members) throws InterruptedException {
        long start = System.nanoTime();
        long[] back = new long[members.size()];
        AtomicInteger done = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(members.size());
        for (Member member : members) {
            jitter(crew)
                    .compose(_ -> again(crew, member, RETRIES))
                    .onComplete(_ -> {
                        back[done.getAndIncrement()] = System.nanoTime() - start;
                        all.countDown();
                    });
        }
        if (!all.await(120, TimeUnit.SECONDS)) {
            Arrays.fill(back, done.get(), back.length, System.nanoTime() - start);
        }
        Arrays.sort(back);
        return back;
    }

    private static Future<?> jitter(Crew crew) {
        long ms = 1 + ThreadLocalRandom.current().nextLong(FIRST_MS);
        return crew.vertx.timer(ms, TimeUnit.MILLISECONDS);
    }

    private static Future<Void> again(Crew crew, Member member, int tries) {
        return member.connect()
                .recover(failure ->
                        tries == 0
                                ? Future.failedFuture(failure)
                                : jitter(crew).compose(_ -> again(crew, member, tries - 1)));
    }
}
