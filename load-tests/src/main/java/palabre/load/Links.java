package palabre.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import palabre.core.Audience;

/**
 * People whose links break all the time, and who come back over another carrier each time.
 * Measured: gaps in what they see, commands that took effect twice or not at all.
 */
public final class Links implements Scenario {
    /** What a drill found. */
    public record Result(long cuts, long gaps, long duplicates, long commands, long wrong) {}

    @Override
    public void run(Plan plan, Figures figures) throws Exception {
        String profile = plan.profile().equals("none") ? "cuts" : plan.profile();
        Result r =
                drill(
                        profile,
                        plan.times(10_000),
                        plan.participants(40),
                        plan.seconds(600),
                        plan.seed());
        Map<String, ?> about =
                Map.of("cuts", r.cuts(), "commands", r.commands(), "profile", profile);
        figures.mustBeZero("resume.gaps", r.gaps() + r.wrong(), about);
        figures.mustBeZero("resume.duplicates", r.duplicates(), about);
    }

    /** Wanders until so many connections were cut, or the time is over. */
    public static Result drill(String profile, int cuts, int people, int secondsMax, long seed)
            throws Exception {
        try (ServerProcess server = ServerProcess.start();
                Crew crew = new Crew(server.port());
                BadLink link = new BadLink(LinkProfile.of(profile), server.port(), seed);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            String room = server.room(0);
            List<Wanderer> wanderers = new ArrayList<>();
            List<Future<Integer>> sent = new ArrayList<>();
            List<Future<?>> following = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                String cookie = Crew.get(crew.join(server.token(0, "participant"), "W" + i));
                Wanderer w = new Wanderer(room, cookie, link.port(), seed * 1_000 + i);
                wanderers.add(w);
                following.add(threads.submit(w::follow));
                String name = "w" + i;
                sent.add(threads.submit((Callable<Integer>) () -> w.command(name)));
            }
            long until = System.nanoTime() + secondsMax * 1_000_000_000L;
            while (link.cuts() < cuts && System.nanoTime() < until) {
                Thread.sleep(50);
            }
            long done = link.cuts();
            Member chair = new Member(crew, room, "", server.token(0, "moderator"));
            Crew.get(chair.connect());
            String end = Crew.get(chair.command("end", "list.close", ""));
            long head = Long.parseLong(end.replaceAll(".*\"seq\":(\\d+).*", "$1"));
            for (Wanderer w : wanderers) {
                w.comeHome(server.port(), head);
            }
            for (Future<?> f : following) {
                f.get();
            }
            List<Integer> acked = new ArrayList<>();
            for (Future<Integer> f : sent) {
                acked.add(f.get());
            }
            server.stop();
            return judge(server, room, wanderers, acked, done);
        }
    }

    private static Result judge(
            ServerProcess server,
            String room,
            List<Wanderer> wanderers,
            List<Integer> acked,
            long cuts) {
        Truth truth = Truth.of(server.data(), room, Audience.MEMBER);
        long wrong = wanderers.stream().mapToLong(w -> w.copy.wrong(truth.seen())).sum();
        long gaps = wanderers.stream().mapToLong(w -> w.copy.gaps()).sum();
        Map<String, Integer> effects = new HashMap<>();
        truth.names().forEach(name -> effects.merge(name, 1, Integer::sum));
        long duplicates = effects.values().stream().filter(n -> n > 1).count();
        long commands = 0;
        for (int i = 0; i < acked.size(); i++) {
            for (int n = 0; n < acked.get(i); n++) {
                commands++;
                if (!effects.containsKey("w" + i + "-" + n)) {
                    wrong++;
                }
            }
        }
        return new Result(cuts, gaps, duplicates, commands, wrong);
    }
}
