package palabre.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import palabre.check.DirectoryCheck;

/**
 * {@code kill -9} while a session is erased. Afterwards the server starts; the session is gone or,
 * when nobody was told so, whole; the others are served, and the directory has no faults.
 */
public final class EraseKills implements Scenario {
    private static final int WITHIN_MS = 200;
    private static final long KEY_TOUCHED_MS = 10_000;
    private static final String SESSION =
            "{\"title\":\"To be erased\",\"people\":[{\"name\":\"Mo\",\"role\":\"moderator\"}]}";

    /**
     * What a drill found.
     *
     * @param erased how many sessions were gone
     * @param wrong how many were neither gone nor whole, or whole although it was said that they
     *     are gone, or took the others with them
     */
    public record Result(int kills, int erased, int wrong, long faults) {}

    @Override
    public void run(Plan plan, Figures figures) throws Exception {
        Result result = drill(plan.times(100), plan.seed());
        Map<String, ?> about = Map.of("kills", result.kills(), "erased", result.erased());
        figures.mustBeZero("erase9.wrong", result.wrong(), about);
        figures.mustBeZero("erase9.faults", result.faults(), about);
    }

    /** Kills the server so many times. */
    public static Result drill(int kills, long seed) throws Exception {
        Random random = new Random(seed);
        int erased = 0;
        int wrong = 0;
        try (ServerProcess server = ServerProcess.start();
                HttpClient http =
                        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            for (int i = 0; i < kills; i++) {
                JsonNode session = server.organise("/api/sessions", SESSION);
                String id = session.path("id").textValue();
                AtomicInteger answer = new AtomicInteger();
                Path key = server.data().resolve("keys/session-" + id + ".key");
                byte[] before = Files.readAllBytes(key);
                Thread eraser =
                        Thread.ofVirtual()
                                .start(() -> answer.set(status(http, server, id, "DELETE")));
                if (i % 2 == 0) {
                    awaitTouched(key, before);
                } else {
                    Thread.sleep(random.nextInt(WITHIN_MS));
                }
                server.kill();
                eraser.join();
                server.startAgain();
                boolean gone = status(http, server, id, "GET") == 404;
                boolean others =
                        server.get("/r/" + server.room(0) + "/text", server.token(0, "participant"))
                                .contains("<form");
                erased += gone ? 1 : 0;
                wrong +=
                        gone == Files.exists(key) || !others || (answer.get() == 200 && !gone)
                                ? 1
                                : 0;
            }
            server.stop();
            return new Result(
                    kills, erased, wrong, DirectoryCheck.of(server.data()).faults().size());
        }
    }

    /** The moment that matters most: the first key has been touched, and nothing more. */
    private static void awaitTouched(Path key, byte[] before) throws IOException {
        long start = System.nanoTime();
        while ((System.nanoTime() - start) / 1_000_000 < KEY_TOUCHED_MS) {
            try {
                if (!Arrays.equals(before, Files.readAllBytes(key))) {
                    return;
                }
            } catch (NoSuchFileException e) {
                return;
            }
        }
    }

    /** Of the answer; 0 when the server was killed before. */
    private static int status(HttpClient http, ServerProcess server, String id, String method) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.base() + "/api/sessions/" + id))
                        .timeout(Duration.ofSeconds(20))
                        .header("Authorization", "Bearer " + server.organiser())
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build();
        try {
            return http.send(request, BodyHandlers.ofString()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
