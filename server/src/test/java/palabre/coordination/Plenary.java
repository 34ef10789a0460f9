package palabre.coordination;

import static palabre.testing.On.on;
import static palabre.testing.ServerParts.await;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import palabre.core.LinkId;
import palabre.core.Role;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.SessionId;
import palabre.core.entry.RulesCommand;
import palabre.core.room.Access;
import palabre.core.room.Charter;
import palabre.core.seats.Person;
import palabre.core.seats.SeatCommand;
import palabre.core.session.Link;
import palabre.core.session.SessionCommand;
import palabre.live.LiveRoom;
import palabre.log.EventLog;
import palabre.log.MemoryLog;
import palabre.testing.Plans;
import palabre.testing.ServerParts;
import palabre.writer.Ticker;

/** A session with a plenary and a side room, whose people sit in the plenary. */
final class Plenary {
    static final SessionId SESSION = new SessionId("film");
    static final RoomId ID = new RoomId("plenary");
    static final RoomId SIDE = new RoomId("side");
    static final SeatId MO = new SeatId("1");
    static final List<SeatId> PEOPLE =
            List.of(new SeatId("2"), new SeatId("3"), new SeatId("4-k3j9"), new SeatId("4-p2m1"));
    static final Ticker CLOCK = Ticker.of(() -> 1_000_000);

    private Plenary() {}

    static LiveRoom room(ServerParts server) {
        return server.briefed(server.session(SESSION).room(ID).orElseThrow());
    }

    /** A disk with such a session, whose people are called otherwise than they were invited. */
    static EventLog prepared(Vertx vertx, Consumer<ServerParts> before) {
        EventLog disk = new MemoryLog(() -> "e");
        try (ServerParts server = new ServerParts(vertx, disk, CLOCK)) {
            server.organise(SESSION, "prepare", prepare());
            List<SeatId> all = new ArrayList<>(PEOPLE);
            all.addFirst(MO);
            all.forEach(seat -> comeIn(room(server), seat));
            before.accept(server);
        }
        return disk;
    }

    /** Knowing what the room is. */
    static void comeIn(LiveRoom plenary, SeatId seat) {
        Role role = seat.equals(MO) ? Role.MODERATOR : Role.PARTICIPANT;
        Person person = new Person("Called " + seat, role, "", "", "");
        await(plenary.byServer(seat, on(new SeatCommand.TakeSeat(person, true, true))));
        await(plenary.byServer(seat, on(new RulesCommand.AcceptRules(1))));
    }

    private static SessionCommand prepare() {
        List<Link> links = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            Role role = i == 1 ? Role.MODERATOR : Role.PARTICIPANT;
            Link.Kind kind = i == 4 ? Link.Kind.SHARED : Link.Kind.PERSONAL;
            links.add(
                    Link.of(
                            new LinkId(Integer.toString(i)),
                            kind,
                            ID,
                            Person.named("Invited " + i, role)));
        }
        return new SessionCommand.Prepare(
                "Film",
                0,
                Plans.ruled("Listen first."),
                List.of(
                        new Charter(ID, SESSION, "Plenary", Access.OPEN, true),
                        new Charter(SIDE, SESSION, "Side", Access.OPEN, true)),
                links);
    }
}
