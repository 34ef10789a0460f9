package palabre.http.app;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import palabre.core.Code;
import palabre.http.base.Pages;
import palabre.http.base.Problems;

/** {@code /assets/…}: the web client's files, whose names hold their hash. */
public final class Assets {
    private static final String YEAR = "public, max-age=31536000, immutable";

    private record Asset(String type, Buffer bytes, Buffer gzipped) {}

    private final Map<String, Asset> assets = new HashMap<>();
    private final Map<String, String> addresses = new HashMap<>();

    public Assets() {
        String manifest = new String(resource("manifest.txt"), StandardCharsets.UTF_8);
        manifest.strip().lines().forEach(this::load);
    }

    /** The address of the app, of its style, of what makes the big screen or the lobby change. */
    public String address(String file) {
        return Objects.requireNonNull(addresses.get(file), file);
    }

    /** Loads a file that is called {@code app-a1b2c3.js}; it is known as {@code app.js}. */
    private void load(String name) {
        byte[] bytes = resource(name);
        String type = name.endsWith(".css") ? "text/css" : "text/javascript";
        assets.put(
                name,
                new Asset(
                        type + "; charset=utf-8",
                        Buffer.buffer(bytes),
                        Buffer.buffer(Pages.gzip(bytes))));
        addresses.put(name.replaceFirst("-\\w+\\.", "."), "/assets/" + name);
    }

    private static byte[] resource(String name) {
        try (InputStream in = Assets.class.getResourceAsStream("/web/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void serve(RoutingContext ctx) {
        Asset asset = assets.get(String.valueOf(ctx.pathParam("file")));
        if (asset == null) {
            Problems.answer(ctx.response(), Code.NOT_FOUND);
            return;
        }
        String accepts = ctx.request().getHeader("Accept-Encoding");
        boolean gzip = accepts != null && accepts.contains("gzip");
        if (gzip) {
            ctx.response().putHeader("Content-Encoding", "gzip");
        }
        ctx.response()
                .putHeader("Content-Type", asset.type())
                .putHeader("Cache-Control", YEAR)
                .putHeader("Vary", "Accept-Encoding")
                .end(gzip ? asset.gzipped() : asset.bytes());
    }
}
