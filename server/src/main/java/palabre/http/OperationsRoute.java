package palabre.http;

import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import palabre.core.Code;

/** For those who run the server, and for the authors of clients. */
final class OperationsRoute {
    private final Meters meters;
    private final BooleanSupplier ready;

    OperationsRoute(Meters meters, BooleanSupplier ready) {
        this.meters = meters;
        this.ready = ready;
    }

    void live(RoutingContext ctx) {
        plain(ctx, 200, "live\n");
    }

    void ready(RoutingContext ctx) {
        boolean now = ready.getAsBoolean();
        plain(ctx, now ? 200 : 503, now ? "ready\n" : "not ready\n");
    }

    /** To this machine alone. */
    void metrics(RoutingContext ctx) {
        try {
            String remote = ctx.request().remoteAddress().hostAddress();
            if (!InetAddress.getByName(remote).isLoopbackAddress()
                    || ctx.request().getHeader("X-Forwarded-For") != null) {
                Problems.answer(ctx.response(), Code.NOT_FOUND);
                return;
            }
        } catch (UnknownHostException e) {
            Problems.answer(ctx.response(), Code.NOT_FOUND);
            return;
        }
        plain(ctx, 200, meters.scrape());
    }

    void openApi(RoutingContext ctx) {
        try (InputStream in = OperationsRoute.class.getResourceAsStream("/openapi.json")) {
            byte[] document = Objects.requireNonNull(in).readAllBytes();
            ctx.response()
                    .putHeader("Content-Type", "application/json")
                    .end(new String(document, StandardCharsets.UTF_8));
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
