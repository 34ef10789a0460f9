package palabre.core.room;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import palabre.core.LinkId;
import palabre.core.Role;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.SessionId;
import palabre.core.results.Result;
import palabre.core.results.ResultKind;
import palabre.core.seats.Person;
import palabre.core.session.AgendaPlan;
import palabre.core.session.Asker;
import palabre.core.session.Delivery;
import palabre.core.session.Lifecycle;
import palabre.core.session.Link;
import palabre.core.session.Plan;
import palabre.core.session.SessionCommand;
import palabre.core.session.Whereabouts;

/** Random commands to a session with six people in its main room. */
final class RandomSession {
    private static final List<Role> ROLES =
            List.of(
                    Role.MODERATOR,
                    Role.DEPUTY,
                    Role.SECRETARY,
                    Role.PARTICIPANT,
                    Role.PARTICIPANT,
                    Role.OBSERVER);

    private static Asker chair(RoomId room) {
        return new Asker(new SeatId("1"), room, Role.MODERATOR, true);
    }

    private RandomSession() {}

    static SessionCommand prepare(SessionId session, Charter main) {
        List<Link> links = new ArrayList<>();
        for (Role role : ROLES) {
            LinkId id = new LinkId(Integer.toString(links.size() + 1));
            Person person = new Person("P" + id, role, "T" + links.size() % 3, "", "");
            links.add(Link.of(id, Link.Kind.PERSONAL, main.room(), person));
        }
        Charter side = side(session, "side");
        return new SessionCommand.Prepare(
                "Film", 0, plan("Listen.", 2), List.of(main, side), links);
    }

    private static Charter side(SessionId session, String name) {
        return new Charter(new RoomId(name), session, name, Access.CLOSED, true);
    }

    private static Plan plan(String rules, int items) {
        List<AgendaPlan> agenda = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            agenda.add(
                    new AgendaPlan("Item " + items + i, 5 * i, "", Optional.empty(), 0, List.of()));
        }
        Plan p = Plan.NONE;
        return new Plan(
                p.results(),
                p.modality(),
                p.place(),
                p.sound(),
                p.schedule(),
                p.languages(),
                agenda,
                p.teams(),
                rules,
                p.glossary(),
                p.notes());
    }

    /** What somebody was to do, as it is carried on from the session before. */
    private static Result open(int id) {
        return new Result(id, ResultKind.ACTION, "text", "who", "due " + id, true, false);
    }

    static SessionCommand command(Random random, SessionId session) {
        LinkId link = new LinkId(Integer.toString(1 + random.nextInt(7)));
        SeatId seat = new SeatId(link.value());
        RoomId room = new RoomId(random.nextBoolean() ? "plenary" : "side");
        return switch (random.nextInt(24)) {
            case 0 -> new SessionCommand.CreateSession("Film", 0);
            case 1 -> new SessionCommand.Entrust(random.nextInt(3));
            case 2 -> new SessionCommand.Retitle("Film " + random.nextInt(3));
            case 3, 4, 5 ->
                    new SessionCommand.ChangePlan(
                            plan(
                                    random.nextInt(3) == 0 ? "" : "Rules " + random.nextInt(2),
                                    random.nextInt(4)));
            case 6 -> new SessionCommand.AddRoom(side(session, "side-" + random.nextInt(9)));
            case 7 ->
                    new SessionCommand.AddLink(
                            Link.of(
                                    link,
                                    Link.Kind.SHARED,
                                    room,
                                    Person.named("S", Role.OBSERVER)));
            case 8 -> new SessionCommand.AddLinks(List.of());
            case 9 -> new SessionCommand.RevokeLink(link);
            case 10 -> new SessionCommand.ReissueLink(link);
            case 11 ->
                    new SessionCommand.HandOverLink(
                            link, Person.named("N", Role.PARTICIPANT), "fr", "", "", 4);
            case 12 ->
                    new SessionCommand.NoteDelivery(
                            link, Delivery.Kind.INVITATION, Delivery.State.SENT, 5);
            case 13 -> groups(random, session, seat, room);
            case 14 -> new SessionCommand.CallBack(room, Optional.of(chair(room)));
            case 15 -> {
                Map<SeatId, RoomId> places = new LinkedHashMap<>();
                places.put(seat, room);
                yield new SessionCommand.Place(chair(new RoomId("plenary")), places);
            }
            case 16 ->
                    random.nextInt(10) == 0
                            ? new SessionCommand.Close(7)
                            : new SessionCommand.Archive(random.nextBoolean());
            case 17 -> new SessionCommand.SetRetention(random.nextInt(3));
            case 18 ->
                    new SessionCommand.Follow(
                            "Series", Optional.empty(), List.of(open(1), open(2)));
            case 22 -> new SessionCommand.NoteFollowed(Whereabouts.QUIET);
            case 20 -> new SessionCommand.CloseLink(link, Optional.empty());
            case 21 -> new SessionCommand.OpenLink(link);
            case 19 -> new SessionCommand.SwitchMode(new RoomId("side"), random.nextBoolean());
            default ->
                    new SessionCommand.Evaluate(
                            seat,
                            "ticket-" + seat,
                            "device",
                            new Lifecycle.Evaluation(List.of(1, 2, 3, 4, 5), "fine"),
                            8);
        };
    }

    private static SessionCommand groups(
            Random random, SessionId session, SeatId seat, RoomId from) {
        Charter group = side(session, "group-" + random.nextInt(1_000));
        return new SessionCommand.OpenGroups(
                chair(from),
                List.of(group),
                new Whereabouts.Breakout(
                        from,
                        List.of(
                                new Whereabouts.Group(
                                        group.room(), List.of(seat), Optional.of(seat))),
                        random.nextInt(2)));
    }
}
