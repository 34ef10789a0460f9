package palabre.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages without JavaScript, driven as a person would: read the page, press a button. */
public final class TextCarrier implements Carrier {
    private static final Pattern AT = Pattern.compile("data-epoch=\"(\\w+)\" data-seq=\"(\\d+)\"");
    private static final Pattern HOLDER = Pattern.compile("id=\"floor\" data-request=\"(\\d+)\"");
    private static final Pattern WAITING =
            Pattern.compile("<li data-request=\"(\\d+)\">(.*?)</li>");
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"(\\w+)\"");
    private static final Pattern FORM = Pattern.compile("name=\"at\" value=\"([\\w:]+)\"");
    private static final Pattern PEOPLE = Pattern.compile("<p id=\"people\">(.*?)</p>");

    private final Browserless http;
    private final String join;
    private final String page;
    private final String name;
    private String html = "";
    private boolean joined;

    public TextCarrier(TestServer server, int room, String token, String name) {
        this.http = new Browserless(server.base());
        this.join = "/j/" + token;
        this.page = "/r/" + server.room(room) + "/text";
        this.name = name;
    }

    @Override
    public void connect() {
        if (!joined) {
            Matcher nonce =
                    Pattern.compile("name=\"form\" value=\"(\\w+)\"")
                            .matcher(http.get(join).body());
            if (!nonce.find()) {
                throw new AssertionError("no form on the join page");
            }
            http.form(join, Map.of("name", name, "form", nonce.group(1), "rules", "on"));
            joined = true;
        }
        reload();
    }

    private void reload() {
        html = http.get(page).body();
    }

    private static Optional<String> find(Pattern pattern, String text) {
        Matcher m = pattern.matcher(text);
        return m.find() ? Optional.of(m.group(1)) : Optional.empty();
    }

    @Override
    public void cut() {}

    /** Presses the button that stands for the command; the page's answer is worded as a frame's. */
    @Override
    public JsonNode send(String command) {
        JsonNode node = StreamCarrier.json(command);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("csrf", find(CSRF, html).orElse(""));
        fields.put("at", find(FORM, html).orElse(""));
        String target = node.has("request") ? " " + node.path("request").asLong() : "";
        fields.put("act", node.path("do").asText() + target);
        if (node.has("topic")) {
            fields.put("topic", node.path("topic").asText());
        }
        if (node.has("name")) {
            fields.put("name", node.path("name").asText());
        }
        HttpResponse<String> response = http.form(page, fields);
        String next = response.headers().firstValue("Location").orElse("");
        ObjectNode answer = StreamCarrier.MAPPER.createObjectNode();
        Optional<String> refused = find(Pattern.compile("refused=(\\w+)"), next);
        reload();
        if (refused.isPresent()) {
            return answer.put("nack", "").put("code", refused.get());
        }
        return answer.put("ack", "").put("seq", Long.parseLong(seq()));
    }

    private String seq() {
        Matcher at = AT.matcher(html);
        if (!at.find()) {
            throw new AssertionError("no data-seq in " + html);
        }
        return at.group(2);
    }

    @Override
    public Mirror caughtUpTo(long seq) {
        do {
            reload();
        } while (Long.parseLong(seq()) < seq);
        Mirror mirror = new Mirror();
        mirror.seq = Long.parseLong(seq());
        mirror.listOpen = !html.contains("The queue is closed: nobody can ask to speak now.");
        mirror.holder =
                find(HOLDER, html)
                        .map(id -> new Mirror.Request(Long.parseLong(id), "", "", "granted"));
        Matcher waiting = WAITING.matcher(html);
        while (waiting.find()) {
            String state = waiting.group(2).contains("speaks next") ? "accepted" : "pending";
            mirror.waiting.add(new Mirror.Request(Long.parseLong(waiting.group(1)), "", "", state));
        }
        int i = 0;
        for (String person : find(PEOPLE, html).orElse("").split(", ")) {
            if (!person.equals("you")) {
                mirror.names.put("%03d".formatted(i++), person);
            }
        }
        return mirror;
    }

    public String html() {
        return html;
    }

    /** Goes back to a page that was shown before. */
    public void show(String earlier) {
        html = earlier;
    }

    public HttpResponse<String> get(String... headers) {
        return http.get(page, headers);
    }

    @Override
    public boolean recovered() {
        return !html.contains("The server was restarted");
    }

    @Override
    public void close() {}
}
