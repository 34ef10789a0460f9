package palabre.http.entry;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import palabre.access.Seating;
import palabre.core.Code;
import palabre.http.base.Pages;
import palabre.http.base.Problems;
import palabre.http.guard.Doorkeeper;
import palabre.http.guard.SeatCookies;

/**
 * {@code POST /r/{room}/agree} and {@code POST /api/rooms/{room}/agree}: somebody comes into a room
 * that has gone on the record, knowing that it is. Before that nothing of theirs is written in it.
 */
public final class AgreeRoute {
    private final Doorkeeper doorkeeper;
    private final SeatCookies cookies;
    private final Threshold threshold;

    public AgreeRoute(Doorkeeper doorkeeper, SeatCookies cookies, Threshold threshold) {
        this.doorkeeper = doorkeeper;
        this.cookies = cookies;
        this.threshold = threshold;
    }

    /** The button of the page that asks. */
    public void byForm(RoutingContext ctx) {
        String page = ctx.request().getFormAttribute("text") == null ? "" : "/text";
        String csrf = Optional.ofNullable(ctx.request().getFormAttribute("csrf")).orElse("");
        doorkeeper
                .agree(ctx, Optional.of(csrf))
                .onSuccess(guest -> threshold.follow(ctx, guest.seating(), page))
                .onFailure(f -> notNow(ctx, f, page));
    }

    private void notNow(RoutingContext ctx, Throwable failure, String page) {
        Optional<Seating> seating = cookies.seating(ctx);
        if (seating.isPresent() && Doorkeeper.codeOf(failure) == Code.BAD_CSRF) {
            threshold.follow(ctx, seating.get(), page); // it is asked once more
        } else if (!threshold.answers(ctx, failure, page)) {
            Pages.turnAway(ctx, Doorkeeper.codeOf(failure));
        }
    }

    /** A program, with a token or a cookie. */
    public void byProgram(RoutingContext ctx) {
        doorkeeper
                .agree(ctx, Optional.ofNullable(ctx.request().getHeader("X-Palabre-CSRF")))
                .onSuccess(_ -> ctx.response().setStatusCode(204).end())
                .onFailure(f -> Problems.answer(ctx.response(), Doorkeeper.codeOf(f)));
    }
}
