package palabre.http.guard;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import palabre.access.Admission;
import palabre.access.Gate;
import palabre.access.Needs;
import palabre.access.Seating;
import palabre.access.Visit;
import palabre.core.Code;
import palabre.core.Role;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.room.Charter;
import palabre.core.room.Entry;
import palabre.core.session.Link;
import palabre.http.base.ServerConfig;
import palabre.http.base.Visitor;
import palabre.live.LiveRoom;
import palabre.live.Rooms;
import palabre.live.Unopened;
import palabre.secrets.ServerKey;
import palabre.writer.Reply;

/**
 * Lets requests in: finds the seat that a request may use, makes sure that it is taken, and holds
 * strangers to a pace by their address. The invited are not held to it: a whole venue may share one
 * address.
 */
public final class Doorkeeper {
    private final Gate gate;
    private final Rooms rooms;
    private final SeatCookies cookies;
    private final ServerConfig config;
    private final Strangers strangers;
    private final ConnectionGuard connections;

    /**
     * @param strangers what all listeners know of them
     */
    public Doorkeeper(
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
     * @param seat whose it is; empty: anybody's, before an open room
     * @param link the invitation, when the address names it
     * @param role what they are in the room
     * @param byCookie whether a browser's cookie opened; then a write needs more proof
     */
    public record Guest(
            Optional<Seating> seat,
            Optional<Link> link,
            Charter charter,
            LiveRoom room,
            Role role,
            boolean byCookie) {
        /** Of somebody who is not just anybody. */
        public Seating seating() {
            return seat.orElseThrow();
        }

        /** Whether they are told what the public is told. */
        public boolean observes() {
            return role == Role.OBSERVER;
        }
    }

    /** Why a request was not let in. */
    public static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final Code code;

        public Refusal(Code code) {
            super(code.name(), null, false, false);
            this.code = code;
        }

        Code code() {
            return code;
        }
    }

    /** The guest who comes into a room; fails with a {@link Refusal}. */
    public Future<Guest> admit(RoutingContext ctx) {
        return admit(ctx, Needs.ENTER);
    }

    /**
     * The guest behind a request for an address of a room; fails with a {@link Refusal}. Who is
     * refused as who they are still gets what anybody gets.
     */
    public Future<Guest> admit(RoutingContext ctx, Needs needs) {
        return admit(ctx, needs, claim(ctx, needs));
    }

    /** The guest behind a token. */
    public Future<Guest> admit(RoutingContext ctx, RoomId room, String token) {
        return admit(ctx, Needs.ENTER, gate.byToken(room, token));
    }

    private Future<Guest> admit(RoutingContext ctx, Needs needs, Admission claim) {
        return switch (claim) {
            case Admission.Denied d -> asAnybody(ctx, needs).recover(_ -> stranger(ctx, d.code()));
            case Admission.Admitted a ->
                    welcome(ctx, a)
                            .compose(_ -> asInvited(needs, a))
                            .onSuccess(_ -> connections.invited(ctx.request().connection()))
                            .recover(f ->
                                    asAnybody(ctx, needs).recover(_ -> Future.failedFuture(f)));
        };
    }

    /** Whether somebody takes a seat of their own, whatever other seats they have. */
    private static boolean comesAnew(Needs needs) {
        return needs == Needs.SEE_DOOR || needs == Needs.JOIN;
    }

    /** Who says that they come: by the token in the path, by one in the header, by a cookie. */
    private Admission claim(RoutingContext ctx, Needs needs) {
        String token = ctx.pathParam("token");
        if (token != null) {
            Admission claim = gate.byToken(token);
            return comesAnew(needs) ? claim : ownSeat(ctx, claim);
        }
        Optional<RoomId> room = Visitor.room(ctx);
        if (room.isEmpty()) {
            return new Admission.Denied(Code.NOT_FOUND);
        }
        Code otherwise =
                gate.openRoom(room.get()).isPresent() ? Code.UNAUTHENTICATED : Code.NOT_FOUND;
        if (comesAnew(needs)) {
            return new Admission.Denied(otherwise);
        }
        Optional<String> bearer = Visitor.bearer(ctx);
        if (bearer.isPresent()) {
            return gate.byToken(room.get(), bearer.get());
        }
        Optional<Seating> seating = cookies.seating(ctx, room.get());
        if (seating.isEmpty()) {
            return new Admission.Denied(
                    cookies.damaged(ctx, room.get()) ? Code.DAMAGED : otherwise);
        }
        return seating.get().charter().room().equals(room.get())
                ? new Admission.Admitted(seating.get(), Optional.empty())
                : new Admission.Denied(Code.MOVED);
    }

    /** By a shared link each is who they came in as, if the browser still knows. */
    private Admission ownSeat(RoutingContext ctx, Admission claim) {
        if (claim instanceof Admission.Admitted a && !a.seating().invited()) {
            return cookies.seating(ctx, a.seating().charter().room())
                    .filter(own -> own.seat().link().equals(a.seating().seat().link()))
                    .<Admission>map(own -> new Admission.Admitted(own, Optional.empty()))
                    .orElse(claim);
        }
        return claim;
    }

    private Future<Guest> asInvited(Needs needs, Admission.Admitted a) {
        Seating s = a.seating();
        boolean byCookie = a.link().isEmpty();
        if (needs == Needs.ENTER || needs == Needs.SEE_SCREEN) {
            return seat(s, byCookie); // the room applies the rule as the seat is taken
        }
        return open(s.charter())
                .compose(room -> comesAnew(needs) ? ok(room) : isOpen(room, s).map(room))
                .compose(room ->
                        room.look(LiveRoom.View::room)
                                .compose(state -> {
                                    boolean anew = comesAnew(needs) && !s.invited();
                                    Entry entry =
                                            anew
                                                    ? Entry.anew(s.person())
                                                    : Entry.of(
                                                            state,
                                                            s.seat(),
                                                            s.person(),
                                                            s.invited());
                                    boolean proven = s.invited() || byCookie;
                                    return answer(
                                            new Visit.Invited(entry, proven, gate.toldToAll(state))
                                                    .refusal(needs),
                                            new Guest(
                                                    Optional.of(s),
                                                    a.link(),
                                                    s.charter(),
                                                    room,
                                                    entry.role(),
                                                    byCookie));
                                }));
    }

    /** As anybody before the open room of the address. */
    private Future<Guest> asAnybody(RoutingContext ctx, Needs needs) {
        Optional<Charter> open = Visitor.room(ctx).flatMap(gate::openRoom);
        if (open.isEmpty() || new Visit.Anybody(true).refusal(needs).isPresent()) {
            return Future.failedFuture(new Refusal(Code.NOT_FOUND));
        }
        if (needs != Needs.SEE_DOOR && !strangerMayTry(ctx)) {
            return Future.failedFuture(new Refusal(Code.TOO_FAST));
        }
        return open(open.get())
                .compose(room ->
                        room.look(LiveRoom.View::room)
                                .compose(state ->
                                        answer(
                                                new Visit.Anybody(
                                                                gate.toldToAll(state)
                                                                        && !state.doors()
                                                                                .publicCut())
                                                        .refusal(needs),
                                                new Guest(
                                                        Optional.empty(),
                                                        Optional.empty(),
                                                        open.get(),
                                                        room,
                                                        Role.OBSERVER,
                                                        false))));
    }

    private static Future<Guest> answer(Optional<Code> refused, Guest guest) {
        return refused.<Future<Guest>>map(code -> Future.failedFuture(new Refusal(code)))
                .orElseGet(() -> Future.succeededFuture(guest));
    }

    /** What those who wait before a room read. */
    public Future<String> told(Charter charter) {
        return rooms.live(charter).compose(r -> r.look(v -> v.room().doors().told()));
    }

    /** Whether the browser has a seat in the room. */
    public boolean hasSeat(RoutingContext ctx, RoomId room) {
        return cookies.seating(ctx, room).isPresent() || cookies.damaged(ctx, room);
    }

    private static <T> Future<T> ok(T value) {
        return Future.succeededFuture(value);
    }

    /** A cookie says for itself who comes. */
    private Future<Void> welcome(RoutingContext ctx, Admission.Admitted a) {
        return a.link().isEmpty() ? Future.succeededFuture() : welcome(ctx, a.seating());
    }

    /**
     * Fails for a browser out of which the chair has sent somebody: its cookie says so. It gets no
     * other seat in the room but by an invitation of its own.
     */
    public Future<Void> welcome(RoutingContext ctx, Seating seating) {
        List<SeatId> had = cookies.seats(ctx, seating.charter().room());
        if (seating.invited() || had.isEmpty()) {
            return Future.succeededFuture();
        }
        return rooms.live(seating.charter())
                .compose(room -> room.look(v -> v.room().removed()))
                .compose(removed ->
                        had.stream().map(SeatId::value).anyMatch(removed::contains)
                                ? Future.failedFuture(new Refusal(Code.REMOVED))
                                : Future.succeededFuture());
    }

    /** Takes the seat if it is not taken yet. */
    Future<Guest> seat(Seating seating, boolean byCookie) {
        return seat(seating, byCookie, false);
    }

    /**
     * Takes the seat if it is not taken yet.
     *
     * @param agreed whether they have just been told that the room is on the record, when it is
     */
    public Future<Guest> seat(Seating seating, boolean byCookie, boolean agreed) {
        Charter charter = seating.charter();
        boolean asks =
                gate.session(charter.room())
                        .filter(s -> s.asksFirst(seating.seat(), charter))
                        .isPresent();
        return open(charter)
                .compose(room -> laid(room, seating).map(room))
                .compose(room -> isOpen(room, seating).map(room))
                .compose(room ->
                        room.doorway()
                                .sit(
                                        seating.seat(),
                                        seating.person(),
                                        seating.invited(),
                                        agreed || !asks)
                                .compose(reply ->
                                        reply instanceof Reply.Nack n
                                                ? Future.failedFuture(new Refusal(n.code()))
                                                : Future.succeededFuture(
                                                        seated(seating, room, byCookie))));
    }

    /** Comes into a room that has gone on the record, knowing that it is. */
    public Future<Guest> agree(RoutingContext ctx, Optional<String> csrf) {
        return admit(ctx)
                .recover(f ->
                        codeOf(f) == Code.AGREE_FIRST
                                ? agreed(claim(ctx, Needs.ENTER), ctx, csrf)
                                : Future.failedFuture(f));
    }

    private Future<Guest> agreed(Admission claim, RoutingContext ctx, Optional<String> csrf) {
        return switch (claim) {
            case Admission.Denied d -> stranger(ctx, d.code());
            case Admission.Admitted a
                    when a.link().isEmpty() && !mayWrite(ctx, a.seating(), csrf) ->
                    Future.failedFuture(new Refusal(Code.BAD_CSRF));
            case Admission.Admitted a -> seat(a.seating(), a.link().isEmpty(), true);
        };
    }

    private static Guest seated(Seating s, LiveRoom room, boolean byCookie) {
        return new Guest(
                Optional.of(s), Optional.empty(), s.charter(), room, s.person().role(), byCookie);
    }

    private Future<LiveRoom> open(Charter charter) {
        return rooms.live(charter)
                .recover(f -> Future.failedFuture(new Refusal(Unopened.codeOf(f))));
    }

    /** By a link that is closed nobody new comes in. */
    private static Future<Void> isOpen(LiveRoom room, Seating seating) {
        if (!seating.closed()) {
            return Future.succeededFuture();
        }
        SeatId seat = seating.seat();
        return room.look(v ->
                        v.room().seat(seat).isPresent()
                                || v.room().doors().waits(seat)
                                || v.room().removed().contains(seat.value()))
                .compose(known ->
                        known
                                ? Future.succeededFuture()
                                : Future.failedFuture(new Refusal(Code.LINK_CLOSED)));
    }

    /** The room knows what its session says of it. */
    private Future<Void> laid(LiveRoom room, Seating seating) {
        return gate.session(seating.charter().room())
                .map(room::brief)
                .orElseGet(Future::succeededFuture);
    }

    /** A write by cookie needs our own origin, or the token that only our own page holds. */
    public boolean mayWrite(RoutingContext ctx, Guest guest, Optional<String> csrf) {
        return !guest.byCookie() || mayWrite(ctx, guest.seating(), csrf);
    }

    /** The same for a seat that a cookie shows. */
    boolean mayWrite(RoutingContext ctx, Seating seating, Optional<String> csrf) {
        String expected = csrf(seating);
        return csrf.map(t -> ServerKey.same(expected, t))
                .orElseGet(() -> Visitor.saysOwnOrigin(ctx, config));
    }

    /** What a form of ours holds, and no other page. */
    public String csrf(Seating seating) {
        return gate.key().csrf(seating.charter().room(), seating.seat());
    }

    public <T> Future<T> stranger(RoutingContext ctx, Code code) {
        return Future.failedFuture(new Refusal(strangerMayTry(ctx) ? code : Code.TOO_FAST));
    }

    /** Counts an attempt of somebody without an invitation. */
    public boolean strangerMayTry(RoutingContext ctx) {
        return strangers.mayTry(Visitor.address(ctx, config));
    }

    /** Counts a seat that is taken by an invitation that is not made out to a person. */
    public boolean mayJoin(RoutingContext ctx, String by) {
        return strangers.mayJoin(by, Visitor.address(ctx, config));
    }

    /** What to answer when something failed on the way. */
    public static Code codeOf(Throwable failure) {
        return failure instanceof Refusal r ? r.code() : Code.INTERNAL;
    }
}
