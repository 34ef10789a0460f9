package palabre.http.organiser;

import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Optional;
import palabre.core.Code;
import palabre.core.SessionId;
import palabre.core.session.Organiser;
import palabre.core.session.Session;
import palabre.http.base.Pages;
import palabre.http.base.Problems;
import palabre.http.base.Visitor;
import palabre.http.guard.Doorkeeper;
import palabre.sessions.Organisers;
import palabre.sessions.Preparation;
import palabre.sessions.Sessions;

/**
 * Where organisers are served: who it is, by their link or by their token, and which sessions are
 * theirs. Another's session is none.
 */
public final class Desk {
    private static final String WHO = "palabre.organiser";

    private final Organisers organisers;
    private final Sessions sessions;
    private final Doorkeeper doorkeeper;
    private final DamageNotice damages;

    public Desk(Organisers organisers, Sessions sessions, Doorkeeper doorkeeper) {
        this.organisers = organisers;
        this.sessions = sessions;
        this.doorkeeper = doorkeeper;
        this.damages = new DamageNotice(sessions, organisers);
    }

    /** What cannot be read. */
    DamageNotice damages() {
        return damages;
    }

    /** Whose page it is, by the link; nobody's is answered here. */
    Optional<Organiser> byLink(RoutingContext ctx) {
        Optional<Organiser> who = organisers.byToken(String.valueOf(ctx.pathParam("token")));
        who.ifPresentOrElse(o -> ctx.put(WHO, o), () -> Pages.nothing(ctx, stranger(ctx)));
        return who;
    }

    /** Whether it is the host's page; to anybody else there is none. */
    boolean byHostsLink(RoutingContext ctx) {
        Optional<Organiser> who = byLink(ctx);
        if (who.isPresent() && !who.get().isHost()) {
            Pages.nothing(ctx, Code.NOT_FOUND);
        }
        return who.filter(Organiser::isHost).isPresent();
    }

    /** Whose request of the interface it is, by the token; nobody's is answered here. */
    public Optional<Organiser> byBearer(RoutingContext ctx) {
        Optional<Organiser> who = Visitor.bearer(ctx).flatMap(organisers::byToken);
        who.ifPresentOrElse(
                o -> ctx.put(WHO, o),
                () -> {
                    Code code = stranger(ctx);
                    Problems.answer(
                            ctx.response(), code == Code.NOT_FOUND ? Code.UNAUTHENTICATED : code);
                });
        return who;
    }

    private Code stranger(RoutingContext ctx) {
        return doorkeeper.strangerMayTry(ctx) ? Code.NOT_FOUND : Code.TOO_FAST;
    }

    /** Who was found to be here. */
    static Organiser who(RoutingContext ctx) {
        return Objects.requireNonNull(ctx.<Organiser>get(WHO), "nobody was let in");
    }

    /** The session of the address, if it is theirs who is here. */
    public Optional<Session> session(RoutingContext ctx) {
        try {
            return sessions.find(new SessionId(String.valueOf(ctx.pathParam("session"))))
                    .filter(who(ctx)::runs);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The session of a page's address; no session, or nobody's link, is answered here. */
    public Optional<Session> sessionOfLink(RoutingContext ctx) {
        if (byLink(ctx).isEmpty()) {
            return Optional.empty();
        }
        Optional<Session> session = session(ctx);
        if (session.isEmpty()) {
            Pages.nothing(ctx, damaged(ctx).isPresent() ? Code.DAMAGED : stranger(ctx));
        }
        return session;
    }

    /** The session of the address, if it cannot be read and concerns who is here. */
    Optional<SessionId> damaged(RoutingContext ctx) {
        return damages.find(String.valueOf(ctx.pathParam("session")), who(ctx));
    }

    /** The same for a page; nobody's link is answered by {@link #sessionOfLink}. */
    Optional<SessionId> damagedOfLink(RoutingContext ctx) {
        return organisers
                .byToken(String.valueOf(ctx.pathParam("token")))
                .flatMap(who -> {
                    ctx.put(WHO, who);
                    return damaged(ctx);
                });
    }

    /** Sets sessions up in the name of who is here. */
    Preparation preparation(RoutingContext ctx) {
        return new Preparation(sessions, who(ctx));
    }
}
