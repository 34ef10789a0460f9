package palabre.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import palabre.check.DirectoryCheck;

/**
 * {@code kill -9} at random moments under load. What was acknowledged must be there afterwards:
 * sent again, it must get the same answer to the byte, and have happened once.
 */
public final class Kills implements Scenario {
    private static final List<String> ROLES =
            List.of("participant", "secretary", "captioner", "deputy");

    /** What a drill found. */
    public record Result(int kills, long acknowledged, long lost, long faults) {}

    @Override
    public void run(Plan plan, Figures figures) throws Exception {
        Result result = drill(plan.times(200), plan.seed());
        Map<String, ?> about =
                Map.of("kills", result.kills(), "acknowledged", result.acknowledged());
        figures.mustBeZero("kill9.lost", result.lost(), about);
        figures.mustBeZero("kill9.faults", result.faults(), about);
    }

    /** Kills the server so many times. */
    public static Result drill(int kills, long seed) throws Exception {
        Random random = new Random(seed);
        long acknowledged = 0;
        long lost = 0;
        try (ServerProcess server = ServerProcess.start();
                HttpClient http =
                        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            Map<String, String> acks = new ConcurrentHashMap<>();
            for (int i = 0; i < kills; i++) {
                AtomicBoolean stop = new AtomicBoolean();
                List<Thread> senders = new ArrayList<>();
                for (int s = 0; s < ROLES.size(); s++) {
                    String prefix = "k" + i + "-" + s + "-";
                    senders.add(
                            Thread.ofVirtual().start(() -> send(http, server, prefix, acks, stop)));
                }
                awaitLoad(acks);
                Thread.sleep(random.nextInt(400));
                server.kill();
                stop.set(true);
                for (Thread sender : senders) {
                    sender.join();
                }
                server.startAgain();
                Map<String, String> sample = sample(acks, random);
                acknowledged += sample.size();
                lost += lost(http, server, sample);
                acks.clear();
            }
            server.stop();
            return new Result(
                    kills, acknowledged, lost, DirectoryCheck.of(server.data()).faults().size());
        }
    }

    /** A kill proves something only when commands are being acknowledged. */
    private static void awaitLoad(Map<String, String> acks) throws InterruptedException {
        for (int i = 0; i < 1_000 && acks.isEmpty(); i++) {
            Thread.sleep(20);
        }
    }

    /** Sends commands over and over, and notes every acknowledgement. */
    private static void send(
            HttpClient http,
            ServerProcess server,
            String prefix,
            Map<String, String> acks,
            AtomicBoolean stop) {
        String role = ROLES.get(prefix.charAt(prefix.length() - 2) - '0');
        for (int n = 0; !stop.get(); n++) {
            String body =
                    "{\"id\":\""
                            + prefix
                            + n
                            + "\",\"do\":\"seat.rename\",\"name\":\""
                            + prefix
                            + n
                            + "\"}";
            try {
                String answer = post(http, server, role, body);
                if (answer.startsWith("{\"ack\"")) {
                    acks.put(role + " " + body, answer);
                }
            } catch (IOException e) {
                return; // killed
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static Map<String, String> sample(Map<String, String> acks, Random random) {
        List<String> keys = new ArrayList<>(acks.keySet());
        Collections.shuffle(keys, random);
        Map<String, String> sample = new LinkedHashMap<>();
        keys.forEach(k -> sample.put(k, acks.getOrDefault(k, "")));
        return sample;
    }

    private static long lost(HttpClient http, ServerProcess server, Map<String, String> acks)
            throws Exception {
        long lost = 0;
        for (Map.Entry<String, String> ack : acks.entrySet()) {
            String[] parts = ack.getKey().split(" ", 2);
            String again = post(http, server, parts[0], parts[1]);
            while (again.contains("TOO_FAST")) {
                Thread.sleep(100);
                again = post(http, server, parts[0], parts[1]);
            }
            if (!again.equals(ack.getValue())) {
                lost++;
            }
        }
        return lost;
    }

    private static String post(HttpClient http, ServerProcess server, String role, String body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        server.base()
                                                + "/api/rooms/"
                                                + server.room(0)
                                                + "/commands"))
                        .timeout(Duration.ofSeconds(10))
                        .header("Authorization", "Bearer " + server.token(0, role))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }
}
