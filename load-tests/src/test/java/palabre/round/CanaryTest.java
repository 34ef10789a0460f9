package palabre.round;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import palabre.codec.CommandCodec;
import palabre.codec.Json;
import palabre.load.ServerProcess;
import palabre.log.LogId;
import palabre.log.LogRecord;
import palabre.log.Page;
import palabre.log.sqlite.SqliteLog;

/**
 * Off the record leaves nothing: a word is planted in every input of a room that is off the record,
 * a whole session is held with a {@code kill -9} in it, and every byte that remains is searched for
 * the word, what lies sealed on the disk included, unsealed with the server's own keys.
 */
class CanaryTest {
    private static final int PLENARY = 0;
    private static final int SAFE = 2;
    private static final String WORD = "canary7391";

    /** Said on the record: where this is found, the other would have been too. */
    private static final String KEPT = "kept7391";

    private int sent;
    private int accepted;

    private JsonNode act(ServerProcess server, int room, String role, String body)
            throws Exception {
        String id = room == SAFE ? WORD + "-" + sent++ : "plain-" + sent++;
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        server.base()
                                                + "/api/rooms/"
                                                + server.room(room)
                                                + "/commands"))
                        .header("Authorization", "Bearer " + server.token(room, role))
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"id\":\"" + id + "\"," + body + "}"))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            JsonNode answer = Json.parse(client.send(request, BodyHandlers.ofString()).body());
            JsonNode one = answer.isArray() ? answer.path(0) : answer;
            accepted += one.has("ack") ? 1 : 0;
            return one;
        }
    }

    /** What is asked in the room, in an order in which it is accepted; {@code W} is the word. */
    private static final List<String[]> SAID =
            List.of(
                    new String[] {"participant", "\"do\":\"seat.rename\",\"name\":\"W\""},
                    new String[] {"participant", "\"do\":\"floor.request\",\"topic\":\"W\""},
                    new String[] {"participant", "\"do\":\"floor.change\",\"topic\":\"W again\""},
                    new String[] {
                        "moderator",
                        "\"do\":\"floor.queue\",\"name\":\"W\",\"team\":\"W\",\"site\":\"W\",\"topic\":\"W\""
                    },
                    new String[] {"moderator", "\"do\":\"floor.next\""},
                    new String[] {
                        "moderator", "\"do\":\"floor.revoke\",\"request\":1,\"reason\":\"W\""
                    },
                    new String[] {
                        "moderator", "\"do\":\"floor.deny\",\"request\":2,\"reason\":\"W\""
                    },
                    new String[] {
                        "moderator",
                        "\"do\":\"floor.policy\",\"policy\":{\"order\":\"balanced\"},\"reason\":\"W\""
                    },
                    new String[] {
                        "moderator", "\"do\":\"item.start\",\"title\":\"W\",\"seconds\":60"
                    },
                    new String[] {
                        "moderator",
                        "\"do\":\"budget.give\",\"to\":{\"item\":true},\"seconds\":5,\"reason\":\"W\""
                    },
                    new String[] {"moderator", "\"do\":\"agenda.add\",\"title\":\"W\""},
                    new String[] {
                        "secretary",
                        "\"do\":\"result.note\",\"kind\":\"action\",\"text\":\"W\",\"who\":\"W\""
                    },
                    new String[] {
                        "secretary", "\"do\":\"result.note\",\"kind\":\"key-point\",\"text\":\"W\""
                    },
                    new String[] {
                        "secretary",
                        "\"do\":\"next.set\",\"start\":\"2027-01-01T10:00\",\"zone\":\"UTC\",\"place\":\"W\""
                    },
                    new String[] {
                        "moderator", "\"do\":\"poll.open\",\"question\":\"W\",\"kind\":\"words\""
                    },
                    new String[] {
                        "participant", "\"do\":\"poll.vote\",\"poll\":1,\"words\":[\"W\"]"
                    },
                    new String[] {
                        "moderator",
                        "\"do\":\"poll.open\",\"question\":\"W\",\"kind\":\"single\",\"options\":[\"W\",\"no\"]"
                    },
                    new String[] {"moderator", "\"do\":\"poll.close\",\"poll\":1"},
                    new String[] {"participant", "\"do\":\"question.put\",\"text\":\"W\""},
                    new String[] {"moderator", "\"do\":\"question.publish\",\"question\":1"},
                    new String[] {"participant", "\"do\":\"contact.card\",\"card\":\"W\""},
                    new String[] {"moderator", "\"do\":\"lobby.open\""},
                    new String[] {"moderator", "\"do\":\"lobby.tell\",\"text\":\"W\""},
                    new String[] {
                        "moderator",
                        "\"do\":\"groups.open\",\"mix\":\"teams\",\"groups\":[{\"title\":\"W\"},{\"title\":\"W2\"}]"
                    },
                    new String[] {"moderator", "\"do\":\"groups.call\""});

    private void everythingIsSaid(ServerProcess server) throws Exception {
        for (String role : List.of("moderator", "secretary", "participant")) {
            get(server, "/api/rooms/" + server.room(SAFE) + "/figures", server.token(SAFE, role));
        }
        accepted = 0;
        for (String[] each : SAID) {
            JsonNode answer = act(server, SAFE, each[0], each[1].replace("W", WORD));
            assertThat(answer.has("ack")).as("%s: %s", each[1], answer).isTrue();
        }
        assertThat(accepted).isEqualTo(SAID.size());
        for (String name : CommandCodec.names()) {
            act(
                    server,
                    SAFE,
                    "observer",
                    "\"do\":\"" + name + "\",\"" + WORD + "\":\"" + WORD + "\"");
        }
    }

    private static String get(ServerProcess server, String path, String bearer) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.base() + path));
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            return new String(answer.body(), StandardCharsets.ISO_8859_1);
        }
    }

    private static String form(Map<String, String> fields) {
        List<String> pairs = new ArrayList<>();
        fields.forEach((k, v) -> pairs.add(k + "=" + URLEncoder.encode(v, StandardCharsets.UTF_8)));
        return String.join("&", pairs);
    }

    private static String hidden(String page, String name) {
        Matcher m = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        return m.find() ? m.group(1) : "";
    }

    /** By the door, under that name; and, once all is over, with an opinion. */
    private static void comeInAndSayWhatOneThinks(ServerProcess server) throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            String door = server.url(SAFE, "secretary");
            String page =
                    client.send(
                                    HttpRequest.newBuilder(URI.create(door)).build(),
                                    BodyHandlers.ofString())
                            .body();
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("name", WORD);
            fields.put("form", hidden(page, "form"));
            fields.put("version", hidden(page, "version"));
            fields.put("rules", "on");
            post(client, door, fields);
            String address = server.base() + "/r/" + server.room(SAFE) + "/evaluation";
            String asked =
                    client.send(
                                    HttpRequest.newBuilder(URI.create(address)).build(),
                                    BodyHandlers.ofString())
                            .body();
            String said =
                    post(
                            client,
                            address,
                            Map.of("csrf", hidden(asked, "csrf"), "q0", "5", "comment", WORD));
            assertThat(said).contains("Your answers are saved.");
        }
    }

    private static String post(HttpClient client, String address, Map<String, String> fields)
            throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create(address))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    @Test
    void nothingOfARoomOffTheRecordIsLeft() throws Exception {
        try (ServerProcess server = ServerProcess.start()) {
            everythingIsSaid(server);
            act(
                    server,
                    PLENARY,
                    "participant",
                    "\"do\":\"floor.request\",\"topic\":\"" + KEPT + "\"");
            server.kill();
            server.startAgain();
            everythingIsSaid(server);
            act(server, SAFE, "moderator", "\"do\":\"lobby.close\"");
            for (String act :
                    List.of(
                            "\"do\":\"result.none\",\"kind\":\"key-point\"",
                            "\"do\":\"result.none\",\"kind\":\"action\"",
                            "\"do\":\"next.none\"",
                            "\"do\":\"session.close\"")) {
                assertThat(act(server, PLENARY, "moderator", act).has("ack")).as(act).isTrue();
            }
            comeInAndSayWhatOneThinks(server);
            String desk = "/o/" + server.organiser() + "/demo";
            for (String export :
                    List.of(
                            desk,
                            desk + "/pack",
                            desk + "/pack.md",
                            desk + "/pack.docx",
                            desk + "/statistics",
                            desk + "/statistics.csv",
                            desk + "/polls.csv",
                            desk + "/evaluations.csv",
                            desk + "/file.yaml",
                            desk + "/audit",
                            "/o/" + server.organiser() + "/trail",
                            "/metrics",
                            "/health/ready")) {
                assertThat(get(server, export, "")).as(export).doesNotContain(WORD).isNotEmpty();
            }
            String log = "/api/rooms/" + server.room(SAFE) + "/log";
            assertThat(get(server, log, server.token(SAFE, "moderator")))
                    .contains("NOT_RECORDED")
                    .doesNotContain(WORD);
            server.stop();
            everyByte(server.data());
            unsealed(server.data());
        }
    }

    private static void everyByte(Path data) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(data)) {
            files.filter(Files::isRegularFile).forEach(all::add);
        }
        all.add(data.resolveSibling(data.getFileName() + ".err"));
        assertThat(all).hasSizeGreaterThan(3);
        for (Path file : all) {
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .as(file.toString())
                    .doesNotContain(WORD);
        }
    }

    /** What is sealed on the disk, read with the keys that lie beside it. */
    private static void unsealed(Path data) throws Exception {
        boolean found = false;
        try (SqliteLog log = SqliteLog.open(data, () -> "epoch")) {
            for (LogId id :
                    log.logs()
                            .toCompletionStage()
                            .toCompletableFuture()
                            .get(20, TimeUnit.SECONDS)) {
                long after = 0;
                Page page;
                do {
                    page =
                            log.read(id, after, 500)
                                    .toCompletionStage()
                                    .toCompletableFuture()
                                    .get(20, TimeUnit.SECONDS);
                    for (LogRecord record : page.records()) {
                        after = record.lastSeq();
                        String said = new String(record.payload(), StandardCharsets.UTF_8);
                        assertThat(said).as("%s", id).doesNotContain(WORD);
                        found |= said.contains(KEPT);
                    }
                } while (!page.end() && !page.records().isEmpty());
            }
        }
        assertThat(found).as("what was said on the record is read").isTrue();
    }
}
