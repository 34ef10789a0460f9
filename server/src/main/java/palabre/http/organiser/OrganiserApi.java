package palabre.http.organiser;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import palabre.codec.CommandCodec;
import palabre.codec.Fault;
import palabre.codec.Json;
import palabre.codec.Unreadable;
import palabre.core.Code;
import palabre.core.session.Session;
import palabre.http.base.Problems;
import palabre.http.guard.Doorkeeper;
import palabre.live.Unopened;
import palabre.log.LogFailure;
import palabre.sessions.Preparation;

/** What all of {@code /api/sessions} has in common: it is for organisers, each for their own. */
class OrganiserApi {
    final Desk desk;

    OrganiserApi(Desk desk) {
        this.desk = desk;
    }

    /** Something that only an organiser may do. */
    interface Act {
        Future<JsonNode> carryOut() throws Unreadable;
    }

    /** What an organiser does, with a session of theirs if the address names one. */
    void only(RoutingContext ctx, int status, Act act) {
        if (desk.byBearer(ctx).isPresent()) {
            boolean another =
                    ctx.pathParam("session") != null
                            && desk.session(ctx).isEmpty()
                            && desk.damaged(ctx).isEmpty();
            carryOut(ctx, status, another ? () -> refused(Code.NOT_FOUND) : act);
        }
    }

    /** What only the host may do. */
    void onlyHost(RoutingContext ctx, int status, Act act) {
        if (desk.byBearer(ctx).isPresent()) {
            boolean host = Desk.who(ctx).isHost();
            carryOut(ctx, status, host ? act : () -> refused(Code.ROLE_MAY_NOT));
        }
    }

    private static Future<JsonNode> refused(Code code) {
        return Future.failedFuture(new Doorkeeper.Refusal(code));
    }

    private static void carryOut(RoutingContext ctx, int status, Act act) {
        try {
            act.carryOut()
                    .onSuccess(body ->
                            ctx.response()
                                    .setStatusCode(status)
                                    .putHeader("Content-Type", "application/json")
                                    .putHeader("Cache-Control", "no-store")
                                    .end(Json.write(body)))
                    .onFailure(f -> {
                        if (f instanceof Preparation.Faulty faulty) {
                            Problems.answer(ctx.response(), faulty.faults());
                        } else {
                            Problems.answer(ctx.response(), codeOf(f));
                        }
                    });
        } catch (Unreadable e) {
            Problems.answer(ctx.response(), e.code());
        }
    }

    /** Goes on when nothing is wrong. */
    static Future<Void> sound(List<Fault> faults) {
        return faults.isEmpty()
                ? Future.succeededFuture()
                : Future.failedFuture(new Preparation.Faulty(faults));
    }

    /**
     * The header {@code Idempotency-Key} of what may be sent again, made like the id of a command.
     */
    static Optional<String> key(RoutingContext ctx) throws Unreadable {
        Optional<String> key = Optional.ofNullable(ctx.request().getHeader("Idempotency-Key"));
        if (key.isPresent() && !CommandCodec.isId(key.get())) {
            throw new Unreadable(Code.BAD_ID);
        }
        return key;
    }

    private static Code codeOf(Throwable failure) {
        return switch (failure) {
            case Preparation.NotPrepared n -> n.code();
            case Unreadable u -> u.code();
            case LogFailure f -> Unopened.codeOf(f);
            default -> Doorkeeper.codeOf(failure);
        };
    }

    Future<Session> session(RoutingContext ctx) {
        return desk.session(ctx)
                .map(Future::succeededFuture)
                .orElseGet(() ->
                        Future.failedFuture(
                                new Doorkeeper.Refusal(
                                        desk.damaged(ctx).isPresent()
                                                ? Code.DAMAGED
                                                : Code.NOT_FOUND)));
    }
}
