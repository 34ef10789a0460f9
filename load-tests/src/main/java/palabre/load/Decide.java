package palabre.load;

import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What a decision of the floor costs: {@link DecideBenchmark}. */
final class Decide implements Scenario {
    @Override
    public void run(Plan plan, Figures figures) throws Exception {
        var options =
                new OptionsBuilder()
                        .include(DecideBenchmark.class.getName())
                        .verbosity(VerboseMode.SILENT)
                        .build();
        for (RunResult r : new Runner(options).run()) {
            var score = r.getPrimaryResult();
            String name = "decide." + r.getParams().getBenchmark().replaceAll(".*\\.", "");
            String spread = "%.2f".formatted(score.getScoreError());
            figures.print(
                    name,
                    score.getScore(),
                    "us",
                    Map.of(
                            "waiting",
                            500,
                            "order",
                            r.getParams().getParam("order"),
                            "error",
                            spread));
        }
    }
}
