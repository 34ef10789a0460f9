package palabre.http.base;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import palabre.core.RoomId;
import palabre.text.Messages;

/** What a request says about who sends it. Believes nothing but what it can check. */
public final class Visitor {
    private Visitor() {}

    /** The token after {@code Authorization: Bearer}. */
    public static Optional<String> bearer(RoutingContext ctx) {
        return Optional.ofNullable(ctx.request().getHeader("Authorization"))
                .filter(h -> h.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(h -> h.substring(7).strip());
    }

    /** The body's bytes; none when there is no body. */
    public static byte[] body(RoutingContext ctx) {
        Buffer body = ctx.body().buffer();
        return body == null ? new byte[0] : body.getBytes();
    }

    /** Whether every field of a form is valid Unicode. */
    public static boolean formIsWhole(RoutingContext ctx) {
        return ctx.request().formAttributes().entries().stream()
                .noneMatch(e -> e.getValue().indexOf('\uFFFD') >= 0);
    }

    /** The room in the path, if it can be one. */
    public static Optional<RoomId> room(RoutingContext ctx) {
        try {
            return Optional.ofNullable(ctx.pathParam("room")).map(RoomId::new);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Where it comes from, as limits count it. A trusted proxy writes at the end of {@code
     * X-Forwarded-For} who came to it: the last one there that is no trusted proxy is who it is,
     * however many lines the header has. {@code Forwarded} is not read.
     */
    public static String address(RoutingContext ctx, ServerConfig config) {
        String nearest = String.valueOf(ctx.request().remoteAddress().hostAddress());
        List<String> hops =
                ctx.request().headers().getAll("X-Forwarded-For").stream()
                        .flatMap(line -> Stream.of(line.split(",", -1)))
                        .toList();
        for (int i = hops.size(); config.trusts(nearest) && i > 0; i--) {
            String hop = hops.get(i - 1).strip();
            if (NetworkAddress.network(hop).isEmpty()) {
                break;
            }
            nearest = hop;
        }
        return NetworkAddress.network(nearest).orElse(nearest);
    }

    /** Whether a page of ours sent it; {@code true} too when no browser did. */
    public static boolean ownOrigin(RoutingContext ctx, ServerConfig config) {
        String origin = ctx.request().getHeader("Origin");
        if (origin == null) {
            return true;
        }
        if (config.publicUrl().isPresent()) {
            return config.publicOrigin().equals(Optional.of(origin));
        }
        String host = ctx.request().getHeader("Host");
        return origin.equals("http://" + host) || origin.equals("https://" + host);
    }

    /**
     * Whether a page that is not ours sent what would change something, as far as the browser says
     * from where it comes. {@code Origin: null} says nothing: our own pages send it too, since they
     * name no referrer; newer browsers say more in {@code Sec-Fetch-Site}. For those that say
     * nothing at all a form has what only our page knows.
     */
    public static boolean foreignWrite(RoutingContext ctx, ServerConfig config) {
        HttpMethod method = ctx.request().method();
        if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
            return false;
        }
        String origin = ctx.request().getHeader("Origin");
        if (origin != null && !origin.equals("null")) {
            return !ownOrigin(ctx, config);
        }
        String site = ctx.request().getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    /** Whether a browser said that a page of ours sent it. */
    public static boolean saysOwnOrigin(RoutingContext ctx, ServerConfig config) {
        return ctx.request().getHeader("Origin") != null && ownOrigin(ctx, config);
    }

    /** The language chosen in the address, else remembered, else asked for by the browser. */
    public static Messages language(RoutingContext ctx) {
        String chosen = ctx.request().getParam("lang");
        if (chosen != null && Messages.LANGUAGES.contains(chosen)) {
            return Messages.of(chosen);
        }
        Cookie remembered = ctx.request().getCookie("lang");
        if (remembered != null && Messages.LANGUAGES.contains(remembered.getValue())) {
            return Messages.of(remembered.getValue());
        }
        return ctx.acceptableLanguages().stream()
                .map(l -> l.tag())
                .filter(Messages.LANGUAGES::contains)
                .findFirst()
                .map(Messages::of)
                .orElseGet(() -> Messages.of("en"));
    }
}
