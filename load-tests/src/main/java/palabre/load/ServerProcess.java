package palabre.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import palabre.codec.Json;
import palabre.codec.Unreadable;
import palabre.loops.LoopWatch;

/** The product's jar in a process of its own, on a data directory of its own. */
public final class ServerProcess implements AutoCloseable {
    private static final List<String> FLAGS =
            List.of(
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Dio.netty.allocator.type=pooled",
                    "-Dio.netty.leakDetection.level=disabled",
                    "-XX:+UseG1GC",
                    "-XX:MaxGCPauseMillis=20",
                    "-XX:+UseCompactObjectHeaders");

    /** In which Linux counts the time of a thread. */
    private static final long TICK_MICROS = 10_000;

    private final Path data;
    private final int port;
    private final List<String> extra;
    private final List<String> options;
    private Process process;
    private JsonNode told;
    private double startedInMs;

    private ServerProcess(Path data, int port, List<String> extra, List<String> options)
            throws IOException {
        this.data = data;
        this.port = port;
        this.extra = extra;
        this.options = options;
        this.process = launch();
        this.told = await();
    }

    /** Starts the demo on a fresh directory and a free port. */
    public static ServerProcess start(String... jvmFlags) throws IOException {
        return new ServerProcess(
                Files.createTempDirectory("palabre-load-"),
                freePort(),
                List.of(jvmFlags),
                List.of());
    }

    /** The same, on a clock that runs so many times as fast as real time. */
    public static ServerProcess rehearsal(int speed) throws IOException {
        return new ServerProcess(
                Files.createTempDirectory("palabre-load-"),
                freePort(),
                List.of(),
                List.of("--speed", Integer.toString(speed)));
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(System.getenv().getOrDefault("PALABRE_JAVA", ownJava()));
        command.addAll(FLAGS);
        command.addAll(extra);
        command.addAll(
                List.of(
                        "-jar",
                        System.getenv().getOrDefault("PALABRE_JAR", "../server/target/palabre.jar"),
                        "demo",
                        "--json",
                        "--port",
                        Integer.toString(port),
                        "--trusted-proxies",
                        "127.0.0.1",
                        "--data",
                        data.toString()));
        command.addAll(options);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(errors().toFile()))
                .start();
    }

    private static String ownJava() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private JsonNode await() throws IOException {
        long start = System.nanoTime();
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        startedInMs = (System.nanoTime() - start) / 1e6;
        if (line == null) {
            throw new IOException("the server did not start: see " + data + ".err");
        }
        try {
            return Json.parse(line);
        } catch (Unreadable e) {
            throw new IOException("the server's first line is not JSON: " + line, e);
        }
    }

    /** From the start of its JVM to the line that says that the port accepts. */
    public double startedInMs() {
        return startedInMs;
    }

    /** {@code kill -9}, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        gone();
    }

    private void gone() {
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** On the same directory and port as before. */
    public void startAgain() throws IOException {
        process = launch();
        told = await();
    }

    /** An orderly end; the directory stays. */
    public void stop() {
        process.destroy();
        gone();
    }

    private Path errors() {
        return data.resolveSibling(data.getFileName() + ".err");
    }

    /** What the server said of tasks that held up an event loop, since it was first started. */
    List<String> blocks() {
        try (Stream<String> lines = Files.lines(errors())) {
            return lines.filter(l -> l.contains(LoopWatch.SAYS)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ends the server.
     *
     * @throws IllegalStateException when it ever held up an event loop: no drill may
     */
    @Override
    public void close() {
        stop();
        List<String> blocks = blocks();
        forget();
        if (!blocks.isEmpty()) {
            throw new IllegalStateException(blocks.size() + " times: " + String.join("\n", blocks));
        }
    }

    private void forget() {
        try (var files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
        } catch (IOException e) {
            // it is a temporary directory
        }
    }

    public Path data() {
        return data;
    }

    public int port() {
        return port;
    }

    public String base() {
        return "http://127.0.0.1:" + port;
    }

    public String organiser() {
        return told.path("organiser").path("token").textValue();
    }

    public String room(int index) {
        return told.path("rooms").path(index).path("id").textValue();
    }

    public String token(int room, String role) {
        return link(room, role).path("token").textValue();
    }

    public String url(int room, String role) {
        return link(room, role).path("url").textValue();
    }

    private JsonNode link(int room, String role) {
        for (JsonNode link : told.path("rooms").path(room).path("links")) {
            if (link.path("role").textValue().equals(role)) {
                return link;
            }
        }
        throw new IllegalArgumentException("no link for " + role);
    }

    /** Resident memory in bytes; 0 where the system does not tell. */
    public long residentBytes() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
                if (line.startsWith("VmRSS:")) {
                    return 1_024 * Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
        } catch (IOException e) {
            // not Linux
        }
        return 0;
    }

    /** Processor time that it has used, in microseconds, to 10 ms; 0 where nobody tells. */
    long cpuMicros() {
        return process.info()
                .totalCpuDuration()
                .map(Duration::toNanos)
                .map(ns -> ns / 1_000)
                .orElse(0L);
    }

    /**
     * What of that its JVM used for itself, for compiling and for collecting garbage; threads that
     * have ended are not in it. 0 where nobody tells.
     */
    long ownMicros() {
        long ticks = 0;
        try (Stream<Path> tasks = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
            for (Path task : tasks.toList()) {
                String stat = Files.readString(task.resolve("stat"));
                String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
                String[] rest = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                if (name.startsWith("C1 ")
                        || name.startsWith("C2 ")
                        || name.startsWith("G1 ")
                        || name.startsWith("GC ")) {
                    ticks += Long.parseLong(rest[11]) + Long.parseLong(rest[12]);
                }
            }
        } catch (IOException e) {
            // not Linux, or a thread has just ended
        }
        return ticks * TICK_MICROS;
    }

    /** Has its JVM collect its garbage. */
    void collect() throws IOException, InterruptedException {
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** What an address answers to the holder of a token. */
    public String get(String path, String token) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base() + path))
                        .header("Authorization", "Bearer " + token)
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    /** One request of the organiser; returns the answer's JSON. */
    public JsonNode organise(String path, String body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base() + path))
                        .header("Authorization", "Bearer " + organiser())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return Json.parse(client.send(request, BodyHandlers.ofString()).body());
        }
    }
}
