package palabre.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import palabre.log.sqlite.Backup;
import palabre.sessions.AuditTrail;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backup DIR TO --keys KEYS}: a copy, also while the server runs. */
@Command(
        name = "backup",
        description = "Copies a data directory, also while the server runs.",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "The data directory.")
    Path data = Path.of("data");

    @Parameters(index = "1", paramLabel = "TO", description = "Where the backup goes.")
    Path to = Path.of("backup");

    @Option(
            names = "--keys",
            required = true,
            description =
                    "Where the keys go: apart from the backup, but where the server can reach them:"
                            + " it destroys a session's key there too when the session is erased.")
    Path keys = Path.of("keys");

    @Override
    public Integer call() throws Exception {
        Backup.Copied copied = Backup.make(data, to, keys);
        new AuditTrail(data).note(System.currentTimeMillis(), "backup", "", to.toString());
        System.out.printf(
                "%d logs, %d records; %d keys in %s%n",
                copied.logs(), copied.records(), copied.keys(), keys);
        return 0;
    }
}
