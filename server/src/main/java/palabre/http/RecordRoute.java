package palabre.http;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import palabre.access.Gate;
import palabre.codec.Json;
import palabre.codec.OutlookCodec;
import palabre.codec.PlanCodec;
import palabre.core.Code;
import palabre.core.Role;
import palabre.core.room.Audience;
import palabre.core.room.Figures;
import palabre.core.session.Plan;
import palabre.core.session.Session;
import palabre.live.LiveRoom;
import palabre.live.RoomReplay;
import palabre.live.Rooms;

/**
 * What a room has beside its stream: the agenda; its figures, for the chair or for all; its log.
 */
final class RecordRoute {
    private final Doorkeeper doorkeeper;
    private final Rooms rooms;
    private final Gate gate;

    RecordRoute(Doorkeeper doorkeeper, Rooms rooms, Gate gate) {
        this.doorkeeper = doorkeeper;
        this.rooms = rooms;
        this.gate = gate;
    }

    /** {@code GET /api/rooms/{room}/agenda}: as it was planned, for everybody in the room. */
    void agenda(RoutingContext ctx) {
        doorkeeper
                .admit(ctx)
                .onSuccess(guest -> {
                    Plan plan =
                            gate.session(guest.seating().charter().room())
                                    .map(Session::plan)
                                    .orElse(Plan.NONE);
                    ctx.response()
                            .putHeader("Content-Type", "application/json")
                            .putHeader("Cache-Control", "no-store")
                            .end(Json.write(PlanCodec.agenda(plan)));
                })
                .onFailure(f -> Problems.answer(ctx.response(), Doorkeeper.codeOf(f)));
    }

    /** {@code GET /api/rooms/{room}/figures}. */
    void figures(RoutingContext ctx) {
        doorkeeper
                .admit(ctx)
                .compose(guest -> guest.room().look(view -> figures(guest, view)))
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
                .map(_ -> OutlookCodec.figures(Figures.of(view.room(), view.nowMs())))
                .map(figures -> Json.write(figures.put("seq", view.position().seq())));
    }

    /** {@code GET /api/rooms/{room}/log}: for the chair and the secretary, on the record only. */
    void log(RoutingContext ctx) {
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
