package palabre.core.room;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.core.room.RoomScript.ANA;
import static palabre.core.room.RoomScript.CHAIR;
import static palabre.testing.On.on;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import palabre.core.Audience;
import palabre.core.RequestId;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.floor.Ask;
import palabre.core.floor.FloorEvent;
import palabre.core.policy.RequestKind;
import palabre.core.seats.Person;
import palabre.core.seats.Seat;
import palabre.core.seats.SeatEvent;

/** Who sees what, where the fold of what is seen once was not what is seen. */
class VisibilityTest {
    private static final SeatId GUEST = new SeatId("onsite-1");

    @Test
    void whoIsSentAwayFromTheLobbyIsSeenByTheChairAlone() {
        Room room = RoomScript.peopled();
        RoomEvent sentAway = on(new SeatEvent.SeatRemoved(GUEST));
        assertThat(Visibility.inLog(Audience.CHAIR, sentAway, room)).contains(sentAway);
        assertThat(Visibility.inLog(Audience.MEMBER, sentAway, room)).isEmpty();
        assertThat(Visibility.inLog(Audience.PUBLIC, sentAway, room)).isEmpty();
    }

    @Test
    void whoHasNoDeviceIsSeenWithTheirKeeperAgainWhenTheyObserveNoMore() {
        Person person = new Person("Guy", Role.OBSERVER, "", "", "Hall");
        Room room =
                RoomScript.peopled()
                        .evolve(on(new SeatEvent.SeatJoined(GUEST, person, Optional.of(CHAIR))), 0);
        RoomEvent speaks = on(new SeatEvent.RoleChanged(GUEST, Role.PARTICIPANT));
        assertThat(Visibility.inLog(Audience.MEMBER, speaks, room))
                .contains(
                        on(
                                new SeatEvent.SeatJoined(
                                        GUEST, person.as(Role.PARTICIPANT), Optional.of(CHAIR))));
    }

    private static final SeatId BEA = new SeatId("bea");

    private static Told told(Room before, RoomEvent event) {
        return Visibility.told(Audience.MEMBER, event, before, before.evolve(event, 0))
                .orElseThrow();
    }

    private static Room withBea() {
        Person bea = new Person("Bea", Role.PARTICIPANT, "Gabon", "", "");
        return RoomScript.peopled().evolve(on(new SeatEvent.SeatJoined(BEA, bea)), 0);
    }

    @Test
    void whoComesAndDoesNotServeIsNotNamed() {
        Room room = RoomScript.peopled();
        RoomEvent comes = on(new SeatEvent.SeatJoined(BEA, Person.named("Bea", Role.PARTICIPANT)));
        RoomEvent serves = on(new SeatEvent.SeatJoined(BEA, Person.named("Bea", Role.SECRETARY)));
        for (Audience audience : Audience.values()) {
            assertThat(Visibility.told(audience, comes, room, room.evolve(comes, 0))).isEmpty();
            assertThat(Visibility.told(audience, serves, room, room.evolve(serves, 0))).isPresent();
            assertThat(Visibility.of(audience, room.evolve(comes, 0)).seats())
                    .doesNotContainKey(BEA);
        }
    }

    @Test
    void whoAsksToSpeakIsNamedUntilTheyWaitNoMore() {
        Room room = withBea();
        RoomEvent asks =
                on(
                        new FloorEvent.FloorRequested(
                                new RequestId(room.floor().line().requestsSoFar() + 1),
                                BEA,
                                BEA,
                                Ask.of(RequestKind.SPEECH),
                                Optional.empty()));
        assertThat(told(room, asks).people()).extracting(Seat::id).containsExactly(BEA);
        Room waiting = room.evolve(asks, 0);
        RequestId request = waiting.floor().of(BEA).getFirst().id();
        assertThat(told(waiting, on(new FloorEvent.FloorCancelled(request))).gone())
                .containsExactly(BEA);
    }

    @Test
    void whoBeginsToServeIsTold() {
        Told told = told(withBea(), on(new SeatEvent.RoleChanged(BEA, Role.SECRETARY)));
        assertThat(told.people()).extracting(s -> s.person().team()).containsExactly("Gabon");
        Room serving = withBea().evolve(told.event(), 0);
        assertThat(told(serving, on(new SeatEvent.RoleChanged(BEA, Role.PARTICIPANT))).event())
                .isEqualTo(on(new SeatEvent.SeatLeft(BEA)));
    }

    @Test
    void whoIsSentOutOfTheRoomLeavesItForTheOthers() {
        assertThat(
                        Visibility.inLog(
                                Audience.MEMBER,
                                on(new SeatEvent.SeatRemoved(ANA)),
                                RoomScript.peopled()))
                .contains(on(new SeatEvent.SeatLeft(ANA)));
    }
}
