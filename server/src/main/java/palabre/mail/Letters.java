package palabre.mail;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import palabre.core.SeatId;
import palabre.core.results.Result;
import palabre.core.results.Results;
import palabre.core.session.Delivery;
import palabre.core.session.Link;
import palabre.core.session.Session;
import palabre.core.session.SessionCommand;
import palabre.invite.CalendarEntry;
import palabre.invite.Invitation;
import palabre.report.ResultLines;
import palabre.secrets.Base32;
import palabre.secrets.ServerKey;
import palabre.sessions.Sessions;
import palabre.text.Messages;
import palabre.writer.Request;
import palabre.writer.Ticker;

/**
 * Writes invitations and results to those whose address is known, and notes what became of them.
 */
public final class Letters {
    private static final Logger LOG = LoggerFactory.getLogger(Letters.class);

    private final Mailer mailer;
    private final Sessions sessions;
    private final ServerKey key;
    private final Ticker ticker;
    private final Supplier<String> baseUrl;

    public Letters(
            Mailer mailer,
            Sessions sessions,
            ServerKey key,
            Ticker ticker,
            Supplier<String> baseUrl) {
        this.mailer = mailer;
        this.sessions = sessions;
        this.key = key;
        this.ticker = ticker;
        this.baseUrl = baseUrl;
    }

    /** To everybody who has an address and has not been written to. */
    public Future<Void> invite(Session session) {
        Future<Void> done = Future.succeededFuture();
        for (Link link : written(session)) {
            boolean sent =
                    Optional.ofNullable(session.deliveries().get(link.id()))
                            .filter(d -> d.state() != Delivery.State.FAILED)
                            .isPresent();
            if (!sent) {
                done = done.compose(_ -> send(session, link, invitation(session, link)));
            }
        }
        return done;
    }

    /**
     * That the session is over, and what came out of it.
     *
     * @param results of the main room, if they are on the record
     */
    public Future<Void> results(Session session, Optional<Results> results) {
        Future<Void> done = Future.succeededFuture();
        for (Link link : written(session)) {
            done = done.compose(_ -> sendResults(session, link, results));
        }
        return done;
    }

    private static List<Link> written(Session session) {
        return session.links().values().stream()
                .filter(l -> !l.mail().isEmpty() && !l.revoked())
                .toList();
    }

    private String door(Session session, Link link) {
        return baseUrl.get() + "/j/" + key.linkToken(session.id(), link.id(), link.issue());
    }

    private Letter invitation(Session session, Link link) {
        Invitation invitation =
                new Invitation(
                        session,
                        session.room(link.room()).orElseThrow(),
                        link,
                        door(session, link));
        return new Letter(
                link.mail(), session.title(), invitation.message(), CalendarEntry.of(invitation));
    }

    private Future<Void> sendResults(Session session, Link link, Optional<Results> results) {
        Messages m = Messages.of(link.language().split("-", 2)[0]);
        StringBuilder text = new StringBuilder();
        text.append(m.text("close.closed")).append("\n\n");
        results.ifPresent(r -> {
            for (Result entry : r.entries()) {
                text.append("- ").append(ResultLines.line(m, entry)).append('\n');
            }
            r.next().ifPresent(n -> text.append('\n').append(ResultLines.next(m, n)).append('\n'));
        });
        text.append('\n').append(m.text("pack.open")).append(":\n");
        text.append(door(session, link)).append("/pack\n\n");
        text.append(m.text("evaluation.label")).append(":\n");
        text.append(door(session, link)).append("/evaluation\n");
        String subject = m.text("minutes.title", "t", session.title());
        Letter letter = new Letter(link.mail(), subject, text.toString(), Optional.empty());
        return deliver(session, link, letter, Delivery.Kind.RESULTS);
    }

    private Future<Void> send(Session session, Link link, Letter letter) {
        return deliver(session, link, letter, Delivery.Kind.INVITATION);
    }

    private Future<Void> deliver(Session session, Link link, Letter letter, Delivery.Kind what) {
        return mailer.send(letter)
                .onFailure(f ->
                        LOG.warn("a letter could not be sent: {}", f.getClass().getSimpleName()))
                .map(Delivery.State.SENT)
                .otherwise(Delivery.State.FAILED)
                .compose(state ->
                        sessions.submit(
                                session.id(),
                                new Request<>(
                                        SeatId.SERVER,
                                        "mail-" + Base32.random(16),
                                        "",
                                        new SessionCommand.NoteDelivery(
                                                link.id(), what, state, ticker.nowMs()))))
                .mapEmpty();
    }
}
