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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A script in a process of Node.js, which is started when it is first told something. */
final class NodeProcess {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final List<String> command = new ArrayList<>(List.of("node"));
    private @Nullable Pipes pipes;

    private record Pipes(BufferedWriter in, BufferedReader out) {}

    NodeProcess(String... script) {
        command.addAll(List.of(script));
    }

    /** Hands it a line. */
    synchronized void tell(String line) {
        try {
            pipes().in().write(line + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands it a line, and waits for the line that answers. */
    synchronized JsonNode ask(String line) {
        try {
            tell(line);
            pipes().in().flush();
            String answer = pipes().out().readLine();
            if (answer == null) {
                throw new AssertionError(command + " has ended");
            }
            return MAPPER.readTree(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Pipes pipes() throws IOException {
        Pipes open = pipes;
        if (open == null) {
            Process node =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            open =
                    new Pipes(
                            new BufferedWriter(
                                    new OutputStreamWriter(
                                            node.getOutputStream(), StandardCharsets.UTF_8)),
                            new BufferedReader(
                                    new InputStreamReader(
                                            node.getInputStream(), StandardCharsets.UTF_8)));
            pipes = open;
        }
        return open;
    }
}
