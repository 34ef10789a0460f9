package palabre.testing;

import com.fasterxml.jackson.databind.JsonNode;

/** The library whose change sets ours equal, in its own process: web-client/test/changes.mjs. */
public final class CodeMirror {
    private static final NodeProcess LIBRARY = new NodeProcess("../web-client/test/changes.mjs");

    private CodeMirror() {}

    /** What it makes of each of the cases, which the script describes. */
    public static JsonNode answers(JsonNode cases) {
        return LIBRARY.ask(cases.toString());
    }
}
