package palabre.http.evaluation;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import palabre.core.SeatId;
import palabre.core.SessionId;
import palabre.core.session.Lifecycle;
import palabre.http.base.Cookies;
import palabre.http.base.ServerConfig;
import palabre.secrets.Base32;
import palabre.secrets.ServerKey;

/**
 * Knows the device again that answered a questionnaire, by a secret in a cookie of the session. A
 * link, which the organiser has too, is not enough to read an answer.
 */
public final class EvaluationDevice {
    private static final int SECRET = 26;

    private final ServerKey key;
    private final ServerConfig config;

    public EvaluationDevice(ServerKey key, ServerConfig config) {
        this.key = key;
        this.config = config;
    }

    /**
     * The device's secret; one without gets one with this answer.
     *
     * @param keeps whether it may outlive the browser: not off the record
     */
    String secret(RoutingContext ctx, SessionId session, boolean keeps) {
        String value = session.value();
        String name = "e" + value.substring(0, Math.min(16, value.length()));
        Cookie known = ctx.request().getCookie(name);
        if (known != null && known.getValue().matches("[a-z2-7]{" + SECRET + "}")) {
            return known.getValue();
        }
        String secret = Base32.random(SECRET);
        Cookie cookie = Cookies.of(config, name, secret);
        if (keeps) {
            cookie.setMaxAge(Lifecycle.EVALUATION_MS / 1_000);
        }
        Cookies.set(ctx, cookie);
        return secret;
    }

    /** What is kept of it with an answer: other for each seat, so that it links no two answers. */
    String proof(SessionId session, SeatId seat, String secret) {
        return key.evaluationDevice(session, seat, secret);
    }

    boolean gave(Lifecycle.Answer answer, SessionId session, SeatId seat, String secret) {
        return ServerKey.same(answer.device(), proof(session, seat, secret));
    }
}
