package palabre.load;

import java.util.List;
import java.util.Map;

/** Many connections that do nothing but live. Measured: what each costs the server. */
final class Idle implements Scenario {
    @Override
    public void run(Plan plan, Figures figures) throws Exception {
        int count = plan.participants(10_000);
        int seconds = plan.seconds(30);
        try (ServerProcess server = ServerProcess.start("-Xms512m", "-Xmx2g");
                Crew crew = new Crew(server.port())) {
            String room = server.room(0);
            List<Member> members = crew.members(room, server.token(0, "observer"), count);
            crew.connect(members.subList(0, Math.min(200, count)));
            long before = resident(server);
            crew.connect(members.subList(Math.min(200, count), count));
            Thread.sleep(1_000L * seconds);
            long after = resident(server);
            Map<String, ?> about = Map.of("connections", count, "rss", after);
            figures.print(
                    "idle.rss.per.connection",
                    (after - before) / (double) Math.max(1, count - 200),
                    "bytes",
                    about);
            long behind = members.stream().filter(m -> m.copy.gaps() > 0).count();
            figures.mustBeZero("idle.gaps", behind, about);
        }
    }

    /** After a collection, so that garbage does not count as cost. */
    private static long resident(ServerProcess server) throws Exception {
        server.collect();
        Thread.sleep(1_500);
        return server.residentBytes();
    }
}
