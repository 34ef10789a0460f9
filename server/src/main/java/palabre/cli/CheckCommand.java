package palabre.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import palabre.check.DirectoryCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code check DIR}: verifies a data directory. */
@Command(
        name = "check",
        description =
                "Verifies a data directory: no record missing, none altered, every snapshot equal"
                        + " to what its log says.")
final class CheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The data directory; no server may be using it.")
    Path dir = Path.of("data");

    @Override
    public Integer call() {
        DirectoryCheck.Result result = DirectoryCheck.of(dir);
        result.faults().forEach(f -> System.out.println("fault: " + f));
        result.notes().forEach(n -> System.out.println("note: " + n));
        System.out.printf(
                "%d logs, %d records, %d events, %d snapshots, %d erased: %s%n",
                result.logs(),
                result.records(),
                result.events(),
                result.snapshots(),
                result.erased(),
                result.faults().isEmpty() ? "all well" : result.faults().size() + " faults");
        return result.faults().isEmpty() ? 0 : 1;
    }
}
