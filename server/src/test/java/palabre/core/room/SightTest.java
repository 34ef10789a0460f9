package palabre.core.room;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.core.room.RoomScript.ANA;
import static palabre.core.room.RoomScript.CHAIR;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import palabre.core.Role;
import palabre.core.SeatId;

/** Who sees what, where the fold of what is seen once was not what is seen. */
class SightTest {
    private static final SeatId GUEST = new SeatId("onsite-1");

    @Test
    void whoIsSentAwayFromTheLobbyIsSeenByTheChairAlone() {
        Room room = RoomScript.peopled();
        RoomEvent sentAway = new SeatEvent.SeatRemoved(GUEST);
        assertThat(Sight.of(Audience.CHAIR, sentAway, room)).contains(sentAway);
        assertThat(Sight.of(Audience.MEMBER, sentAway, room)).isEmpty();
        assertThat(Sight.of(Audience.PUBLIC, sentAway, room)).isEmpty();
    }

    @Test
    void whoHasNoDeviceIsSeenWithTheirKeeperAgainWhenTheyObserveNoMore() {
        Person person = new Person("Guy", Role.OBSERVER, "", "", "Hall");
        Room room =
                RoomScript.peopled()
                        .evolve(new SeatEvent.SeatJoined(GUEST, person, Optional.of(CHAIR)), 0);
        RoomEvent speaks = new SeatEvent.RoleChanged(GUEST, Role.PARTICIPANT);
        assertThat(Sight.of(Audience.MEMBER, speaks, room))
                .contains(
                        new SeatEvent.SeatJoined(
                                GUEST, person.as(Role.PARTICIPANT), Optional.of(CHAIR)));
    }

    @Test
    void whoIsSentOutOfTheRoomLeavesItForTheOthers() {
        assertThat(Sight.of(Audience.MEMBER, new SeatEvent.SeatRemoved(ANA), RoomScript.peopled()))
                .contains(new SeatEvent.SeatLeft(ANA));
    }
}
