package palabre.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import palabre.codec.Json;
import palabre.codec.Unreadable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code session create FILE}, {@code session export ID}: at a server that runs. */
@Command(
        name = "session",
        description = "Makes a session from a file, or a file from a session.",
        mixinStandardHelpOptions = true)
final class SessionCommands {
    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
                    .build();

    @Command(
            name = "create",
            description = "Makes a session from a YAML or JSON file.",
            mixinStandardHelpOptions = true)
    int create(
            @Parameters(paramLabel = "FILE", description = "The session.") Path file,
            @Option(names = "--url", description = "The organiser's link of the server.")
                    @Nullable String url)
            throws IOException, InterruptedException {
        JsonNode session;
        try {
            session = YAML.readTree(Files.readString(file));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            System.err.println("palabre: " + file + ": " + e.getOriginalMessage() + where(e));
            return 2;
        }
        Organiser at = Organiser.at(url);
        HttpResponse<String> answer =
                at.send(
                        "/api/sessions",
                        r ->
                                r.header("Content-Type", "application/json")
                                        .POST(
                                                HttpRequest.BodyPublishers.ofString(
                                                        Json.write(session))));
        JsonNode body = json(answer.body());
        if (answer.statusCode() != 201) {
            System.err.println("palabre: no session was made. " + body.path("title").asText());
            body.path("faults")
                    .forEach(f ->
                            System.err.println(
                                    "  "
                                            + f.path("at").asText()
                                            + ": "
                                            + f.path("message").asText()));
            return 1;
        }
        print(body);
        return 0;
    }

    private static String where(com.fasterxml.jackson.core.JsonProcessingException e) {
        return e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
    }

    private static void print(JsonNode session) {
        System.out.println(session.path("id").asText() + "  " + session.path("title").asText());
        for (JsonNode room : session.path("rooms")) {
            System.out.println(
                    "  " + room.path("title").asText() + "  " + room.path("url").asText());
            for (JsonNode link : room.path("links")) {
                System.out.printf(
                        "    %-12s %-30s %s%n",
                        link.path("role").asText(),
                        link.path("name").asText(),
                        link.path("url").asText());
            }
        }
    }

    @Command(
            name = "export",
            description = "Prints a session as a file from which it can be made again.")
    int export(
            @Parameters(paramLabel = "ID", description = "The session's id.") String id,
            @Option(names = "--url", description = "The organiser's link of the server.")
                    @Nullable String url)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                Organiser.at(url).send("/api/sessions/" + id + "/file", HttpRequest.Builder::GET);
        if (answer.statusCode() != 200) {
            System.err.println("palabre: " + json(answer.body()).path("title").asText());
            return 1;
        }
        System.out.print(YAML.writeValueAsString(json(answer.body())));
        return 0;
    }

    private static JsonNode json(String text) throws IOException {
        try {
            return Json.parse(text);
        } catch (Unreadable e) {
            throw new IOException("this is not a Palabre server", e);
        }
    }

    /** Where the server is, and the token by which an organiser is known. */
    private record Organiser(URI base, String token) {
        interface Shape {
            HttpRequest.Builder of(HttpRequest.Builder request);
        }

        static Organiser at(@Nullable String link) throws IOException {
            String given = link == null ? System.getenv("PALABRE_ORGANISER") : link;
            if (given == null || !given.matches("https?://.+/o/[a-z2-7]+/?")) {
                throw new IOException(
                        "give the organiser's link with --url, or set PALABRE_ORGANISER to it");
            }
            String plain = given.replaceAll("/$", "");
            int at = plain.lastIndexOf("/o/");
            return new Organiser(URI.create(plain.substring(0, at)), plain.substring(at + 3));
        }

        HttpResponse<String> send(String path, Shape shape)
                throws IOException, InterruptedException {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(base + path))
                            .timeout(Duration.ofSeconds(30))
                            .header("Authorization", "Bearer " + token);
            try (HttpClient client = HttpClient.newHttpClient()) {
                return client.send(shape.of(request).build(), BodyHandlers.ofString());
            }
        }
    }
}
