package palabre.core.room;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import palabre.core.Audience;
import palabre.core.Persistent;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.breakouts.BreakoutEvent;
import palabre.core.breakouts.WorkingGroup;
import palabre.core.lobby.LobbyEvent;
import palabre.core.publicview.PublicViewEvent;
import palabre.core.recording.RecordingEvent;
import palabre.core.seats.Person;

/**
 * How a room is entered and left.
 *
 * @param lobby whether who comes without a personal invitation waits
 * @param waiting who waits, in the order of coming
 * @param told what those who wait read
 * @param proposal that the room go on or off the record; empty: there is none
 * @param groups of the session that are at work
 * @param groupsFrom the room from which they went
 * @param groupsUntilMs when they are called back; 0: when the chair does it
 * @param publicCut whether the public sees nothing for now
 * @param publicDelayMs how old what the public sees is
 * @param ended whether this part of the room is over, since all agreed on another mode
 * @param part the last part of the room that has begun here, by {@link Charter#part}
 */
public record Doors(
        boolean lobby,
        Map<SeatId, Person> waiting,
        String told,
        Optional<Proposal> proposal,
        List<WorkingGroup> groups,
        Optional<RoomId> groupsFrom,
        long groupsUntilMs,
        boolean publicCut,
        long publicDelayMs,
        boolean ended,
        int part) {
    public static final Doors OPEN =
            new Doors(
                    false,
                    Map.of(),
                    "",
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    0,
                    false,
                    0,
                    false,
                    0);

    /** So long everybody has to agree before the chair may go on without them. */
    public static final long ANSWER_MS = 60_000;

    /**
     * A change of mode that was proposed.
     *
     * @param atMs when
     * @param agreed so far
     */
    public record Proposal(boolean onRecord, long atMs, Set<SeatId> agreed) {
        public Proposal {
            agreed = Collections.unmodifiableSet(agreed);
        }
    }

    public Doors {
        waiting = Persistent.map(waiting);
        groups = List.copyOf(groups);
    }

    public boolean waits(SeatId seat) {
        return waiting.containsKey(seat);
    }

    Doors evolve(RoomEvent.OnDoors event, long atMs) {
        return switch (event) {
            case RoomEvent.OnLobby e -> evolve(e.event());
            case RoomEvent.OnRecording e -> evolve(e.event(), atMs);
            case RoomEvent.OnBreakouts(BreakoutEvent.GroupsLaid e) -> laid(e);
            case RoomEvent.OnPublicView(PublicViewEvent.PublicViewSet e) -> seen(e);
        };
    }

    private Doors evolve(LobbyEvent event) {
        return switch (event) {
            case LobbyEvent.LobbyOpened _ -> with(true, waiting, told);
            case LobbyEvent.LobbyClosed _ -> with(false, waiting, told);
            case LobbyEvent.LobbyEntered e ->
                    with(lobby, Persistent.with(waiting, e.seat(), e.person()), told);
            case LobbyEvent.LobbyLeft e -> without(e.seat());
            case LobbyEvent.LobbyTold e -> with(lobby, waiting, e.text());
        };
    }

    private Doors evolve(RecordingEvent event, long atMs) {
        return switch (event) {
            case RecordingEvent.ModeProposed e ->
                    proposing(Optional.of(new Proposal(e.onRecord(), atMs, Set.of())));
            case RecordingEvent.ModeAgreed e -> proposing(proposal.map(p -> agreed(p, e.seat())));
            case RecordingEvent.ModeDropped _ -> proposing(Optional.empty());
            case RecordingEvent.ModeSettled _ -> proposing(Optional.empty()).over(true, part);
            case RecordingEvent.PartBegun e -> over(false, e.part());
        };
    }

    private Doors laid(BreakoutEvent.GroupsLaid e) {
        return new Doors(
                lobby,
                waiting,
                told,
                proposal,
                e.groups(),
                e.parent(),
                e.untilMs(),
                publicCut,
                publicDelayMs,
                ended,
                part);
    }

    private Doors seen(PublicViewEvent.PublicViewSet e) {
        return new Doors(
                lobby,
                waiting,
                told,
                proposal,
                groups,
                groupsFrom,
                groupsUntilMs,
                e.cut(),
                e.delayMs(),
                ended,
                part);
    }

    private static Proposal agreed(Proposal p, SeatId seat) {
        Set<SeatId> next = new LinkedHashSet<>(p.agreed());
        next.add(seat);
        return new Proposal(p.onRecord(), p.atMs(), next);
    }

    /** Somebody does not wait any more. */
    Doors without(SeatId seat) {
        if (!waits(seat)) {
            return this;
        }
        return with(lobby, Persistent.without(waiting, seat), told);
    }

    private Doors with(boolean lobbyNow, Map<SeatId, Person> waitingNow, String toldNow) {
        return new Doors(
                lobbyNow,
                waitingNow,
                toldNow,
                proposal,
                groups,
                groupsFrom,
                groupsUntilMs,
                publicCut,
                publicDelayMs,
                ended,
                part);
    }

    private Doors proposing(Optional<Proposal> now) {
        return new Doors(
                lobby,
                waiting,
                told,
                now,
                groups,
                groupsFrom,
                groupsUntilMs,
                publicCut,
                publicDelayMs,
                ended,
                part);
    }

    private Doors over(boolean endedNow, int partNow) {
        return new Doors(
                lobby,
                waiting,
                told,
                proposal,
                groups,
                groupsFrom,
                groupsUntilMs,
                publicCut,
                publicDelayMs,
                endedNow,
                partNow);
    }

    /** The lobby can be seen by the chair, groups by who takes part; all else by everybody. */
    Doors seenBy(Audience audience) {
        return audience == Audience.CHAIR
                ? over(false, 0)
                : new Doors(
                        false,
                        Map.of(),
                        "",
                        proposal,
                        audience == Audience.PUBLIC ? List.of() : groups,
                        audience == Audience.PUBLIC ? Optional.empty() : groupsFrom,
                        audience == Audience.PUBLIC ? 0 : groupsUntilMs,
                        publicCut,
                        publicDelayMs,
                        false,
                        0);
    }
}
