package palabre.http.evaluation;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import palabre.access.Gate;
import palabre.access.Needs;
import palabre.core.Code;
import palabre.core.SeatId;
import palabre.core.SessionId;
import palabre.core.Texts;
import palabre.core.room.Charter;
import palabre.core.session.Lifecycle;
import palabre.core.session.Session;
import palabre.core.session.SessionCommand;
import palabre.http.base.Pages;
import palabre.http.base.Problems;
import palabre.http.base.Visitor;
import palabre.http.guard.Doorkeeper;
import palabre.secrets.Base32;
import palabre.secrets.ServerKey;
import palabre.sessions.Sessions;
import palabre.text.Messages;
import palabre.writer.Reply;
import palabre.writer.Request;
import palabre.writer.Ticker;

/**
 * {@code …/evaluation}: what people think of a session that is over; for two weeks, also for those
 * who dropped out. An answer is kept without the seat that gave it, and shown again only to the
 * device that gave it: who holds somebody's link reads nothing. Of a room that is off the record
 * only numbers are taken.
 */
public final class EvaluationRoute {
    private final Doorkeeper doorkeeper;
    private final Gate gate;
    private final Sessions sessions;
    private final EvaluationDevice device;
    private final Ticker ticker;

    public EvaluationRoute(
            Doorkeeper doorkeeper,
            Gate gate,
            Sessions sessions,
            EvaluationDevice device,
            Ticker ticker) {
        this.doorkeeper = doorkeeper;
        this.gate = gate;
        this.sessions = sessions;
        this.device = device;
        this.ticker = ticker;
    }

    /** The words of a question, in catalogues. */
    public static String question(int number) {
        return "evaluation.q" + number;
    }

    /** All of them, in words. */
    public static List<String> questions(Messages m) {
        return IntStream.range(0, Lifecycle.QUESTIONS).mapToObj(q -> m.text(question(q))).toList();
    }

    private record Voter(Session session, SeatId seat, boolean mayComment, String csrf) {}

    /** For who has a seat, and for who was invited by name. */
    public void handle(RoutingContext ctx) {
        doorkeeper
                .admit(ctx, Needs.EVALUATE)
                .onSuccess(guest -> {
                    Charter charter = guest.charter();
                    SeatId seat = guest.seating().seat();
                    String csrf =
                            guest.link().isPresent() ? "" : gate.key().csrf(charter.room(), seat);
                    answer(
                            ctx,
                            new Voter(
                                    gate.session(charter.room()).orElseThrow(),
                                    seat,
                                    charter.onRecord(),
                                    csrf));
                })
                .onFailure(f -> Pages.nothing(ctx, Doorkeeper.codeOf(f)));
    }

    /** What a form holds that was sent, whether or not it can be kept. */
    private record Typed(List<Integer> ratings, String comment) {
        static final Typed NOTHING = new Typed(Collections.nCopies(Lifecycle.QUESTIONS, 0), "");

        static Typed of(Lifecycle.Evaluation e) {
            return new Typed(e.ratings(), e.comment());
        }
    }

    private void answer(RoutingContext ctx, Voter voter) {
        String secret = device.secret(ctx, voter.session().id(), voter.mayComment());
        if (!ctx.request().method().name().equals("POST")) {
            page(ctx, voter, Optional.of(mine(voter, secret)), "", 200);
            return;
        }
        Typed typed = typed(ctx, voter);
        String csrf = Optional.ofNullable(ctx.request().getFormAttribute("csrf")).orElse("");
        if (!ServerKey.same(voter.csrf(), csrf)) {
            refuse(ctx, voter, typed, Code.BAD_CSRF);
            return;
        }
        submit(voter, typed, secret)
                .onSuccess(reply -> {
                    if (reply instanceof Reply.Nack n) {
                        refuse(ctx, voter, typed, n.code());
                    } else {
                        page(
                                ctx,
                                voter,
                                Optional.of(mine(voter, secret)),
                                "evaluation.thanks",
                                200);
                    }
                })
                .onFailure(_ -> refuse(ctx, voter, typed, Code.STORE_UNAVAILABLE));
    }

    /** What was typed is in the form that comes back. */
    private void refuse(RoutingContext ctx, Voter voter, Typed typed, Code code) {
        boolean elsewhere = code == Code.ANSWERED_ELSEWHERE;
        page(
                ctx,
                voter,
                elsewhere ? Optional.empty() : Optional.of(typed),
                "code." + code,
                Problems.status(code));
    }

    private static Typed typed(RoutingContext ctx, Voter voter) {
        List<Integer> ratings = new ArrayList<>();
        for (int q = 0; q < Lifecycle.QUESTIONS; q++) {
            String rating = ctx.request().getFormAttribute("q" + q);
            ratings.add(rating != null && rating.matches("[1-5]") ? Integer.parseInt(rating) : 0);
        }
        String comment =
                Optional.ofNullable(ctx.request().getFormAttribute("comment"))
                        .filter(_ -> voter.mayComment())
                        .map(c -> c.replace("\r\n", "\n").strip())
                        .orElse("");
        return new Typed(ratings, comment);
    }

    private String ticket(Voter voter) {
        return gate.key().evaluationTicket(voter.session().id(), voter.seat());
    }

    /**
     * What this device answered, else an empty form, also when another device did: who holds
     * somebody's link does not learn by looking whether they have answered. Who knew that of
     * everybody, day by day, could tell whose the last answers are.
     */
    private Typed mine(Voter voter, String secret) {
        Session session = current(voter);
        Optional<Lifecycle.Answer> given =
                session.lifecycle()
                        .answer(ticket(voter))
                        .or(() -> session.lifecycle().answer(Lifecycle.oldTicket(voter.seat())));
        return given.filter(a -> device.gave(a, session.id(), voter.seat(), secret))
                .map(a -> Typed.of(a.evaluation()))
                .orElse(Typed.NOTHING);
    }

    private Session current(Voter voter) {
        return sessions.find(voter.session().id()).orElse(voter.session());
    }

    /** The server writes it down, not the seat: the log does not say who. */
    private Future<Reply> submit(Voter voter, Typed typed, String secret) {
        if (!Texts.isText(typed.comment(), Lifecycle.Evaluation.COMMENT_MAX)) {
            return Future.succeededFuture(new Reply.Nack(Code.BAD_FIELD));
        }
        SessionId session = voter.session().id();
        return sessions.submit(
                session,
                new Request<>(
                        SeatId.SERVER,
                        "evaluation-" + Base32.random(16),
                        "",
                        new SessionCommand.Evaluate(
                                voter.seat(),
                                ticket(voter),
                                device.proof(session, voter.seat(), secret),
                                new Lifecycle.Evaluation(typed.ratings(), typed.comment()),
                                ticker.nowMs())));
    }

    private void page(
            RoutingContext ctx, Voter voter, Optional<Typed> form, String said, int status) {
        Session session = current(voter);
        boolean takes = session.lifecycle().takesEvaluations(ticker.nowMs());
        EvaluationPage page =
                new EvaluationPage(
                        Visitor.language(ctx),
                        session.title(),
                        said,
                        takes ? "" : session.closed() ? "evaluation.over" : "evaluation.notYet",
                        form.filter(_ -> takes)
                                .map(f ->
                                        new EvaluationPage.Form(
                                                voter.csrf(),
                                                f.ratings(),
                                                voter.mayComment(),
                                                f.comment())));
        Pages.send(ctx, status, page);
    }
}
