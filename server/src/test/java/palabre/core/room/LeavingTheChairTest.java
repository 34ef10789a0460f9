package palabre.core.room;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.core.room.RoomScript.CHAIR;
import static palabre.core.room.RoomScript.DEE;
import static palabre.core.room.RoomScript.given;
import static palabre.core.room.RoomScript.grant;
import static palabre.core.room.RoomScript.joined;
import static palabre.testing.On.on;

import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.floor.ChairCause;
import palabre.core.floor.FloorCommand;
import palabre.core.floor.FloorEvent;
import palabre.core.seats.Person;
import palabre.core.seats.SeatCommand;
import palabre.core.seats.SeatEvent;

/** What becomes of the floor when who presides goes, or is somebody else. */
class LeavingTheChairTest {
    private static final RoomEvent DEPUTY = joined(DEE, Role.DEPUTY);
    private static final RoomEvent LOST_NOW = on(new FloorEvent.ChairLost(2_000));

    private static RoomEvent taken(SeatId seat, ChairCause why) {
        return on(new FloorEvent.ChairTaken(seat, why));
    }

    @Test
    void whoPresidesMayLeaveAndWhoComesBackPresidesAgain() {
        RoomScript script = given().when(CHAIR, on(new SeatCommand.LeaveSeat()));
        script.then(LOST_NOW, on(new SeatEvent.SeatLeft(CHAIR)));
        Person mo = Person.named("P1", Role.MODERATOR);
        script.when(CHAIR, on(new SeatCommand.TakeSeat(mo)))
                .then(on(new SeatEvent.SeatJoined(CHAIR, mo)), taken(CHAIR, ChairCause.CAME));
    }

    @Test
    void whoPresidesAndBecomesAParticipantPresidesNoMore() {
        given(DEPUTY)
                .when(CHAIR, on(new SeatCommand.ChangeRole(CHAIR, Role.PARTICIPANT)))
                .then(LOST_NOW, on(new SeatEvent.RoleChanged(CHAIR, Role.PARTICIPANT)));
    }

    @Test
    void whoeverActsFirstWhileNobodyPresidesPresides() {
        given(DEPUTY, on(new FloorEvent.ChairLost(1_000)), on(new SeatEvent.SeatLeft(CHAIR)))
                .when(DEE, on(new FloorCommand.CloseList()))
                .then(taken(DEE, ChairCause.ACTED), on(new FloorEvent.ListClosed()));
    }

    @Test
    void whoIsRefusedDoesNotPresideByThat() {
        RoomScript script =
                given(
                                DEPUTY,
                                on(new FloorEvent.ChairLost(1_000)),
                                on(new SeatEvent.SeatLeft(CHAIR)))
                        .when(DEE, grant(1));
        script.thenRefused(Code.UNKNOWN_REQUEST);
        assertThat(Presiding.vacant(script.room())).isTrue();
    }

    @Test
    void aModeratorWhoComesWhileSomebodyPresidesWaitsToTakeTheChair() {
        SeatId mo = new SeatId("9");
        Person moderator = Person.named("Mo", Role.MODERATOR);
        given(DEPUTY, taken(DEE, ChairCause.GIVEN))
                .when(mo, on(new SeatCommand.TakeSeat(moderator)))
                .then(on(new SeatEvent.SeatJoined(mo, moderator)));
    }

    @Test
    void whoDoesNotKnowThatTheRoomIsOnTheRecordIsAskedFirst() {
        Person eve = Person.named("Eve", Role.PARTICIPANT);
        given().when(new SeatId("9"), on(new SeatCommand.TakeSeat(eve, true, false)))
                .thenRefused(Code.AGREE_FIRST);
    }

    @Test
    void aRoleThatWasGivenBeforeComesWithWhoIsMoved() {
        Person eve = Person.named("Eve", Role.SECRETARY);
        SeatId seat = new SeatId("9");
        given().when(seat, on(new SeatCommand.TakeSeat(eve, true, Role.PARTICIPANT, true)))
                .then(
                        on(new SeatEvent.SeatJoined(seat, eve.as(Role.PARTICIPANT))),
                        on(new SeatEvent.RoleChanged(seat, Role.SECRETARY)));
    }
}
