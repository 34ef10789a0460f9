package palabre.http.lists;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import palabre.codec.Json;
import palabre.codec.PeopleCodec;
import palabre.core.Audience;
import palabre.core.Code;
import palabre.core.room.People;
import palabre.http.base.Problems;
import palabre.http.guard.Doorkeeper;
import palabre.live.LiveRoom;

/** {@code GET /api/rooms/{room}/people}: who is in a room, found by name or team, in pages. */
public final class PeopleRoute {
    private final Vertx vertx;
    private final Doorkeeper doorkeeper;

    public PeopleRoute(Vertx vertx, Doorkeeper doorkeeper) {
        this.vertx = vertx;
        this.doorkeeper = doorkeeper;
    }

    /** The list as one reader sees it. */
    public record Found(LiveRoom.View view, Audience audience, People.Page page) {}

    public void list(RoutingContext ctx) {
        doorkeeper
                .admit(ctx)
                .compose(guest -> answer(ctx, guest))
                .onFailure(f -> Problems.answer(ctx.response(), Doorkeeper.codeOf(f)));
    }

    private Future<Void> answer(RoutingContext ctx, Doorkeeper.Guest guest) {
        Optional<ListQuery> query = ListQuery.of(ctx);
        if (query.isEmpty()) {
            Problems.answer(ctx.response(), Code.BAD_FIELD);
            return Future.succeededFuture();
        }
        return find(guest, query.get())
                .compose(found ->
                        vertx.executeBlocking(() -> written(found, query.get().after()), false))
                .compose(json ->
                        ctx.response()
                                .putHeader("Content-Type", "application/json")
                                .putHeader("Cache-Control", "no-store")
                                .end(json));
    }

    /** Walks over everybody, so that it is done away from the event loops. */
    public Future<Found> find(Doorkeeper.Guest guest, ListQuery query) {
        var seat = guest.seating().seat();
        return guest.room()
                .lookFor(Optional.of(seat), view -> view)
                .compose(view ->
                        vertx.executeBlocking(
                                () -> {
                                    People people = guest.room().directory().of(view.room());
                                    Audience audience =
                                            Audience.of(view.room().person(seat).role());
                                    return new Found(
                                            view,
                                            audience,
                                            people.page(audience, query.search(), query.after()));
                                },
                                false));
    }

    private static String written(Found found, int after) {
        return Json.write(
                PeopleCodec.page(
                                found.view().room(),
                                found.audience(),
                                found.page(),
                                after,
                                People.counts(found.view().room().seats().values()))
                        .put("seq", found.view().position().seq()));
    }
}
