package palabre.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the example client knows: the fold of docs/examples, which was written from PROTOCOL.md
 * alone. All folds of a test run live in one process of Node.js.
 */
public final class ExampleFold {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static @Nullable Folds folds;
    private static int opened;

    private final int id;

    private ExampleFold(int id) {
        this.id = id;
    }

    private record Folds(BufferedWriter in, BufferedReader out) {}

    /** A client that knows nothing yet. */
    public static ExampleFold open() {
        synchronized (ExampleFold.class) {
            return new ExampleFold(++opened);
        }
    }

    private static Folds folds() throws IOException {
        Folds running = folds;
        if (running == null) {
            Process node =
                    new ProcessBuilder(
                                    "node",
                                    Path.of("src/test/resources/folds.mjs").toString(),
                                    Path.of("../docs/examples/fold.mjs").toRealPath().toString())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            running =
                    new Folds(
                            new BufferedWriter(
                                    new OutputStreamWriter(
                                            node.getOutputStream(), StandardCharsets.UTF_8)),
                            new BufferedReader(
                                    new InputStreamReader(
                                            node.getInputStream(), StandardCharsets.UTF_8)));
            folds = running;
        }
        return running;
    }

    /** Takes one line of a stream in. */
    public void take(String line) {
        synchronized (ExampleFold.class) {
            try {
                folds().in().write("{\"fold\":" + id + ",\"line\":" + line + "}\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * What it knows by now: {@code epoch}, {@code seq}, {@code room}, {@code line}: who waits, in
     * the order in which they will speak, {@code hello}, {@code opinions}, and what lines were:
     * {@code events}, {@code gaps}, {@code had}.
     */
    public JsonNode known() {
        synchronized (ExampleFold.class) {
            try {
                Folds now = folds();
                now.in().write("{\"fold\":" + id + "}\n");
                now.in().flush();
                String answer = now.out().readLine();
                if (answer == null) {
                    throw new AssertionError("the example's fold has ended");
                }
                return MAPPER.readTree(answer);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
