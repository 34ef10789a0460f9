package palabre.access;

import java.util.Locale;
import java.util.Optional;
import palabre.core.Code;
import palabre.core.LinkId;
import palabre.core.Role;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.room.Access;
import palabre.core.room.Charter;
import palabre.core.room.Room;
import palabre.core.seats.Person;
import palabre.core.session.Delivery;
import palabre.core.session.Link;
import palabre.core.session.Session;
import palabre.core.session.SessionCommand;
import palabre.secrets.ServerKey;
import palabre.sessions.Sessions;
import palabre.writer.Request;
import palabre.writer.Ticker;

/**
 * Decides who has which seat. To a stranger, a closed room and one that does not exist are the
 * same: {@link Code#NOT_FOUND}.
 */
public final class Gate {
    private final ServerKey key;
    private final Sessions sessions;
    private final Ticker ticker;

    public Gate(ServerKey key, Sessions sessions, Ticker ticker) {
        this.key = key;
        this.sessions = sessions;
        this.ticker = ticker;
    }

    public ServerKey key() {
        return key;
    }

    /** The invitation behind a token, wherever it leads. */
    public Admission byToken(String token) {
        Optional<Sessions.Invitation> invitation = sessions.invitation(token);
        if (invitation.isEmpty()) {
            return new Admission.Denied(
                    sessions.damaged().invites(token) ? Code.DAMAGED : Code.NOT_FOUND);
        }
        Link link = invitation.get().link();
        if (link.revoked()) {
            return new Admission.Denied(Code.LINK_REVOKED);
        }
        if (link.expired(ticker.nowMs())) {
            return new Admission.Denied(Code.LINK_EXPIRED);
        }
        SeatId seat = link.seat();
        return new Admission.Admitted(
                where(invitation.get().session(), seat, link).closed(link.closed()),
                Optional.of(link));
    }

    /** The seat in the room where it is now. */
    private static Seating where(Session session, SeatId seat, Link link) {
        Charter charter =
                session.whereIs(seat)
                        .flatMap(session::room)
                        .or(() -> session.room(link.room()))
                        .orElseThrow();
        Person person = person(link, seat);
        return new Seating(
                charter,
                seat,
                person.as(session.roleIn(seat, charter.room())),
                link.kind() == Link.Kind.PERSONAL);
    }

    /**
     * The seat that a token gives in one room; a token of another room is a stranger's, unless its
     * seat was sent there or from there.
     */
    public Admission byToken(RoomId room, String token) {
        return switch (byToken(token)) {
            case Admission.Admitted a when a.seating().charter().room().equals(room) -> a;
            case Admission.Admitted a
                    when a.link().filter(l -> l.room().equals(room)).isPresent() ->
                    new Admission.Denied(Code.MOVED);
            case Admission.Admitted _ -> new Admission.Denied(Code.NOT_FOUND);
            case Admission a -> a;
        };
    }

    /**
     * The seat that a cookie proves, in the room where it is now, which may be another; it outlives
     * the expiry of its link, but not its withdrawal.
     */
    public Optional<Seating> bySeatPass(RoomId room, String cookie) {
        Optional<SeatPass> pass = SeatPass.parse(cookie);
        Optional<Session> session = sessions.ofRoom(room);
        if (pass.isEmpty() || session.isEmpty()) {
            return Optional.empty();
        }
        SeatId seat = pass.get().seat();
        String proof = proof(session.get(), room, seat);
        if (!ServerKey.same(proof, pass.get().proof())) {
            return Optional.empty();
        }
        if (seat.link().equals(LinkId.VISITOR)) {
            Charter charter = session.get().room(room).orElseThrow();
            return Optional.of(new Seating(charter, seat, visitor(seat), false));
        }
        return session.get()
                .link(seat.link())
                .filter(l -> !l.revoked())
                .map(l -> where(session.get(), seat, l));
    }

    /** Whether a cookie proves a seat in a room whose session cannot be read. */
    public boolean damaged(RoomId room, String cookie) {
        return SeatPass.parse(cookie)
                .filter(p -> sessions.damaged().seats(room, p.seat(), p.proof()))
                .isPresent();
    }

    private String proof(Session session, RoomId room, SeatId seat) {
        return key.seatProof(room, seat, session.link(seat.link()).map(Link::issue).orElse(1));
    }

    private static Person person(Link link, SeatId seat) {
        Person p = link.person();
        return seat.equals(link.seat())
                ? p
                : new Person(nameless(seat), p.role(), p.team(), p.sector(), p.site());
    }

    private static Person visitor(SeatId seat) {
        return Person.named(nameless(seat), Role.OBSERVER);
    }

    /** What somebody is called whose name was forgotten, as off the record after a restart. */
    private static String nameless(SeatId seat) {
        String value = seat.value();
        return "Guest " + value.substring(Math.max(0, value.length() - 4));
    }

    /** What a cookie says for a seat. */
    public String seatPass(RoomId room, SeatId seat) {
        Session session = sessions.ofRoom(room).orElseThrow();
        return new SeatPass(seat, proof(session, room, seat)).toString();
    }

    /** An open room, which everybody may find. */
    public Optional<Charter> openRoom(RoomId room) {
        return sessions.ofRoom(room)
                .flatMap(s -> s.room(room))
                .filter(c -> c.access() == Access.OPEN);
    }

    /** The session that a room belongs to. */
    public Optional<Session> session(RoomId room) {
        return sessions.ofRoom(room);
    }

    /**
     * Whether all that was said in a room may be told to everybody who may know of the room: once
     * the session has ended, and the public has come as far.
     */
    public boolean toldToAll(Room room) {
        long delayMs = room.doors().publicDelayMs();
        return session(room.charter().room())
                .filter(Session::closed)
                .filter(s -> ticker.nowMs() >= s.lifecycle().closedMs() + delayMs)
                .isPresent();
    }

    /** An open room by what is written on its screen; case, spaces and dashes do not count. */
    public Optional<RoomId> openRoomByCode(String code) {
        String plain = code.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return sessions.byJoinCode(plain).filter(r -> openRoom(r).isPresent());
    }

    /** The nonce of a form that is made now. */
    public String joinNonce(String door) {
        return new JoinForm(key).nonce(door, ticker.nowMs());
    }

    /** Whether a form that was sent was made here for this door, and not too long ago. */
    public boolean joinNonceGood(String door, String nonce) {
        return new JoinForm(key).good(door, nonce, ticker.nowMs());
    }

    /**
     * Who joins by an invitation.
     *
     * @param bearer the seat that the invitation is by itself
     * @param nonce of the form that was sent; the same form is the same seat
     */
    public Seating join(Seating bearer, Link link, String name, String nonce) {
        Person p = link.person();
        boolean personal = link.kind() == Link.Kind.PERSONAL;
        SeatId seat = personal ? bearer.seat() : key.joinerSeat(link.id(), nonce);
        Role role = bearer.person().role();
        return new Seating(
                bearer.charter(),
                seat,
                new Person(name, role, p.team(), p.sector(), p.site()),
                personal,
                link.closed());
    }

    /** Somebody has come in by an invitation that was sent to them; of rooms on the record only. */
    public void noteOpened(Link link, Charter charter) {
        boolean sent =
                sessions.find(charter.session())
                        .map(s -> s.deliveries().get(link.id()))
                        .filter(d -> d.state() == Delivery.State.SENT)
                        .isPresent();
        if (sent && charter.onRecord()) {
            sessions.submit(
                    charter.session(),
                    new Request<>(
                            SeatId.SERVER,
                            "opened-" + link.id() + "-" + link.issue(),
                            "",
                            new SessionCommand.NoteDelivery(
                                    link.id(),
                                    Delivery.Kind.INVITATION,
                                    Delivery.State.OPENED,
                                    ticker.nowMs())));
        }
    }

    /** Who comes to an open room without an invitation. */
    public Seating visit(Charter room, String name, String nonce) {
        return new Seating(
                room,
                key.joinerSeat(LinkId.VISITOR, nonce),
                Person.named(name, Role.OBSERVER),
                false);
    }
}
