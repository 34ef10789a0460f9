package palabre.sessions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import palabre.codec.Fault;
import palabre.codec.PeopleFile;
import palabre.codec.PersonEntry;
import palabre.codec.SessionFile;
import palabre.core.Code;
import palabre.core.LinkId;
import palabre.core.Role;
import palabre.core.RoomId;
import palabre.core.SessionId;
import palabre.core.results.Result;
import palabre.core.results.ResultKind;
import palabre.core.results.Results;
import palabre.core.room.Access;
import palabre.core.room.Charter;
import palabre.core.seats.Person;
import palabre.core.session.Link;
import palabre.core.session.Organiser;
import palabre.core.session.Plan;
import palabre.core.session.Session;
import palabre.core.session.SessionCommand;
import palabre.log.CommandKey;
import palabre.secrets.Base32;
import palabre.secrets.ServerKey;
import palabre.writer.Reply;
import palabre.writer.Request;

/** Sets sessions up: what an organiser does in one act may be several commands. */
public final class Preparation {
    /** A room to be. */
    public record RoomPlan(String title, Access access, boolean onRecord) {}

    /** The session refused a step. */
    public static final class NotPrepared extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final Code code;

        NotPrepared(Code code) {
            super(code.name());
            this.code = code;
        }

        public Code code() {
            return code;
        }
    }

    /** What somebody wrote is wrong in these places; nothing was changed. */
    public static final class Faulty extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient List<Fault> faults;

        public Faulty(List<Fault> faults) {
            super("faults", null, false, false);
            this.faults = List.copyOf(faults);
        }

        public List<Fault> faults() {
            return faults;
        }
    }

    private final Sessions sessions;
    private final Organiser by;

    /**
     * @param by who sets them up, and whose they are
     */
    public Preparation(Sessions sessions, Organiser by) {
        this.sessions = sessions;
        this.by = by;
    }

    public Future<Session> create(SessionId id, String title, List<RoomPlan> rooms) {
        Future<Session> done =
                step(id, "create", new SessionCommand.CreateSession(title, by.number()));
        for (RoomPlan plan : rooms) {
            done = done.compose(_ -> addRoom(id, plan));
        }
        return done;
    }

    /** A whole session, every room and every personal invitation, at once or not at all. */
    public Future<Session> create(SessionFile file) {
        return create(file, _ -> Base32.random(16));
    }

    /**
     * The same.
     *
     * @param ids the ids of the session and of its rooms, by what they are for; the same ids again
     *     are the same session
     */
    public Future<Session> create(SessionFile file, UnaryOperator<String> ids) {
        return create(file, by.number(), _ -> List.of(), ids, Optional.empty());
    }

    /**
     * The same, and a link for several people of each role into each room.
     *
     * @param roles that a room gets a link for
     * @param ids the ids of the session and of its rooms, by what they are for; the same ids again
     *     are the same session
     */
    public Future<Session> create(
            SessionFile file,
            Function<SessionFile.RoomEntry, List<Role>> roles,
            UnaryOperator<String> ids) {
        return create(file, by.number(), roles, ids, Optional.empty());
    }

    private Future<Session> create(
            SessionFile file,
            int organiser,
            Function<SessionFile.RoomEntry, List<Role>> roles,
            UnaryOperator<String> ids,
            Optional<SessionCommand.Follow> follows) {
        SessionId id = new SessionId(ids.apply("session"));
        Map<String, Charter> rooms = new LinkedHashMap<>();
        for (SessionFile.RoomEntry r : file.rooms()) {
            RoomId room = new RoomId(ids.apply("room " + r.key()));
            rooms.put(r.key(), new Charter(room, id, r.title(), r.access(), r.onRecord()));
        }
        List<Link> links = new ArrayList<>();
        for (PersonEntry p : file.people()) {
            links.add(
                    link(links.size() + 1, Objects.requireNonNull(rooms.get(p.room())).room(), p));
        }
        for (SessionFile.RoomEntry r : file.rooms()) {
            RoomId room = Objects.requireNonNull(rooms.get(r.key())).room();
            for (Role role : roles.apply(r)) {
                LinkId next = new LinkId(Integer.toString(links.size() + 1));
                Person person = Person.named(role.wire(), role);
                links.add(Link.of(next, Link.Kind.SHARED, room, person));
            }
        }
        return step(
                id,
                "prepare",
                new SessionCommand.Prepare(
                        file.title(),
                        organiser,
                        file.plan(),
                        List.copyOf(rooms.values()),
                        links,
                        follows));
    }

    private static Link link(int number, RoomId room, PersonEntry p) {
        LinkId id = new LinkId(Integer.toString(number));
        return Link.of(id, Link.Kind.PERSONAL, room, p.person())
                .speaking(p.language(), p.mail(), p.zone());
    }

    public Future<Session> change(SessionId id, Plan plan) {
        return step(id, "plan-" + Base32.random(16), new SessionCommand.ChangePlan(plan));
    }

    /**
     * Everybody of a table, at once or not at all. Sent again it is answered before it is read: by
     * then all of them are invited already.
     *
     * @param table the people, as they are read for a session
     * @return the session with all of them; fails with {@link Faulty} when something is wrong
     */
    public Future<Session> inviteAll(SessionId id, Once once, Function<Session, PeopleFile> table) {
        String command = "people-" + once.id();
        return sessions.answered(id, new CommandKey(by.seat(), command), once.bodyHash())
                .compose(known ->
                        known.isPresent()
                                ? done(id, known.get())
                                : inviteAll(id, command, once.bodyHash(), table));
    }

    private Future<Session> inviteAll(
            SessionId id, String command, String hash, Function<Session, PeopleFile> table) {
        Session session = sessions.find(id).orElseThrow();
        PeopleFile file = table.apply(session);
        if (!file.faults().isEmpty()) {
            return Future.failedFuture(new Faulty(file.faults()));
        }
        int number = session.links().size();
        List<Link> links = new ArrayList<>();
        for (PersonEntry p : file.people()) {
            links.add(link(++number, Objects.requireNonNull(file.rooms().get(p.room())), p));
        }
        return step(id, command, hash, new SessionCommand.AddLinks(links))
                .recover(failure ->
                        taken(failure)
                                ? inviteAll(id, command, hash, table)
                                : Future.failedFuture(failure));
    }

    /** Somebody else was invited under the number meanwhile. */
    private static boolean taken(Throwable failure) {
        return failure instanceof NotPrepared n && n.code() == Code.LINK_EXISTS;
    }

    /** A new invitation; tried again under the next number when another took it. */
    public Future<Sessions.Invitation> invite(
            SessionId id, RoomId room, Link.Kind kind, Person person, OptionalLong expiresAtMs) {
        LinkId next = sessions.find(id).orElseThrow().nextLink();
        Link link = Link.of(next, kind, room, person).until(expiresAtMs);
        String command = "link-" + Base32.random(16);
        return step(id, command, new SessionCommand.AddLink(link))
                .map(s -> new Sessions.Invitation(s, link))
                .recover(failure ->
                        taken(failure)
                                ? invite(id, room, kind, person, expiresAtMs)
                                : Future.failedFuture(failure));
    }

    public Future<Session> reissue(SessionId id, LinkId link) {
        return step(id, "reissue-" + Base32.random(16), new SessionCommand.ReissueLink(link));
    }

    /** The place goes on with a successor, in the same role and for the same team. */
    public Future<Session> handOver(SessionId id, Link link, PersonEntry successor, long atMs) {
        Person p = link.person();
        Person now =
                new Person(successor.person().name(), p.role(), p.team(), p.sector(), p.site());
        return step(
                id,
                "handover-" + Base32.random(16),
                new SessionCommand.HandOverLink(
                        link.id(),
                        now,
                        successor.language(),
                        successor.mail(),
                        successor.zone(),
                        atMs));
    }

    public Future<Session> retitle(SessionId id, String title) {
        return step(id, "title-" + Base32.random(16), new SessionCommand.Retitle(title));
    }

    public Future<Session> addRoom(SessionId id, RoomPlan plan) {
        return addRoom(id, new RoomId(Base32.random(16)), plan);
    }

    /** The same id again is the same room. */
    public Future<Session> addRoom(SessionId id, RoomId room, RoomPlan plan) {
        Charter charter = new Charter(room, id, plan.title(), plan.access(), plan.onRecord());
        return step(id, "room-" + room, new SessionCommand.AddRoom(charter));
    }

    /** The session goes on with another organiser. */
    public Future<Session> entrust(SessionId id, Organiser to) {
        return step(id, "entrust-" + Base32.random(16), new SessionCommand.Entrust(to.number()));
    }

    public Future<Session> archive(SessionId id, boolean archived) {
        return step(id, "archive-" + Base32.random(16), new SessionCommand.Archive(archived));
    }

    public Future<Session> keep(SessionId id, int days) {
        return step(id, "keep-" + Base32.random(16), new SessionCommand.SetRetention(days));
    }

    /**
     * The next session of the series: the same people, rooms, rules and teams; what was left open
     * is carried on, and the date is the one that was set.
     *
     * @param ids as for a session that is made of a file
     */
    public Future<Session> follow(
            Session before, Optional<Results> results, UnaryOperator<String> ids) {
        ObjectNode again = SessionFile.write(before);
        for (String field : new String[] {"start", "zone", "minutes"}) {
            again.remove(field);
        }
        results.flatMap(Results::next)
                .filter(n -> !n.never())
                .ifPresent(n -> {
                    again.put("start", n.start()).put("zone", n.zone());
                    before.plan().schedule().ifPresent(s -> again.put("minutes", s.minutes()));
                    if (!n.place().isEmpty()) {
                        again.put("place", n.place());
                    }
                });
        SessionFile file = SessionFile.read(again);
        if (!file.faults().isEmpty()) {
            return Future.failedFuture(new NotPrepared(file.faults().getFirst().code()));
        }
        List<Result> open =
                results.map(r -> r.of(ResultKind.ACTION)).orElse(List.of()).stream()
                        .filter(a -> !a.done())
                        .map(a ->
                                new Result(
                                        a.id(), a.kind(), a.text(), a.who(), a.due(), true, false))
                        .toList();
        String series =
                before.lifecycle().exchange().isEmpty()
                        ? before.title()
                        : before.lifecycle().exchange();
        var follows = new SessionCommand.Follow(series, Optional.of(before.id()), open);
        return create(
                file, before.lifecycle().organiser(), _ -> List.of(), ids, Optional.of(follows));
    }

    /** Makes a session one of a series; refused when that would lead back to itself. */
    public Future<Session> follow(SessionId id, String exchange, Optional<SessionId> previous) {
        Optional<SessionId> at = previous;
        while (at.isPresent()) {
            if (at.get().equals(id)) {
                return Future.failedFuture(new NotPrepared(Code.CYCLE));
            }
            at = sessions.find(at.get()).flatMap(s -> s.lifecycle().previous());
        }
        if (previous.isPresent() && sessions.find(previous.get()).filter(by::runs).isEmpty()) {
            return Future.failedFuture(new NotPrepared(Code.NOT_FOUND));
        }
        return step(
                id,
                "follow-" + Base32.random(16),
                new SessionCommand.Follow(exchange, previous, List.of()));
    }

    public Future<Session> revoke(SessionId id, LinkId link) {
        return step(id, "revoke-" + link, new SessionCommand.RevokeLink(link));
    }

    /** Nobody new comes in by a shared link. */
    public Future<Session> close(SessionId id, LinkId link) {
        SessionCommand what = new SessionCommand.CloseLink(link, Optional.empty());
        return step(id, "close-" + Base32.random(16), what);
    }

    /** People come in by it again. */
    public Future<Session> open(SessionId id, LinkId link) {
        return step(id, "open-" + Base32.random(16), new SessionCommand.OpenLink(link));
    }

    private Future<Session> step(SessionId id, String command, SessionCommand what) {
        return step(id, command, ServerKey.lookup(what.toString()), what);
    }

    private Future<Session> step(SessionId id, String command, String hash, SessionCommand what) {
        return sessions.submit(id, new Request<>(by.seat(), command, hash, what))
                .compose(reply -> done(id, reply));
    }

    private Future<Session> done(SessionId id, Reply reply) {
        return switch (reply) {
            case Reply.Ack _ -> Future.succeededFuture(sessions.find(id).orElseThrow());
            case Reply.Nack n -> Future.failedFuture(new NotPrepared(n.code()));
        };
    }
}
