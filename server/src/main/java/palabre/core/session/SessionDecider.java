package palabre.core.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.Limit;
import palabre.core.LinkId;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.room.Charter;

/** What is asked of a session, and what comes of it. */
public record SessionDecider(Session session) {
    /** The organiser may do everything. */
    public Decision<SessionEvent> decide(SessionCommand command) {
        return switch (command) {
            case SessionCommand.CreateSession c ->
                    session.title().isEmpty()
                            ? new Decision.Accepted<>(created(c.title(), c.organiser()))
                            : Decision.accepted();
            case SessionCommand.Entrust c ->
                    session.lifecycle().organiser() == c.organiser()
                            ? Decision.accepted()
                            : Decision.accepted(new SessionEvent.SessionEntrusted(c.organiser()));
            case SessionCommand.Prepare c -> prepare(c);
            case SessionCommand.ChangePlan c ->
                    c.plan().equals(session.plan())
                            ? Decision.accepted()
                            : Decision.accepted(new SessionEvent.SessionPlanned(c.plan()));
            case SessionCommand.AddRoom c when session.room(c.charter().room()).isPresent() ->
                    Decision.refused(Code.ROOM_EXISTS);
            case SessionCommand.AddRoom c ->
                    Limit.SESSION_ROOMS.reached(session.rooms().size())
                            ? Decision.refused(Code.TOO_MANY)
                            : Decision.accepted(new SessionEvent.RoomAdded(c.charter()));
            case SessionCommand.AddLink c -> add(c.link());
            case SessionCommand.AddLinks c -> addAll(c);
            case SessionCommand.RevokeLink c -> revoke(c.link());
            case SessionCommand.CloseLink c -> close(c);
            case SessionCommand.OpenLink c ->
                    session.link(c.link()).isEmpty()
                            ? Decision.refused(Code.UNKNOWN_LINK)
                            : session.link(c.link()).filter(Link::closed).isEmpty()
                                    ? Decision.accepted()
                                    : Decision.accepted(new SessionEvent.LinkOpened(c.link()));
            case SessionCommand.Retitle c ->
                    session.title().equals(c.title())
                            ? Decision.accepted()
                            : Decision.accepted(new SessionEvent.SessionCreated(c.title()));
            case SessionCommand.ReissueLink c ->
                    session.link(c.link()).isEmpty()
                            ? Decision.refused(Code.UNKNOWN_LINK)
                            : Decision.accepted(new SessionEvent.LinkReissued(c.link()));
            case SessionCommand.HandOverLink c ->
                    session.link(c.link()).filter(l -> l.kind() == Link.Kind.PERSONAL).isEmpty()
                            ? Decision.refused(Code.UNKNOWN_LINK)
                            : Decision.accepted(
                                    new SessionEvent.LinkHandedOver(
                                            c.link(),
                                            c.successor(),
                                            c.language(),
                                            c.mail(),
                                            c.zone(),
                                            c.atMs()));
            case SessionCommand.NoteDelivery c ->
                    session.link(c.link()).isEmpty()
                            ? Decision.refused(Code.UNKNOWN_LINK)
                            : Decision.accepted(
                                    new SessionEvent.DeliveryNoted(
                                            c.link(), c.what(), c.state(), c.atMs()));
            case SessionCommand.OpenGroups _ when session.closed() -> over();
            case SessionCommand.OpenGroups c -> openGroups(c);
            case SessionCommand.CallBack c -> callBack(c);
            case SessionCommand.Place _ when session.closed() -> over();
            case SessionCommand.Place c -> place(c);
            case SessionCommand.NoteFollowed c ->
                    session.whereabouts().leaving().isEmpty()
                                    || !session.whereabouts().equals(c.as())
                            ? Decision.accepted()
                            : Decision.accepted(new SessionEvent.RoomsFollowed());
            case SessionCommand.SwitchMode c ->
                    session.room(c.room()).filter(r -> r.onRecord() != c.onRecord()).isEmpty()
                            ? Decision.accepted()
                            : Decision.accepted(
                                    new SessionEvent.ModeSwitched(c.room(), c.onRecord()));
            case SessionCommand.Close c -> close(c);
            case SessionCommand.Archive c ->
                    session.archived() == c.archived()
                            ? Decision.accepted()
                            : Decision.accepted(new SessionEvent.SessionArchived(c.archived()));
            case SessionCommand.SetRetention c ->
                    session.lifecycle().keepDays() == c.days()
                            ? Decision.accepted()
                            : Decision.accepted(new SessionEvent.RetentionSet(c.days()));
            case SessionCommand.Follow c -> follow(c);
            case SessionCommand.Evaluate c -> evaluate(c);
        };
    }

    private static List<SessionEvent> created(String title, int organiser) {
        List<SessionEvent> events = new ArrayList<>();
        events.add(new SessionEvent.SessionCreated(title));
        if (organiser != Organiser.HOST.number()) {
            events.add(new SessionEvent.SessionEntrusted(organiser));
        }
        return events;
    }

    private static Decision<SessionEvent> over() {
        return Decision.refused(Code.SESSION_CLOSED);
    }

    private Decision<SessionEvent> callBack(SessionCommand.CallBack c) {
        Optional<Code> no =
                c.by().flatMap(by -> new Coordinating(session, by).mayNotCallBack(c.parent()));
        if (no.isPresent() || session.whereabouts().from(c.parent()).isEmpty()) {
            return Decision.refused(no.orElse(Code.NO_GROUPS));
        }
        return Decision.accepted(calledBack(c.parent()));
    }

    private Decision<SessionEvent> follow(SessionCommand.Follow c) {
        if (followsItself(c)) {
            return Decision.refused(Code.CYCLE);
        }
        Lifecycle lifecycle = session.lifecycle();
        boolean same =
                lifecycle.exchange().equals(c.exchange())
                        && lifecycle.previous().equals(c.previous())
                        && lifecycle.carried().equals(c.open());
        return same ? Decision.accepted() : Decision.accepted(follows(c));
    }

    private boolean followsItself(SessionCommand.Follow c) {
        return c.previous().filter(session.id()::equals).isPresent();
    }

    private static SessionEvent follows(SessionCommand.Follow c) {
        return new SessionEvent.SessionFollows(c.exchange(), c.previous(), c.open());
    }

    private static SessionEvent calledBack(RoomId parent) {
        return new SessionEvent.GroupsCalledBack(Optional.of(parent));
    }

    /** A personal link has one seat: nobody new comes by it. */
    private Decision<SessionEvent> close(SessionCommand.CloseLink c) {
        Optional<Code> no =
                c.by().flatMap(by -> new Coordinating(session, by).mayNotClose(c.link()));
        Optional<Link> link = session.link(c.link()).filter(l -> l.kind() == Link.Kind.SHARED);
        if (no.isPresent() || link.isEmpty()) {
            return Decision.refused(no.orElse(Code.UNKNOWN_LINK));
        }
        return link.get().closed()
                ? Decision.accepted()
                : Decision.accepted(new SessionEvent.LinkClosed(c.link()));
    }

    private Decision<SessionEvent> openGroups(SessionCommand.OpenGroups c) {
        Coordinating conducting = new Coordinating(session, c.by());
        Optional<Code> no = conducting.mayNot();
        if (no.isPresent()) {
            return Decision.refused(no.get());
        }
        RoomId parent = c.breakout().parent();
        if (!parent.equals(c.by().from())) {
            return Decision.refused(Code.NOT_FROM_HERE);
        }
        List<SeatId> sent =
                c.breakout().groups().stream().flatMap(g -> g.seats().stream()).toList();
        if (sent.stream().anyMatch(conducting::mayNotSend)) {
            return Decision.refused(Code.NOT_OVER_MODERATOR);
        }
        if (session.whereabouts().from(parent).isPresent()) {
            return Decision.refused(Code.GROUPS_RUN);
        }
        if (sent.isEmpty()) {
            return Decision.refused(Code.NOBODY_TO_SEND);
        }
        if (!sent.stream().allMatch(s -> session.whereIs(s).filter(parent::equals).isPresent())) {
            return Decision.refused(Code.UNKNOWN_SEAT);
        }
        if (session.rooms().size() + c.rooms().size() > Limit.SESSION_ROOMS.most()) {
            return Decision.refused(Code.TOO_MANY);
        }
        List<SessionEvent> events = new ArrayList<>();
        c.rooms().forEach(r -> events.add(new SessionEvent.RoomAdded(r)));
        events.add(new SessionEvent.GroupsOpened(c.breakout()));
        return new Decision.Accepted<>(events);
    }

    private Decision<SessionEvent> place(SessionCommand.Place c) {
        Coordinating conducting = new Coordinating(session, c.by());
        for (Map.Entry<SeatId, RoomId> e : c.seats().entrySet()) {
            Optional<Code> no = conducting.mayNotMove(e.getKey(), e.getValue());
            if (no.filter(code -> code != Code.NOT_INVITED_THERE).isPresent()) {
                return Decision.refused(no.get());
            }
            if (session.room(e.getValue()).isEmpty()
                    || session.whereabouts().ended().contains(e.getValue())) {
                return Decision.refused(Code.UNKNOWN_ROOM);
            }
            if (no.isPresent()) {
                return Decision.refused(no.get());
            }
        }
        Map<SeatId, RoomId> moved = new LinkedHashMap<>(c.seats());
        moved.entrySet()
                .removeIf(e -> session.whereIs(e.getKey()).equals(Optional.of(e.getValue())));
        return moved.isEmpty()
                ? Decision.accepted()
                : Decision.accepted(new SessionEvent.SeatsPlaced(moved));
    }

    private Decision<SessionEvent> evaluate(SessionCommand.Evaluate c) {
        if (!session.lifecycle().takesEvaluations(c.atMs())) {
            return Decision.refused(session.closed() ? Code.POLL_CLOSED : Code.NOT_CLOSED_YET);
        }
        if (!c.evaluation().coherent()) {
            return Decision.refused(Code.BAD_BALLOT);
        }
        Lifecycle lifecycle = session.lifecycle();
        Lifecycle.Answer now = new Lifecycle.Answer(c.evaluation(), c.device());
        Optional<Lifecycle.Answer> before =
                lifecycle
                        .answer(c.ticket())
                        .or(() -> lifecycle.answer(Lifecycle.oldTicket(c.seat())));
        if (before.filter(a -> !a.device().equals(c.device())).isPresent()) {
            return Decision.refused(Code.ANSWERED_ELSEWHERE);
        }
        return before.filter(now::equals).isPresent()
                ? Decision.accepted()
                : Decision.accepted(new SessionEvent.EvaluationGiven(c.ticket(), now));
    }

    private Decision<SessionEvent> close(SessionCommand.Close c) {
        if (session.closed()) {
            return Decision.accepted();
        }
        List<SessionEvent> events = new ArrayList<>();
        session.whereabouts().groups().keySet().forEach(p -> events.add(calledBack(p)));
        events.add(new SessionEvent.SessionClosed(c.atMs()));
        return new Decision.Accepted<>(events);
    }

    private Decision<SessionEvent> prepare(SessionCommand.Prepare c) {
        if (!session.title().isEmpty()) {
            return Decision.accepted();
        }
        List<SessionEvent> events = created(c.title(), c.organiser());
        events.add(new SessionEvent.SessionPlanned(c.plan()));
        Set<RoomId> known = new HashSet<>();
        for (Charter charter : c.rooms()) {
            if (!known.add(charter.room())) {
                return Decision.refused(Code.ROOM_EXISTS);
            }
            events.add(new SessionEvent.RoomAdded(charter));
        }
        if (c.links().size() > Limit.SESSION_LINKS.most()
                || c.rooms().size() > Limit.SESSION_ROOMS.most()) {
            return Decision.refused(Code.TOO_MANY);
        }
        Set<LinkId> given = new HashSet<>();
        for (Link link : c.links()) {
            if (!known.contains(link.room())) {
                return Decision.refused(Code.UNKNOWN_ROOM);
            }
            if (!given.add(link.id())) {
                return Decision.refused(Code.LINK_EXISTS);
            }
            events.add(new SessionEvent.LinkAdded(link));
        }
        if (c.follows().filter(this::followsItself).isPresent()) {
            return Decision.refused(Code.CYCLE);
        }
        c.follows().ifPresent(f -> events.add(follows(f)));
        return new Decision.Accepted<>(events);
    }

    private Decision<SessionEvent> add(Link link) {
        if (session.room(link.room()).isEmpty()) {
            return Decision.refused(Code.UNKNOWN_ROOM);
        }
        if (session.link(link.id()).isPresent()) {
            return Decision.refused(Code.LINK_EXISTS);
        }
        return Limit.SESSION_LINKS.reached(session.links().size())
                ? Decision.refused(Code.TOO_MANY)
                : Decision.accepted(new SessionEvent.LinkAdded(link));
    }

    private Decision<SessionEvent> addAll(SessionCommand.AddLinks c) {
        if (session.links().size() + c.links().size() > Limit.SESSION_LINKS.most()) {
            return Decision.refused(Code.TOO_MANY);
        }
        List<SessionEvent> events = new ArrayList<>();
        Set<LinkId> given = new HashSet<>(session.links().keySet());
        for (Link link : c.links()) {
            if (session.room(link.room()).isEmpty()) {
                return Decision.refused(Code.UNKNOWN_ROOM);
            }
            if (!given.add(link.id())) {
                return Decision.refused(Code.LINK_EXISTS);
            }
            events.add(new SessionEvent.LinkAdded(link));
        }
        return new Decision.Accepted<>(events);
    }

    private Decision<SessionEvent> revoke(LinkId id) {
        Optional<Link> link = session.link(id);
        if (link.isEmpty()) {
            return Decision.refused(Code.UNKNOWN_LINK);
        }
        return link.get().revoked()
                ? Decision.accepted()
                : Decision.accepted(new SessionEvent.LinkRevoked(id));
    }
}
