package palabre.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A plain HTTP client with a cookie jar of its own; follows nothing by itself. */
public final class Browserless {
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final String base;

    public Browserless(String base) {
        this.base = base;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    public HttpResponse<String> post(String path, String type, byte[] body, String... headers) {
        return send(
                request(path, headers)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build());
    }

    public HttpResponse<String> postJson(String path, String body, String... headers) {
        return post(path, "application/json", body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public HttpResponse<String> put(String path, String body, String... headers) {
        return send(
                request(path, headers)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    /** Sends a form. */
    public HttpResponse<String> form(String path, Map<String, String> fields, String... headers) {
        StringBuilder body = new StringBuilder();
        fields.forEach((k, v) ->
                body.append(body.isEmpty() ? "" : "&")
                        .append(encode(k))
                        .append('=')
                        .append(encode(v)));
        return post(
                path,
                "application/x-www-form-urlencoded",
                body.toString().getBytes(StandardCharsets.US_ASCII),
                headers);
    }

    /** Through a door as a browser without scripts comes: its page, then its form. */
    public HttpResponse<String> join(String door, String name, String... headers) {
        return form(door, Map.of("name", name, "form", nonce(door), "rules", "on"), headers);
    }

    /** What the form of a door has from the server. */
    public String nonce(String door) {
        Matcher m = Pattern.compile("name=\"form\" value=\"(\\w+)\"").matcher(get(door).body());
        if (!m.find()) {
            throw new AssertionError("no form at " + door);
        }
        return m.group(1);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public HttpResponse<String> delete(String path, String... headers) {
        return send(request(path, headers).DELETE().build());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(20));
        return headers.length == 0 ? builder : builder.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public HttpClient client() {
        return client;
    }
}
