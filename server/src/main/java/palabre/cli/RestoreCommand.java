package palabre.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import palabre.log.sqlite.Backup;
import palabre.secrets.Base32;
import palabre.sessions.AuditTrail;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code restore FROM DIR --keys KEYS}: a data directory of a backup and its keys. */
@Command(
        name = "restore",
        description = "Makes a data directory from a backup and its keys.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FROM", description = "The backup.")
    Path from = Path.of("backup");

    @Parameters(index = "1", paramLabel = "DIR", description = "The data directory to make.")
    Path data = Path.of("data");

    @Option(names = "--keys", required = true, description = "The copy of the keys.")
    Path keys = Path.of("keys");

    @Override
    public Integer call() throws Exception {
        Backup.Copied copied = Backup.restore(from, keys, data, () -> Base32.random(10));
        new AuditTrail(data).note(System.currentTimeMillis(), "restore", "", from.toString());
        System.out.printf(
                "%d logs, %d records, %d keys; %d logs had been erased since%n",
                copied.logs(), copied.records(), copied.keys(), copied.erased());
        return 0;
    }
}
