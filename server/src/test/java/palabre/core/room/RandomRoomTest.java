package palabre.core.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import palabre.core.Decision;
import palabre.core.RequestId;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.testing.Seeds;

/** Random sequences of commands; what holds must hold after every one of them. */
class RandomRoomTest {
    private static final int COMMANDS = 400;

    static List<Long> seeds() {
        return Seeds.some(60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverIsAskedTheRoomStaysCoherent(long seed) {
        Random random = new Random(seed);
        Room room = RoomScript.peopled();
        List<RoomEvent> history = new ArrayList<>();
        Room start = room;
        for (int i = 0; i < COMMANDS; i++) {
            Decision<RoomEvent> decision =
                    RoomDecider.decide(room, seat(random), command(random, room));
            if (decision instanceof Decision.Accepted<RoomEvent> accepted) {
                for (RoomEvent event : accepted.events()) {
                    Room next = room.evolve(event, i);
                    everyAudienceFoldsToWhatItSees(room, event, next, i);
                    room = next;
                    history.add(event);
                }
            }
            assertCoherent(room);
        }
        assertThat(replay(start, history).floor().waiting().stream().map(FloorRequest::id))
                .containsExactlyElementsOf(
                        room.floor().waiting().stream().map(FloorRequest::id).toList());
    }

    private static void everyAudienceFoldsToWhatItSees(
            Room before, RoomEvent event, Room after, long atMs) {
        for (Audience audience : Audience.values()) {
            Room seenBefore = Sight.of(audience, before);
            Room folded =
                    Sight.of(audience, event, before)
                            .map(e -> seenBefore.evolve(e, atMs))
                            .orElse(seenBefore);
            assertThat(folded)
                    .as("%s sees %s", audience, event)
                    .isEqualTo(Sight.of(audience, after));
        }
    }

    private static void assertCoherent(Room room) {
        Set<SeatId> onFloor = new HashSet<>();
        List<FloorRequest> live = new ArrayList<>(room.floor().waiting());
        room.floor().holder().ifPresent(live::add);
        for (FloorRequest request : live) {
            assertThat(onFloor.add(request.seat())).as("%s waits once", request.seat()).isTrue();
            assertThat(room.role(request.seat()).filter(Role::speaks)).isPresent();
        }
        boolean pendingSeen = false;
        for (FloorRequest request : room.floor().waiting()) {
            pendingSeen |= request.state() == RequestState.PENDING;
            assertThat(request.state() == RequestState.ACCEPTED && pendingSeen)
                    .as("the promised stand first")
                    .isFalse();
        }
        for (Seat seat : room.seats().values()) {
            assertThat(seat.absent() && !room.onFloor(seat.id())).isFalse();
        }
    }

    private static Room replay(Room start, List<RoomEvent> history) {
        Room room = start;
        for (RoomEvent event : history) {
            room = room.evolve(event, 0);
        }
        return room;
    }

    private static SeatId seat(Random random) {
        int n = random.nextInt(9);
        return n == 8 ? SeatId.SERVER : new SeatId(Integer.toString(n));
    }

    private static RoomCommand command(Random random, Room room) {
        RequestId request = new RequestId(1 + random.nextLong(room.floor().requestsSoFar() + 2));
        SeatId seat = seat(random);
        List<Role> roles = List.of(Role.values());
        Role role = roles.get(random.nextInt(roles.size()));
        return switch (random.nextInt(20)) {
            case 0 -> new SeatCommand.TakeSeat(Person.named("N" + seat, role));
            case 1 -> new SeatCommand.LeaveSeat();
            case 2 -> new SeatCommand.ChangeRole(seat, role);
            case 3 -> new SeatCommand.ReportPresence(seat, random.nextBoolean());
            case 4 -> new SeatCommand.Rename("M" + random.nextInt(5));
            case 5 ->
                    random.nextInt(20) == 0
                            ? new SeatCommand.RemoveSeat(seat)
                            : new FloorCommand.OpenList();
            case 6 -> new FloorCommand.ReleaseFloor(Optional.empty());
            case 7 -> new FloorCommand.ReleaseFloor(Optional.of(request));
            case 8, 9 -> new FloorCommand.GrantFloor(request);
            case 10 -> new FloorCommand.DenyFloor(request);
            case 11 -> new FloorCommand.RevokeFloor(request);
            case 12 -> new FloorCommand.SkipFloor(request);
            case 13 -> new FloorCommand.NextFloor();
            case 14 ->
                    random.nextInt(5) == 0
                            ? new FloorCommand.CloseList()
                            : new FloorCommand.OpenList();
            default -> new FloorCommand.RequestFloor("topic " + random.nextInt(3));
        };
    }
}
