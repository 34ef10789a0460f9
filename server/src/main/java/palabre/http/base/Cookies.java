package palabre.http.base;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;

/**
 * Every cookie that is set: sent over TLS alone when guests come that way, and not across sites.
 */
public final class Cookies {
    private Cookies() {}

    /** One that the browser keeps until it is closed; for the server alone. */
    public static Cookie of(ServerConfig config, String name, String value) {
        return Cookie.cookie(name, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(config.secureCookies())
                .setSameSite(CookieSameSite.LAX);
    }

    public static void set(RoutingContext ctx, Cookie cookie) {
        ctx.response().addCookie(cookie);
    }
}
