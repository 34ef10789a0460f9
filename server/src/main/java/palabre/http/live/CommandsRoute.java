package palabre.http.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import palabre.codec.Json;
import palabre.codec.Unreadable;
import palabre.core.Code;
import palabre.core.Limit;
import palabre.http.base.Problems;
import palabre.http.base.Visitor;
import palabre.http.guard.Doorkeeper;

/** {@code POST /api/rooms/{room}/commands}: one command or an array, answered in the same form. */
public final class CommandsRoute {
    private final Doorkeeper doorkeeper;
    private final CommandIntake intake;

    public CommandsRoute(Doorkeeper doorkeeper, CommandIntake intake) {
        this.doorkeeper = doorkeeper;
        this.intake = intake;
    }

    public void handle(RoutingContext ctx) {
        doorkeeper
                .admit(ctx)
                .compose(guest -> carryOut(ctx, guest))
                .onSuccess(answer ->
                        ctx.response()
                                .putHeader("Content-Type", "application/json")
                                .putHeader("Cache-Control", "no-store")
                                .end(answer))
                .onFailure(f -> Problems.answer(ctx.response(), Doorkeeper.codeOf(f)));
    }

    private Future<String> carryOut(RoutingContext ctx, Doorkeeper.Guest guest) {
        Optional<String> csrf = Optional.ofNullable(ctx.request().getHeader("X-Palabre-CSRF"));
        if (!doorkeeper.mayWrite(ctx, guest, csrf)) {
            return Future.failedFuture(new Doorkeeper.Refusal(Code.BAD_ORIGIN));
        }
        JsonNode body;
        try {
            body = Json.parse(Visitor.body(ctx));
        } catch (Unreadable e) {
            return Future.failedFuture(new Doorkeeper.Refusal(e.code()));
        }
        if (!body.isArray()) {
            return intake.carryOut(guest.room(), guest.seating().seat(), body);
        }
        if (body.size() > Limit.COMMANDS_IN_REQUEST.most()) {
            return Future.failedFuture(new Doorkeeper.Refusal(Code.TOO_LARGE));
        }
        List<Future<String>> answers = new ArrayList<>();
        for (JsonNode command : body) {
            answers.add(intake.carryOut(guest.room(), guest.seating().seat(), command));
        }
        return Future.all(answers).map(all -> "[" + String.join(",", all.<String>list()) + "]");
    }
}
