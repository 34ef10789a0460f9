package palabre.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import palabre.access.Gate;
import palabre.core.Code;
import palabre.core.SeatId;
import palabre.core.Texts;
import palabre.core.room.Charter;
import palabre.core.session.Course;
import palabre.core.session.Link;
import palabre.core.session.Session;
import palabre.core.session.SessionCommand;
import palabre.secrets.Base32;
import palabre.secrets.ServerKey;
import palabre.sessions.Sessions;
import palabre.text.Html;
import palabre.text.Messages;
import palabre.writer.Reply;
import palabre.writer.Request;
import palabre.writer.Ticker;

/**
 * {@code …/evaluation}: what people think of a session that is over; for two weeks, also for those
 * who dropped out. Who said what is shown to nobody. Of a room that is off the record only numbers
 * are taken.
 */
final class EvaluationRoute {
    private final Doorkeeper doorkeeper;
    private final Gate gate;
    private final Sessions sessions;
    private final Ticker ticker;

    EvaluationRoute(Doorkeeper doorkeeper, Gate gate, Sessions sessions, Ticker ticker) {
        this.doorkeeper = doorkeeper;
        this.gate = gate;
        this.sessions = sessions;
        this.ticker = ticker;
    }

    /** The words of a question, in catalogues. */
    static String question(int number) {
        return "evaluation.q" + number;
    }

    /** All of them, in words. */
    static List<String> questions(Messages m) {
        return IntStream.range(0, Course.QUESTIONS).mapToObj(q -> m.text(question(q))).toList();
    }

    private record Voter(Session session, SeatId seat, boolean mayComment, String csrf) {}

    /** {@code /r/{room}/evaluation}: for who has a seat. */
    void ofRoom(RoutingContext ctx) {
        doorkeeper
                .admit(ctx)
                .onSuccess(guest -> {
                    Charter charter = guest.seating().charter();
                    SeatId seat = guest.seating().seat();
                    String csrf = gate.key().csrf(charter.room(), seat);
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

    /** {@code /j/{token}/evaluation}: for who was invited by name. */
    void ofInvitation(RoutingContext ctx) {
        Optional<Sessions.Invitation> found =
                sessions.invitation(String.valueOf(ctx.pathParam("token")))
                        .filter(i -> !i.link().revoked())
                        .filter(i -> i.link().kind() == Link.Kind.PERSONAL);
        if (found.isEmpty()) {
            Pages.nothing(ctx, doorkeeper.strangerMayTry(ctx) ? Code.NOT_FOUND : Code.TOO_FAST);
            return;
        }
        Link link = found.get().link();
        Session session = found.get().session();
        boolean comments = session.room(link.room()).filter(Charter::onRecord).isPresent();
        answer(ctx, new Voter(session, new SeatId(link.id().value()), comments, ""));
    }

    private void answer(RoutingContext ctx, Voter voter) {
        boolean sent = ctx.request().method().name().equals("POST");
        if (!sent) {
            page(ctx, voter, "", 200);
            return;
        }
        String csrf = Optional.ofNullable(ctx.request().getFormAttribute("csrf")).orElse("");
        if (!ServerKey.same(voter.csrf(), csrf)) {
            page(ctx, voter, "code.BAD_CSRF", 403);
            return;
        }
        submit(ctx, voter)
                .onSuccess(reply -> {
                    if (reply instanceof Reply.Nack n) {
                        page(ctx, voter, "code." + n.code(), 409);
                    } else {
                        page(ctx, voter, "evaluation.thanks", 200);
                    }
                });
    }

    private Future<Reply> submit(RoutingContext ctx, Voter voter) {
        List<Integer> ratings = new ArrayList<>();
        for (int q = 0; q < Course.QUESTIONS; q++) {
            String rating = ctx.request().getFormAttribute("q" + q);
            ratings.add(rating != null && rating.matches("[1-5]") ? Integer.parseInt(rating) : 0);
        }
        String comment =
                Optional.ofNullable(ctx.request().getFormAttribute("comment"))
                        .filter(_ -> voter.mayComment())
                        .map(c -> c.replace("\r\n", "\n").strip())
                        .orElse("");
        if (!Texts.isText(comment, Course.Evaluation.COMMENT_MAX)) {
            return Future.succeededFuture(new Reply.Nack(Code.BAD_FIELD));
        }
        return sessions.submit(
                voter.session().id(),
                new Request<>(
                        voter.seat(),
                        "evaluation-" + Base32.random(16),
                        "",
                        new SessionCommand.Evaluate(
                                voter.seat(),
                                new Course.Evaluation(ratings, comment),
                                ticker.nowMs())));
    }

    private void page(RoutingContext ctx, Voter voter, String said, int status) {
        Messages m = Visitor.language(ctx);
        Session session = sessions.find(voter.session().id()).orElse(voter.session());
        String title = m.text("evaluation.label");
        Html page = Pages.begin(m, title, "", "").element("h1", title);
        page.element("p", session.title());
        if (!said.isEmpty()) {
            page.element("p class=\"warn\" role=\"status\"", m.text(said));
        }
        if (session.course().takesEvaluations(ticker.nowMs())) {
            form(page, m, voter, session);
        } else {
            page.element("p", m.text(session.closed() ? "evaluation.over" : "evaluation.notYet"));
        }
        Pages.send(ctx, status, Pages.end(page));
    }

    private static void form(Html page, Messages m, Voter voter, Session session) {
        Optional<Course.Evaluation> mine =
                Optional.ofNullable(session.course().evaluations().get(voter.seat()));
        page.element("p", m.text("evaluation.how")).raw("<form method=\"post\">");
        page.hidden("csrf", voter.csrf());
        for (int q = 0; q < Course.QUESTIONS; q++) {
            int at = q;
            int given = mine.map(e -> e.ratings().get(at)).orElse(0);
            page.raw("<fieldset><legend>").text(m.text(question(q))).raw("</legend>");
            for (int n = 1; n <= 5; n++) {
                page.raw("<label><input type=\"radio\" name=\"q" + q + "\" value=\"" + n + "\"");
                page.raw(n == given ? " checked> " : "> ").raw(n + "</label> ");
            }
            page.raw("</fieldset>");
        }
        if (voter.mayComment()) {
            page.raw("<p><label>").text(m.text("evaluation.comment"));
            page.raw("<br><textarea name=\"comment\" rows=\"4\" style=\"width:100%\"");
            page.raw(" maxlength=\"2000\">");
            page.text(mine.map(Course.Evaluation::comment).orElse(""));
            page.raw("</textarea></label></p>");
        } else {
            page.element("p", m.text("evaluation.offRecord"));
        }
        page.raw("<p><button>").text(m.text("evaluation.send")).raw("</button></p></form>");
    }
}
