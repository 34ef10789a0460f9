package palabre.load;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import palabre.core.Decision;
import palabre.core.Role;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.SessionId;
import palabre.core.floor.Ask;
import palabre.core.floor.FloorCommand;
import palabre.core.policy.OrderRule;
import palabre.core.policy.PolicyChange;
import palabre.core.policy.RequestKind;
import palabre.core.room.Access;
import palabre.core.room.Charter;
import palabre.core.room.Room;
import palabre.core.room.RoomCommand;
import palabre.core.room.RoomDecider;
import palabre.core.room.RoomEvent;
import palabre.core.seats.Declared;
import palabre.core.seats.Person;
import palabre.core.seats.Seat;

/** What one decision costs in a room of 2,000 where 500 wait, by the order of speaking. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class DecideBenchmark {
    private static final int SEATS = 2_000;
    private static final int WAITING = 500;
    private static final int TEAMS = 12;
    private static final long NOW_MS = 10_000_000;
    private static final SeatId CHAIR = seat(0);

    @Param({"first-come", "balanced", "round-robin"})
    public String order = "first-come";

    private @Nullable Room room;

    private static SeatId seat(int n) {
        return new SeatId("s" + n);
    }

    @Setup
    public void fill() {
        Charter charter =
                new Charter(new RoomId("r"), new SessionId("s"), "Room", Access.OPEN, true);
        Map<SeatId, Seat> seats = new LinkedHashMap<>();
        for (int i = 0; i < SEATS; i++) {
            Role role = i == 0 ? Role.MODERATOR : Role.PARTICIPANT;
            Person person = new Person("P" + i, role, "Team " + i % TEAMS, "", "");
            seats.put(
                    seat(i), new Seat(seat(i), person, false, Optional.empty(), Declared.NOTHING));
        }
        Room empty = Room.empty(charter);
        Room now =
                new Room(
                        charter,
                        seats,
                        Set.of(),
                        empty.rules(),
                        empty.floor(),
                        empty.meeting(),
                        empty.doors(),
                        empty.attendance());
        long at = 0;
        for (int turn = 1; turn <= 60; turn++) {
            now = after(now, seat(turn), ask(), at += 1_000);
            now = after(now, CHAIR, next(), at += 1_000);
        }
        for (int i = 100; i < 100 + WAITING; i++) {
            now = after(now, seat(i), ask(), at += 10);
        }
        OrderRule rule = OrderRule.fromWire(order).orElseThrow();
        room =
                after(
                        now,
                        CHAIR,
                        RoomCommand.of(
                                new FloorCommand.ChangePolicy(
                                        PolicyChange.NONE.ordering(rule), "")),
                        at);
    }

    private static RoomCommand ask() {
        return RoomCommand.of(
                new FloorCommand.RequestFloor(Ask.of(RequestKind.SPEECH), Optional.empty()));
    }

    private static RoomCommand next() {
        return RoomCommand.of(new FloorCommand.NextFloor(OptionalLong.empty()));
    }

    private static Room after(Room before, SeatId who, RoomCommand command, long atMs) {
        Room room = before;
        if (RoomDecider.decide(before, who, command, atMs)
                instanceof Decision.Accepted<RoomEvent> accepted) {
            for (RoomEvent event : accepted.events()) {
                room = room.evolve(event, atMs);
            }
            return room;
        }
        throw new IllegalStateException("refused: " + command);
    }

    private Decision<RoomEvent> decide(SeatId who, RoomCommand command) {
        Room now = room;
        if (now == null) {
            throw new IllegalStateException("not filled");
        }
        return RoomDecider.decide(now, who, command, NOW_MS);
    }

    @Benchmark
    public Object request() {
        return decide(seat(1_500), ask());
    }

    @Benchmark
    public Object withdraw() {
        return decide(seat(300), RoomCommand.of(new FloorCommand.ReleaseFloor(Optional.empty())));
    }

    @Benchmark
    public Object nextSpeaker() {
        return decide(CHAIR, next());
    }
}
