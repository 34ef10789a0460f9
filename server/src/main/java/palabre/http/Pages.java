package palabre.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import palabre.core.Code;
import palabre.page.JtenoticeGenerated;
import palabre.page.Page;
import palabre.text.Html;
import palabre.text.Messages;

/** What every page has in common: its frame, its few lines of style, how it is sent. */
final class Pages {
    private static final int WORTH_GZIP = 600;

    /** In the page itself, so that the page is one request; nothing depends on it. */
    private static final String STYLE =
            "body{overflow-wrap:anywhere;font:1rem/1.5"
                + " system-ui,sans-serif;max-width:40rem;margin:0 auto;padding:.5rem 1rem;"
                + "background:#fbf8f2;color:#1d1b17}h1{font-size:1.3rem}h2{font-size:1.15rem;margin:1.2rem"
                + " 0 .3rem}h3{font-size:1rem;margin:1rem 0"
                + " .2rem}th,td{overflow-wrap:normal;padding:.1rem .5rem .1rem"
                + " 0}button,input,select{font:inherit;min-height:2.75rem;padding:.3rem"
                + " .8rem;max-width:100%;box-sizing:border-box}"
                + "input:not([size],[type]){width:22rem}[type=checkbox],[type=radio]{vertical-align:middle}form{margin:.4rem"
                + " 0}fieldset{min-width:0}label{max-width:100%}textarea{font:inherit;width:100%;box-sizing:border-box}.warn{border:2px"
                + " solid;padding:.5rem}a{color:#0b5a7a}li{margin:.2rem 0}summary{padding:.6rem 0}"
                + "@media(prefers-color-scheme:dark){body{background:#1a1815;color:#f0ebe1}"
                + "a{color:#8fd0ee}}";

    /** What a page's policy allows that has a script of ours, which asks the server for more. */
    static final String WITH_SCRIPT = "script-src 'self'; connect-src 'self'; ";

    private Pages() {}

    /** The beginning of a page, up to and with its body tag. */
    static Html begin(Messages m, String title, String head, String bodyAttributes) {
        return new Html()
                .raw("<!doctype html>\n<html lang=\"")
                .raw(m.language())
                .raw("\" dir=\"")
                .raw(m.text("language.dir"))
                .raw("\"><head><meta charset=\"utf-8\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
                .raw(head)
                .element("title", title)
                .raw("<style>" + STYLE + "</style></head>\n<body" + bodyAttributes + "><main>\n");
    }

    static String end(Html page) {
        return page.raw("\n</main></body></html>\n").toString();
    }

    static void send(RoutingContext ctx, int status, Page page) {
        send(ctx, status, page, "");
    }

    static void send(RoutingContext ctx, int status, String page) {
        send(ctx, status, page, "");
    }

    /**
     * @param sources what the page's policy allows beside its own style; ends with a semicolon
     */
    static void send(RoutingContext ctx, int status, Page page, String sources) {
        send(ctx, status, page.bytes(), sources);
    }

    static void send(RoutingContext ctx, int status, String page, String sources) {
        send(ctx, status, page.getBytes(StandardCharsets.UTF_8), sources);
    }

    private static void send(RoutingContext ctx, int status, byte[] bytes, String sources) {
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

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A page that says one thing. */
    static Page notice(Messages m, String title, String heading, String text) {
        return out -> JtenoticeGenerated.render(out, null, m, title, heading, text);
    }

    /** The same page for everything that a stranger must not tell apart. */
    static void nothing(RoutingContext ctx, Code code) {
        Messages m = Visitor.language(ctx);
        String key = "ended." + code.name();
        String why = m.all().containsKey(key) ? m.text(key) : reason(m, code);
        String title = m.text(code == Code.DAMAGED ? "damaged.title" : "nothing.title");
        send(ctx, Problems.status(code), notice(m, title, title, why));
    }

    /** A stranger to an open room is shown its door; to a closed one, nothing. */
    static void turnAway(RoutingContext ctx, Code code) {
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
