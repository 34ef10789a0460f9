package palabre.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import palabre.core.Code;
import palabre.http.base.Meters;
import palabre.http.base.Problems;
import palabre.http.base.ServerConfig;
import palabre.http.base.Visitor;

/** For those who run the server, and for the authors of clients. */
final class OperationsRoute {
    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    /** What a proxy adds to what it passes on. */
    private static final List<String> PASSED_ON =
            List.of("X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Forwarded", "Via");

    private final Meters meters;
    private final Readiness readiness;
    private final ServerConfig config;

    OperationsRoute(Meters meters, Readiness readiness, ServerConfig config) {
        this.meters = meters;
        this.readiness = readiness;
        this.config = config;
    }

    void live(RoutingContext ctx) {
        plain(ctx, 200, "live\n");
    }

    /** Damage in one place is told, but no reason to turn everybody else away. */
    void ready(RoutingContext ctx) {
        int damaged = readiness.damaged();
        String told = damaged == 0 ? "" : "damaged: " + damaged + ", see the log\n";
        readiness
                .writes()
                .onSuccess(writes ->
                        plain(
                                ctx,
                                writes ? 200 : 503,
                                (writes ? "ready\n" : "not ready: nothing can be saved\n") + told));
    }

    /** To this machine alone, and to the addresses that the configuration names. */
    void metrics(RoutingContext ctx) {
        if (config.metricsFrom().contains(Visitor.address(ctx, config)) || byThisMachine(ctx)) {
            plain(ctx, 200, meters.scrape());
        } else {
            Problems.answer(ctx.response(), Code.NOT_FOUND);
        }
    }

    /**
     * What a proxy on this machine passes on comes from elsewhere, and so does what was meant for
     * another name: a proxy that says nothing keeps the name, or a foreign page had its own name
     * lead here.
     */
    private static boolean byThisMachine(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        String host = String.valueOf(request.getHeader("Host")).replaceFirst(":\\d+$", "");
        try {
            return InetAddress.getByName(request.remoteAddress().hostAddress()).isLoopbackAddress()
                    && PASSED_ON.stream().noneMatch(request.headers()::contains)
                    && OWN_NAMES.contains(host.toLowerCase(Locale.ROOT));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** The document, with every code that there is in the place of one that stands for them. */
    void openApi(RoutingContext ctx) {
        try (InputStream in = OperationsRoute.class.getResourceAsStream("/openapi.json")) {
            byte[] document = Objects.requireNonNull(in).readAllBytes();
            String codes =
                    Arrays.stream(Code.values())
                            .map(c -> '"' + c.name() + '"')
                            .collect(Collectors.joining(", "));
            ctx.response()
                    .putHeader("Content-Type", "application/json")
                    .end(new String(document, StandardCharsets.UTF_8).replace("\"CODES\"", codes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void plain(RoutingContext ctx, int status, String text) {
        ctx.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "text/plain; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .end(text);
    }
}
