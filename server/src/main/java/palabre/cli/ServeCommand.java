package palabre.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import palabre.http.PalabreServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: runs the server. */
@Command(name = "serve", description = "Runs the server and prints the organiser's link.")
final class ServeCommand implements Callable<Integer> {
    @Mixin ListenOptions listen = new ListenOptions();

    @Option(names = "--data", description = "The data directory (default ./data).")
    @Nullable Path data;

    @Override
    public Integer call() throws Exception {
        PalabreServer server =
                PalabreServer.start(
                        listen.config(),
                        listen.data(data, Path.of("data")),
                        PalabreServer.Tuning.NORMAL);
        System.out.println("Palabre is ready. The organiser's link:");
        System.out.println("  " + server.links().host().path("url").textValue());
        System.out.flush();
        Foreground.stay(server);
        return 0;
    }
}
