package palabre.http.record;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import palabre.codec.DerivedLinesCodec;
import palabre.codec.Json;
import palabre.core.Audience;
import palabre.core.Code;
import palabre.core.Role;
import palabre.core.room.Figures;
import palabre.http.base.Problems;
import palabre.http.guard.Doorkeeper;
import palabre.live.LiveRoom;
import palabre.live.RoomReplay;
import palabre.live.Rooms;

/** What a room has beside its stream: its figures, for the chair or for all; its log. */
public final class RecordRoute {
    private final Vertx vertx;
    private final Doorkeeper doorkeeper;
    private final Rooms rooms;

    public RecordRoute(Vertx vertx, Doorkeeper doorkeeper, Rooms rooms) {
        this.vertx = vertx;
        this.doorkeeper = doorkeeper;
        this.rooms = rooms;
    }

    /** {@code GET /api/rooms/{room}/figures}: a walk over everybody, away from the event loops. */
    public void figures(RoutingContext ctx) {
        doorkeeper
                .admit(ctx)
                .compose(guest ->
                        guest.room()
                                .lookFor(Optional.of(guest.seating().seat()), view -> view)
                                .compose(view ->
                                        vertx.executeBlocking(() -> figures(guest, view), false)))
                .onSuccess(figures -> {
                    if (figures.isEmpty()) {
                        Problems.answer(ctx.response(), Code.ROLE_MAY_NOT);
                    } else {
                        ctx.response()
                                .putHeader("Content-Type", "application/json")
                                .putHeader("Cache-Control", "no-store")
                                .end(figures.get());
                    }
                })
                .onFailure(f -> Problems.answer(ctx.response(), Doorkeeper.codeOf(f)));
    }

    private static Optional<String> figures(Doorkeeper.Guest guest, LiveRoom.View view) {
        boolean forAll = view.room().floor().policy().figuresForAll();
        return view.room()
                .role(guest.seating().seat())
                .filter(role -> forAll || role.chairs())
                .map(_ -> DerivedLinesCodec.figures(Figures.of(view.room(), view.nowMs())))
                .map(figures -> Json.write(figures.put("seq", view.position().seq())));
    }

    /** {@code GET /api/rooms/{room}/log}: for the chair and the secretary, on the record only. */
    public void log(RoutingContext ctx) {
        doorkeeper
                .admit(ctx)
                .compose(guest ->
                        guest.room()
                                .look(view -> view.room().role(guest.seating().seat()))
                                .onSuccess(role -> log(ctx, guest, role)))
                .onFailure(f -> Problems.answer(ctx.response(), Doorkeeper.codeOf(f)));
    }

    private void log(RoutingContext ctx, Doorkeeper.Guest guest, Optional<Role> role) {
        Optional<RoomReplay> replay = rooms.replay(guest.seating().charter());
        if (role.filter(r -> r.chairs() || r == Role.SECRETARY).isEmpty()) {
            Problems.answer(ctx.response(), Code.ROLE_MAY_NOT);
        } else if (replay.isEmpty()) {
            Problems.answer(ctx.response(), Code.NOT_RECORDED);
        } else {
            HttpServerResponse response = ctx.response();
            response.setChunked(true)
                    .putHeader("Content-Type", "application/x-ndjson")
                    .putHeader("Cache-Control", "no-store");
            replay.get()
                    .write(Audience.of(role.get()), response::write)
                    .onSuccess(_ -> response.end())
                    .onFailure(_ -> response.reset());
        }
    }
}
