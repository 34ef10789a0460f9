package palabre.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import palabre.access.Admission;
import palabre.access.Gate;
import palabre.access.Seating;
import palabre.core.Code;
import palabre.core.RoomId;
import palabre.core.room.Charter;
import palabre.live.LiveRoom;
import palabre.live.Rooms;
import palabre.secrets.ServerKey;
import palabre.writer.Reply;

/**
 * Lets requests in: finds the seat that a request may use, makes sure that it is taken, and holds
 * strangers to a pace by their address. The invited are not held to it: a whole venue may share one
 * address.
 */
final class Doorkeeper {
    private final Gate gate;
    private final Rooms rooms;
    private final SeatCookies cookies;
    private final ServerConfig config;
    private final Strangers strangers;
    private final ConnectionGuard connections;

    /**
     * @param strangers what all listeners know of them
     */
    Doorkeeper(
            Gate gate,
            Rooms rooms,
            SeatCookies cookies,
            ServerConfig config,
            Strangers strangers,
            ConnectionGuard connections) {
        this.gate = gate;
        this.rooms = rooms;
        this.cookies = cookies;
        this.config = config;
        this.strangers = strangers;
        this.connections = connections;
    }

    /**
     * A request that was let in.
     *
     * @param byCookie whether a browser's cookie opened; then a write needs more proof
     */
    record Guest(Seating seating, LiveRoom room, boolean byCookie) {}

    /** Why a request was not let in. */
    static class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final Code code;

        Refusal(Code code) {
            super(code.name(), null, false, false);
            this.code = code;
        }

        Code code() {
            return code;
        }
    }

    /** The seat is in another room now. */
    static final class Moved extends Refusal {
        private static final long serialVersionUID = 1;
        private final transient Seating seating;

        Moved(Seating seating) {
            super(Code.MOVED);
            this.seating = seating;
        }

        /** Where it is. */
        Seating seating() {
            return seating;
        }
    }

    /** The guest behind a request for a room; fails with a {@link Refusal}. */
    Future<Guest> admit(RoutingContext ctx) {
        Optional<RoomId> room = Visitor.room(ctx);
        if (room.isEmpty()) {
            return stranger(ctx, Code.NOT_FOUND);
        }
        Optional<String> bearer = Visitor.bearer(ctx);
        if (bearer.isPresent()) {
            return admit(ctx, room.get(), bearer.get());
        }
        Optional<Seating> seating = cookies.seating(ctx, room.get());
        if (seating.filter(s -> !s.charter().room().equals(room.get())).isPresent()) {
            return Future.failedFuture(new Moved(seating.get()));
        }
        if (seating.isEmpty() && cookies.damaged(ctx, room.get())) {
            return Future.failedFuture(new Refusal(Code.DAMAGED));
        }
        return seating.isPresent()
                ? seat(seating.get(), true).onSuccess(_ -> invited(ctx))
                : stranger(
                        ctx,
                        gate.openRoom(room.get()).isPresent()
                                ? Code.UNAUTHENTICATED
                                : Code.NOT_FOUND);
    }

    /** The guest behind a token. */
    Future<Guest> admit(RoutingContext ctx, RoomId room, String token) {
        return switch (gate.byToken(room, token)) {
            case Admission.Admitted a -> seat(a.seating(), false).onSuccess(_ -> invited(ctx));
            case Admission.Denied d -> stranger(ctx, d.code());
        };
    }

    private void invited(RoutingContext ctx) {
        connections.invited(ctx.request().connection());
    }

    /** What those who wait before a room read. */
    Future<String> told(Charter charter) {
        return rooms.live(charter).compose(r -> r.look(v -> v.room().doors().told()));
    }

    /** Whether the browser has a seat in the room. */
    boolean hasSeat(RoutingContext ctx, RoomId room) {
        return cookies.seating(ctx, room).isPresent() || cookies.damaged(ctx, room);
    }

    /** Takes the seat if it is not taken yet. */
    Future<Guest> seat(Seating seating, boolean byCookie) {
        return rooms.live(seating.charter())
                .recover(f -> Future.failedFuture(new Refusal(Rooms.codeOf(f))))
                .compose(room -> laid(room, seating).map(room))
                .compose(room ->
                        room.doorway()
                                .sit(seating.seat(), seating.person(), seating.invited())
                                .compose(reply ->
                                        reply instanceof Reply.Nack n
                                                ? Future.failedFuture(new Refusal(n.code()))
                                                : Future.succeededFuture(
                                                        new Guest(seating, room, byCookie))));
    }

    /** The room knows what its session says of it. */
    private Future<Void> laid(LiveRoom room, Seating seating) {
        return gate.session(seating.charter().room())
                .map(room::brief)
                .orElseGet(Future::succeededFuture);
    }

    /** A write by cookie needs our own origin, or the token that only our own page holds. */
    boolean mayWrite(RoutingContext ctx, Guest guest, Optional<String> csrf) {
        if (!guest.byCookie()) {
            return true;
        }
        Seating s = guest.seating();
        String expected = gate.key().csrf(s.charter().room(), s.seat());
        return csrf.map(t -> ServerKey.same(expected, t))
                .orElseGet(() -> Visitor.saysOwnOrigin(ctx, config));
    }

    <T> Future<T> stranger(RoutingContext ctx, Code code) {
        return Future.failedFuture(new Refusal(strangerMayTry(ctx) ? code : Code.TOO_FAST));
    }

    /** Counts an attempt of somebody without an invitation. */
    boolean strangerMayTry(RoutingContext ctx) {
        return strangers.mayTry(Visitor.address(ctx, config));
    }

    /** What to answer when something failed on the way. */
    static Code codeOf(Throwable failure) {
        return failure instanceof Refusal r ? r.code() : Code.INTERNAL;
    }
}
