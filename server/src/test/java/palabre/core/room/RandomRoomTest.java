package palabre.core.room;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.testing.On.on;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import palabre.codec.Json;
import palabre.codec.RoomCodec;
import palabre.core.Audience;
import palabre.core.Decision;
import palabre.core.RequestId;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.entry.RulesCommand;
import palabre.core.floor.Account;
import palabre.core.floor.Ask;
import palabre.core.floor.BudgetOwner;
import palabre.core.floor.FloorCommand;
import palabre.core.floor.FloorEvent;
import palabre.core.floor.FloorRequest;
import palabre.core.floor.Turn;
import palabre.core.order.Place;
import palabre.core.order.SpeakingOrder;
import palabre.core.policy.OrderRule;
import palabre.core.policy.PolicyChange;
import palabre.core.policy.RequestKind;
import palabre.core.seats.Attendance;
import palabre.core.seats.Person;
import palabre.core.seats.Seat;
import palabre.core.seats.SeatCommand;
import palabre.testing.Seeds;

/** Random sequences of commands; what holds must hold after every one of them. */
class RandomRoomTest {
    private static final int LONG = 400;
    private static final int SHORT = 40;
    private static final long SKEW_MS = 600_000;

    static List<Long> seeds() {
        return Seeds.some(60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverIsAskedTheRoomStaysCoherent(long seed) {
        run(seed, LONG);
    }

    /** {@code -Dpalabre.runs=500} makes them a million. */
    @Test
    void manyShortSequencesLeaveTheRoomCoherent() {
        AtomicLong count = new AtomicLong();
        Seeds.some(2_000).parallelStream()
                .forEach(seed -> {
                    run(seed, SHORT);
                    count.incrementAndGet();
                });
        System.out.println(count + " sequences of " + SHORT + " commands");
    }

    /**
     * As the writer does it: the clock may jump by ten minutes either way, but time in a log never
     * runs back; a command that comes again is answered from memory, or, when it was refused,
     * decided anew.
     */
    private static void run(long seed, int commands) {
        Random random = new Random(seed);
        Room start = RoomScript.peopled();
        Room room = start;
        List<Happened> history = new ArrayList<>();
        Asked again = new Asked(SeatId.SERVER, on(new FloorCommand.OpenList()));
        long clock = SKEW_MS;
        long now = 0;
        try {
            for (int i = 0; i < commands; i++) {
                clock += random.nextInt(20) == 0 ? random.nextLong(-SKEW_MS, SKEW_MS) : 1_000;
                now = Math.max(now, clock);
                boolean repeats = random.nextInt(10) == 0;
                Asked asked = repeats ? again : new Asked(seat(random), command(random, room, now));
                again = asked;
                room = after(room, asked, now, history);
                assertCoherent(room, history.size());
            }
            assertThat(RoomCodec.read(room.charter(), Json.bytes(RoomCodec.write(room))))
                    .isEqualTo(room);
            assertThat(replay(start, history)).isEqualTo(room);
            nobodysPlaceIsLost(history, room);
        } catch (AssertionError | RuntimeException e) {
            String last =
                    history.subList(Math.max(0, history.size() - 6), history.size()).toString();
            throw new AssertionError(
                    "seed " + seed + ", " + commands + " commands, after " + again + ": " + last,
                    e);
        }
    }

    private record Asked(SeatId who, RoomCommand what) {}

    private static Room after(Room before, Asked asked, long now, List<Happened> history) {
        Room room = before;
        if (RoomDecider.decide(before, asked.who(), asked.what(), now)
                instanceof Decision.Accepted<RoomEvent> accepted) {
            RandomRights.assertRightful(before, asked.who(), asked.what(), accepted.events());
            for (RoomEvent event : accepted.events()) {
                Room next = room.evolve(event, now);
                everyAudienceFoldsToWhatItSees(room, event, next, now);
                room = next;
                history.add(new Happened(event, now));
            }
        }
        return room;
    }

    /** Every request that was made still waits or speaks, or an event says how it ended. */
    private static void nobodysPlaceIsLost(List<Happened> history, Room room) {
        Set<RequestId> open = new HashSet<>();
        for (Happened h : history) {
            switch (h.event()) {
                case RoomEvent.OnFloor(FloorEvent.FloorRequested e) -> open.add(e.request());
                case RoomEvent.OnFloor(FloorEvent.FloorDenied e) -> open.remove(e.request());
                case RoomEvent.OnFloor(FloorEvent.FloorCancelled e) -> open.remove(e.request());
                case RoomEvent.OnFloor(FloorEvent.FloorReleased e) -> open.remove(e.request());
                case RoomEvent.OnFloor(FloorEvent.FloorRevoked e) -> open.remove(e.request());
                default -> {}
            }
        }
        Set<RequestId> live = new HashSet<>();
        room.floor().line().waiting().forEach(r -> live.add(r.id()));
        room.floor().stage().holder().ifPresent(t -> live.add(t.id()));
        room.floor().stage().interrupted().ifPresent(t -> live.add(t.id()));
        assertThat(live).isEqualTo(open);
    }

    private record Happened(RoomEvent event, long atMs) {}

    private static Room replay(Room start, List<Happened> history) {
        Room room = start;
        for (Happened h : history) {
            room = room.evolve(h.event(), h.atMs());
        }
        return room;
    }

    private static void everyAudienceFoldsToWhatItSees(
            Room before, RoomEvent event, Room after, long atMs) {
        for (Audience audience : Audience.values()) {
            Room seenBefore = Visibility.of(audience, before);
            Room folded =
                    Visibility.told(audience, event, before, after)
                            .map(told -> told.onto(seenBefore, atMs))
                            .orElse(seenBefore);
            assertThat(asClientsKeepIt(folded))
                    .as("%s sees %s", audience, event)
                    .isEqualTo(Visibility.of(audience, after));
        }
    }

    /**
     * Who has left is a matter of the minutes, as what somebody came of who may give roles, what
     * the session lays no more of its briefings: clients need not keep them.
     */
    private static Room asClientsKeepIt(Room r) {
        Map<SeatId, Seat> seats = new LinkedHashMap<>(r.seats());
        seats.replaceAll((_, s) -> s.seen());
        Meeting m = r.meeting();
        return new Room(
                r.charter(),
                seats,
                r.removed(),
                r.rules(),
                r.floor(),
                new Meeting(
                        m.agenda(),
                        m.results(),
                        m.polls(),
                        m.questions(),
                        m.contacts(),
                        m.closedMs(),
                        Set.of()),
                r.doors(),
                Attendance.NONE);
    }

    private static void assertCoherent(Room room, int events) {
        Set<String> onFloor = new HashSet<>();
        List<FloorRequest> live = new ArrayList<>(room.floor().line().waiting());
        room.floor().stage().holder().ifPresent(t -> live.add(t.request()));
        room.floor().stage().interrupted().ifPresent(t -> live.add(t.request()));
        for (FloorRequest request : live) {
            assertThat(onFloor.add(request.seat() + " " + request.kind().procedural()))
                    .as("%s waits once", request.seat())
                    .isTrue();
            assertThat(room.role(request.seat()).filter(Role::speaks)).isPresent();
        }
        room.floor().stage().interrupted().ifPresent(t -> assertThat(t.running()).isFalse());
        List<FloorRequest> order = SpeakingOrder.line(room.floor(), room);
        assertThat(order).containsExactlyInAnyOrderElementsOf(room.floor().line().waiting());
        assertThat(SpeakingOrder.first(room.floor(), room)).isEqualTo(order.stream().findFirst());
        assertThat(SpeakingOrder.of(room.floor(), room).stream().map(Place::request).toList())
                .isEqualTo(order);
        boolean bothRun =
                room.floor().stage().holder().filter(Turn::running).isPresent()
                        && room.floor().stage().interrupted().filter(Turn::running).isPresent();
        assertThat(bothRun).isFalse();
        long teams =
                room.floor().ledger().teams().values().stream().mapToLong(Account::spokenMs).sum();
        assertThat(teams)
                .as("credited to teams after %s events", events)
                .isEqualTo(room.floor().ledger().spokenMs());
        long spoken =
                room.floor().ledger().speakers().values().stream()
                        .mapToLong(x -> x.account().spokenMs())
                        .sum();
        assertThat(spoken).isEqualTo(room.floor().ledger().spokenMs());
    }

    private static SeatId seat(Random random) {
        int n = random.nextInt(9);
        return n == 8 ? SeatId.SERVER : new SeatId(Integer.toString(n));
    }

    static RoomCommand command(Random random, Room room, long now) {
        RequestId request =
                new RequestId(1 + random.nextLong(room.floor().line().requestsSoFar() + 2));
        SeatId seat = seat(random);
        List<Role> roles = List.of(Role.values());
        Role role = roles.get(random.nextInt(roles.size()));
        RequestKind kind = List.of(RequestKind.values()).get(random.nextInt(5));
        return switch (random.nextInt(50)) {
            case 0 ->
                    on(
                            new SeatCommand.TakeSeat(
                                    new Person("N" + seat, role, "T" + random.nextInt(3), "", "")));
            case 1 -> on(new SeatCommand.LeaveSeat());
            case 2 -> on(new SeatCommand.ChangeRole(seat, role));
            case 3, 20 ->
                    on(
                            new SeatCommand.ReportPresence(
                                    seat,
                                    random.nextBoolean(),
                                    Math.max(0, now - random.nextInt(60_000))));
            case 4 -> on(new SeatCommand.Rename("M" + random.nextInt(5)));
            case 5 ->
                    random.nextInt(20) == 0
                            ? on(new SeatCommand.RemoveSeat(seat))
                            : on(new FloorCommand.OpenList());
            case 6 -> on(new FloorCommand.ReleaseFloor(Optional.empty()));
            case 7 -> on(new FloorCommand.ReleaseFloor(Optional.of(request)));
            case 8, 9 -> on(new FloorCommand.GrantFloor(request, random.nextBoolean()));
            case 10 -> on(new FloorCommand.DenyFloor(request, ""));
            case 11 -> on(new FloorCommand.RevokeFloor(request, ""));
            case 12 -> on(new FloorCommand.SkipFloor(request));
            case 13 -> on(new FloorCommand.NextFloor(OptionalLong.empty()));
            case 14 ->
                    random.nextInt(5) == 0
                            ? on(new FloorCommand.CloseList())
                            : on(new FloorCommand.OpenList());
            case 15 ->
                    on(
                            new FloorCommand.MoveRequest(
                                    request,
                                    random.nextBoolean()
                                            ? Optional.empty()
                                            : Optional.of(
                                                    new RequestId(
                                                            1
                                                                    + random.nextLong(
                                                                            room.floor()
                                                                                            .line()
                                                                                            .requestsSoFar()
                                                                                    + 1)))));
            case 16 -> on(new FloorCommand.KeepTime(Set.of(seat)));
            case 17 -> on(new FloorCommand.PauseTurn(request));
            case 18 -> on(new FloorCommand.ResumeTurn(request));
            case 19 -> on(new FloorCommand.TakeChair());
            case 21 -> on(new FloorCommand.Requeue(Optional.empty()));
            case 22 -> on(new FloorCommand.HandOver(Optional.empty(), seat));
            case 23 ->
                    random.nextInt(4) == 0
                            ? on(new FloorCommand.PauseFloor())
                            : on(new FloorCommand.ResumeFloor());
            case 24 ->
                    on(
                            new FloorCommand.ChangePolicy(
                                    PolicyChange.NONE.ordering(
                                            List.of(OrderRule.values()).get(random.nextInt(5))),
                                    ""));
            case 25 -> on(new FloorCommand.ExtendTurn(request, 30_000));
            case 26 ->
                    on(
                            new FloorCommand.QueueOnSite(
                                    "G" + random.nextInt(3), "T1", "Hall", Ask.of(kind)));
            case 27 ->
                    random.nextInt(4) == 0
                            ? on(new FloorCommand.LockFloor())
                            : on(new FloorCommand.UnlockFloor());
            case 28 ->
                    on(
                            new FloorCommand.StartItem(
                                    "Item", random.nextInt(3) * 60_000L, Optional.empty()));
            case 29 ->
                    on(
                            new FloorCommand.GiveBudget(
                                    Optional.empty(),
                                    BudgetOwner.team("T1"),
                                    1_000L * random.nextInt(600),
                                    ""));
            case 30 -> on(new FloorCommand.GiveChair(seat));
            case 31 -> on(new FloorCommand.StartTour());
            case 32 -> on(new RulesCommand.LayRules(random.nextInt(3)));
            case 33, 34, 35 -> on(new RulesCommand.AcceptRules(room.rules().version()));
            case 40, 41, 42, 43, 44, 45, 46, 47, 48, 49 -> RandomMeeting.command(random, seat);
            default -> on(new FloorCommand.RequestFloor(Ask.of(kind), Optional.empty()));
        };
    }
}
