package palabre.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code java -jar palabre.jar serve|demo|check|backup|restore|host-link|session}. */
@Command(
        name = "palabre",
        description = "Live sessions for people whom other systems leave behind.",
        mixinStandardHelpOptions = true,
        version = "0.1.0",
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            CheckCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            HostLinkCommand.class,
            SessionCommands.class
        })
public final class Palabre {
    private Palabre() {}

    public static void main(String[] args) {
        int code =
                new CommandLine(new Palabre())
                        .setExecutionExceptionHandler((e, line, _) -> {
                            line.getErr().println("palabre: " + Reasons.of(e));
                            return 1;
                        })
                        .execute(args);
        System.exit(code);
    }
}
