package palabre.core.room;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.core.room.RoomScript.CHAIR;
import static palabre.core.room.RoomScript.DEE;
import static palabre.core.room.RoomScript.given;
import static palabre.core.room.RoomScript.grant;
import static palabre.core.room.RoomScript.joined;

import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.seats.Person;

/** What becomes of the floor when who presides goes, or is somebody else. */
class LeavingTheChairTest {
    private static final SeatEvent DEPUTY = joined(DEE, Role.DEPUTY);
    private static final FloorEvent LOST_NOW = new FloorEvent.ChairLost(2_000);

    private static FloorEvent taken(SeatId seat, ChairCause why) {
        return new FloorEvent.ChairTaken(seat, why);
    }

    @Test
    void whoPresidesMayLeaveAndWhoComesBackPresidesAgain() {
        RoomScript script = given().when(CHAIR, new SeatCommand.LeaveSeat());
        script.then(LOST_NOW, new SeatEvent.SeatLeft(CHAIR));
        Person mo = Person.named("P1", Role.MODERATOR);
        script.when(CHAIR, new SeatCommand.TakeSeat(mo))
                .then(new SeatEvent.SeatJoined(CHAIR, mo), taken(CHAIR, ChairCause.CAME));
    }

    @Test
    void whoPresidesAndBecomesAParticipantPresidesNoMore() {
        given(DEPUTY)
                .when(CHAIR, new SeatCommand.ChangeRole(CHAIR, Role.PARTICIPANT))
                .then(LOST_NOW, new SeatEvent.RoleChanged(CHAIR, Role.PARTICIPANT));
    }

    @Test
    void whoeverActsFirstWhileNobodyPresidesPresides() {
        given(DEPUTY, new FloorEvent.ChairLost(1_000), new SeatEvent.SeatLeft(CHAIR))
                .when(DEE, new FloorCommand.CloseList())
                .then(taken(DEE, ChairCause.ACTED), new FloorEvent.ListClosed());
    }

    @Test
    void whoIsRefusedDoesNotPresideByThat() {
        RoomScript script =
                given(DEPUTY, new FloorEvent.ChairLost(1_000), new SeatEvent.SeatLeft(CHAIR))
                        .when(DEE, grant(1));
        script.thenRefused(Code.UNKNOWN_REQUEST);
        assertThat(Presiding.vacant(script.room())).isTrue();
    }

    @Test
    void aModeratorWhoComesWhileSomebodyPresidesWaitsToTakeTheChair() {
        SeatId mo = new SeatId("9");
        Person moderator = Person.named("Mo", Role.MODERATOR);
        given(DEPUTY, taken(DEE, ChairCause.GIVEN))
                .when(mo, new SeatCommand.TakeSeat(moderator))
                .then(new SeatEvent.SeatJoined(mo, moderator));
    }

    @Test
    void whoDoesNotKnowThatTheRoomIsOnTheRecordIsAskedFirst() {
        Person eve = Person.named("Eve", Role.PARTICIPANT);
        given().when(new SeatId("9"), new SeatCommand.TakeSeat(eve, true, false))
                .thenRefused(Code.AGREE_FIRST);
    }

    @Test
    void aRoleThatWasGivenBeforeComesWithWhoIsMoved() {
        Person eve = Person.named("Eve", Role.SECRETARY);
        SeatId seat = new SeatId("9");
        given().when(seat, new SeatCommand.TakeSeat(eve, true, Role.PARTICIPANT, true))
                .then(
                        new SeatEvent.SeatJoined(seat, eve.as(Role.PARTICIPANT)),
                        new SeatEvent.RoleChanged(seat, Role.SECRETARY));
    }
}
