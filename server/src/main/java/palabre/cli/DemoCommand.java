package palabre.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import palabre.codec.Json;
import palabre.core.session.Session;
import palabre.demo.Demo;
import palabre.http.PalabreServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}: the server with a session to try. */
@Command(name = "demo", description = "Runs the server with a ready session of three rooms.")
final class DemoCommand implements Callable<Integer> {
    @Mixin ListenOptions listen = new ListenOptions();

    @Option(names = "--data", description = "The data directory (default: a fresh one).")
    @Nullable Path data;

    @Option(names = "--json", description = "Prints one line of JSON once the server is ready.")
    boolean json;

    @Option(
            names = "--speed",
            description = "For a rehearsal: how many times faster than real time the clock runs.")
    int speed = 1;

    @Override
    public Integer call() throws Exception {
        Path given = data;
        Path dir = given == null ? Files.createTempDirectory("palabre-demo-") : given;
        PalabreServer server =
                PalabreServer.start(
                        listen.config(), dir, PalabreServer.Tuning.rehearsal(Math.max(1, speed)));
        Session session = Demo.prepare(server.sessions());
        ObjectNode told = Json.object().put("port", server.port());
        told.set("organiser", server.links().host());
        told.set("rooms", server.links().rooms(session));
        if (json) {
            System.out.println(Json.write(told));
        } else {
            print(told, session.title());
        }
        System.out.flush();
        Foreground.stay(server);
        return 0;
    }

    private static void print(JsonNode told, String title) {
        System.out.println();
        System.out.println("  " + title);
        for (JsonNode room : told.path("rooms")) {
            System.out.println();
            System.out.printf(
                    "  %s (%s, %s)%n",
                    room.path("title").textValue(),
                    room.path("access").textValue(),
                    room.path("onRecord").booleanValue() ? "on the record" : "off the record");
            for (JsonNode link : room.path("links")) {
                System.out.printf(
                        "    %-12s %s%n",
                        link.path("role").textValue(), link.path("url").textValue());
            }
        }
        System.out.println();
        System.out.println("  organiser    " + told.path("organiser").path("url").textValue());
        System.out.println();
        System.out.println(
                "  Open a moderator's link in one window and a participant's in another.");
        System.out.println("  Ctrl-C ends it.");
    }
}
