package palabre.cli;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import palabre.core.session.Organiser;
import palabre.core.session.OrganiserCommand;
import palabre.log.Damages;
import palabre.log.sqlite.SqliteLog;
import palabre.secrets.Base32;
import palabre.secrets.ServerKey;
import palabre.sessions.AuditTrail;
import palabre.sessions.Organisers;
import palabre.writer.Reply;
import palabre.writer.Ticker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code host-link DIR --replace}: the host's link, while no server uses the directory. */
@Command(
        name = "host-link",
        description =
                "Prints the path of the host's link of a data directory. While a server uses the"
                        + " directory, see the link on the server's page of organisers instead.",
        mixinStandardHelpOptions = true)
final class HostLinkCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The data directory.")
    Path data = Path.of("data");

    @Option(names = "--replace", description = "Makes a new link; the old one stops working.")
    boolean replace;

    @Override
    public Integer call() throws Exception {
        if (!Files.exists(data.resolve("palabre.db"))) {
            throw new IOException(data + " is not a data directory");
        }
        SqliteLog log = SqliteLog.open(data, () -> Base32.random(10));
        Vertx vertx = Vertx.vertx();
        try {
            ServerKey key = new ServerKey(await(log.serverKey()));
            Organisers organisers = new Organisers(vertx, log, key, Ticker.system(), new Damages());
            await(organisers.load());
            if (replace) {
                replace(organisers);
            }
            System.out.println("/o/" + organisers.token(Organiser.HOST));
            return 0;
        } finally {
            await(vertx.close());
            log.close();
        }
    }

    private void replace(Organisers organisers) throws Exception {
        OrganiserCommand anew = new OrganiserCommand.Reissue(Organiser.HOST.number());
        Reply reply = await(organisers.submit("host-" + Base32.random(16), anew));
        if (reply instanceof Reply.Nack refused) {
            throw new IOException(refused.code().message());
        }
        new AuditTrail(data)
                .note(System.currentTimeMillis(), "organiser.reissued", "", "organiser-0");
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
