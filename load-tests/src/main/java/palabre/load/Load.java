package palabre.load;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./palabre load SCENARIO}. */
@Command(
        name = "load",
        description = "Loads a server on this machine, prints figures, checks every copy.",
        mixinStandardHelpOptions = true)
public final class Load implements Callable<Integer> {
    private static final Map<String, Scenario> SCENARIOS =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("archive", new Archive()),
                            Map.entry("arrive", new Arrive()),
                            Map.entry("crowd", new Crowd()),
                            Map.entry("floor", new FloorRate()),
                            Map.entry("storm", new Storm()),
                            Map.entry("links", new Links()),
                            Map.entry("idle", new Idle()),
                            Map.entry("kill", new Kills()),
                            Map.entry("erase", new EraseKills()),
                            Map.entry("meeting", new Meeting()),
                            Map.entry("press", new Press()),
                            Map.entry("grant", new Grant()),
                            Map.entry("siege", new Siege()),
                            Map.entry("weight", new Weight()),
                            Map.entry("decide", new Decide())));

    @Parameters(
            paramLabel = "SCENARIO",
            description =
                    "arrive, crowd, floor, storm, links, idle, kill, erase, meeting, press, grant,"
                            + " archive, siege, weight or decide.")
    String scenario = "";

    @Option(names = "--participants", description = "How many (default: the scenario's own).")
    @Nullable Integer participants;

    @Option(names = "--seconds", description = "How long (default: the scenario's own).")
    @Nullable Integer seconds;

    @Option(
            names = "--times",
            description = "How many cuts or kills (default: the scenario's own).")
    @Nullable Integer times;

    @Option(names = "--profile", description = "A bad link to go through, for 'links'.")
    String profile = "none";

    @Option(names = "--seed", description = "For what is random (default 1).")
    long seed = 1;

    @Option(names = "--json", description = "Nothing but JSON lines on standard output.")
    boolean json;

    @Override
    public Integer call() throws Exception {
        Scenario chosen = SCENARIOS.get(scenario);
        if (chosen == null) {
            System.err.println("palabre: scenarios are " + SCENARIOS.keySet());
            return 2;
        }
        Figures figures = new Figures(json);
        chosen.run(new Plan(participants, seconds, times, profile, seed), figures);
        return figures.finish() ? 0 : 1;
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new Load()).execute(args));
    }
}
