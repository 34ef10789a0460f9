package palabre.http.base;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import palabre.core.Code;
import palabre.page.JtenoticeGenerated;
import palabre.page.Page;
import palabre.text.Messages;

/** How pages are sent, and those that say one thing. */
public final class Pages {
    private static final int WORTH_GZIP = 600;

    /** What a page's policy allows that has a script of ours, which asks the server for more. */
    public static final String WITH_SCRIPT = "script-src 'self'; connect-src 'self'; ";

    private Pages() {}

    public static void send(RoutingContext ctx, int status, Page page) {
        send(ctx, status, page, "");
    }

    /**
     * @param sources what the page's policy allows beside its own style; ends with a semicolon
     */
    public static void send(RoutingContext ctx, int status, Page page, String sources) {
        send(ctx, status, page.bytes(), sources);
    }

    /**
     * @param bytes a page as it was written
     */
    public static void send(RoutingContext ctx, int status, byte[] bytes, String sources) {
        HttpServerResponse response = ctx.response();
        response.setStatusCode(status)
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; "
                                + sources
                                + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        if (!response.headers().contains("Cache-Control")) {
            response.putHeader("Cache-Control", "no-store");
        }
        String accepts = ctx.request().getHeader("Accept-Encoding");
        if (bytes.length > WORTH_GZIP && accepts != null && accepts.contains("gzip")) {
            response.putHeader("Content-Encoding", "gzip").putHeader("Vary", "Accept-Encoding");
            bytes = gzip(bytes);
        }
        response.end(Buffer.buffer(bytes));
    }

    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A page that says one thing. */
    public static Page notice(Messages m, String title, String heading, String text) {
        return out -> JtenoticeGenerated.render(out, null, m, title, heading, text);
    }

    /** The same page for everything that a stranger must not tell apart. */
    public static void nothing(RoutingContext ctx, Code code) {
        Messages m = Visitor.language(ctx);
        String key = "ended." + code.name();
        String why = m.all().containsKey(key) ? m.text(key) : reason(m, code);
        String title = m.text(code == Code.DAMAGED ? "damaged.title" : "nothing.title");
        send(ctx, Problems.status(code), notice(m, title, title, why));
    }

    /** A stranger to an open room is shown its door; to a closed one, nothing. */
    public static void turnAway(RoutingContext ctx, Code code) {
        if (code == Code.UNAUTHENTICATED) {
            ctx.response()
                    .setStatusCode(303)
                    .putHeader("Location", "/r/" + ctx.pathParam("room") + "/visit")
                    .end();
        } else {
            nothing(ctx, code);
        }
    }

    private static String reason(Messages m, Code code) {
        return switch (code) {
            case NOT_FOUND, UNAUTHENTICATED -> m.text("nothing.text");
            default -> m.text("code." + code.name());
        };
    }
}
