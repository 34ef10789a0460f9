package palabre.core.room;

import static palabre.core.room.RoomScript.ANA;
import static palabre.core.room.RoomScript.BEN;
import static palabre.core.room.RoomScript.CAM;
import static palabre.core.room.RoomScript.CHAIR;
import static palabre.core.room.RoomScript.ask;
import static palabre.core.room.RoomScript.given;
import static palabre.core.room.RoomScript.no;
import static palabre.core.room.RoomScript.requested;
import static palabre.testing.On.on;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.floor.ChairCause;
import palabre.core.floor.FloorEvent;
import palabre.core.results.ResultsEvent;
import palabre.core.seats.Declared;
import palabre.core.seats.Person;
import palabre.core.seats.SeatCommand;
import palabre.core.seats.SeatEvent;

/** Names, roles, what people say of themselves, who is sent out; more stands in SeatTest. */
class MembershipTest {
    private static final RoomCommand MAYA = on(new SeatCommand.Rename("Maya"));

    private static RoomCommand role(SeatId seat, Role role) {
        return on(new SeatCommand.ChangeRole(seat, role));
    }

    @Test
    void somebodyCorrectsTheirOwnName() {
        RoomScript script = given().when(ANA, MAYA);
        script.then(on(new SeatEvent.SeatRenamed(ANA, "Maya")));
        script.when(ANA, MAYA).thenNothing();
        script.when(new SeatId("99"), MAYA).thenRefused(Code.NOT_SEATED);
    }

    @Test
    void somebodySaysOfThemselvesWhatTheyLike() {
        Declared woman = new Declared(Declared.Gender.WOMAN, Declared.AgeBand.UNSAID);
        RoomScript script = given().when(ANA, on(new SeatCommand.Declare(woman)));
        script.then(on(new SeatEvent.SeatDeclared(ANA, woman)));
        script.when(ANA, on(new SeatCommand.Declare(woman))).thenNothing();
        script.when(new SeatId("99"), on(new SeatCommand.Declare(woman)))
                .thenRefused(Code.NOT_SEATED);
    }

    @Test
    void theChairGivesARole() {
        RoomScript script = given().when(CHAIR, role(ANA, Role.SECRETARY));
        script.then(on(new SeatEvent.RoleChanged(ANA, Role.SECRETARY)));
        script.when(CHAIR, role(ANA, Role.SECRETARY)).thenNothing();
        script.when(BEN, role(ANA, Role.OBSERVER)).thenRefused(Code.ROLE_MAY_NOT);
        script.when(CHAIR, role(new SeatId("99"), Role.OBSERVER)).thenRefused(Code.UNKNOWN_SEAT);
    }

    @Test
    void aRoleOfTheChairIsNeverPassedOnFromHandToHand() {
        RoomScript script =
                given(
                        on(new SeatEvent.RoleChanged(ANA, Role.MODERATOR)),
                        on(new FloorEvent.ChairTaken(ANA, ChairCause.GIVEN)));
        script.when(ANA, role(BEN, Role.DEPUTY)).thenRefused(Code.ONLY_INVITED_GIVES);
        script.when(ANA, role(CHAIR, Role.PARTICIPANT)).thenRefused(Code.NOT_OVER_MODERATOR);
        script.when(ANA, on(new SeatCommand.RemoveSeat(CHAIR)))
                .thenRefused(Code.NOT_OVER_MODERATOR);
        script.when(ANA, role(BEN, Role.SECRETARY))
                .then(on(new SeatEvent.RoleChanged(BEN, Role.SECRETARY)));
    }

    @Test
    void whoIsSentOutIsSentOutOnce() {
        RoomCommand remove = on(new SeatCommand.RemoveSeat(ANA));
        RoomScript script = given(requested(1, ANA)).when(CHAIR, remove);
        script.then(on(new FloorEvent.FloorCancelled(no(1))), on(new SeatEvent.SeatRemoved(ANA)));
        script.when(CHAIR, remove).thenNothing();
        script.when(CHAIR, on(new SeatCommand.RemoveSeat(new SeatId("99"))))
                .thenRefused(Code.UNKNOWN_SEAT);
        script.when(ANA, MAYA).thenRefused(Code.REMOVED);
    }

    @Test
    void somebodyWhoSitsThereWithoutADeviceIsSentOutLikeAnybody() {
        SeatId onSite = new SeatId("onsite-1");
        Person ndong = new Person("Ms Ndong", Role.PARTICIPANT, "", "", "Libreville");
        given(on(new SeatEvent.SeatJoined(onSite, ndong, Optional.of(CHAIR))))
                .when(CHAIR, on(new SeatCommand.RemoveSeat(onSite)))
                .then(on(new SeatEvent.SeatRemoved(onSite)));
    }

    @Test
    void whoHasLeftAsksNothing() {
        RoomScript script = given(on(new SeatEvent.SeatLeft(ANA)));
        script.when(ANA, on(new SeatCommand.LeaveSeat())).thenRefused(Code.NOT_SEATED);
        script.when(ANA, ask()).thenRefused(Code.NOT_SEATED);
    }

    @Test
    void seatsChangeAlsoOnceTheSessionIsOver() {
        RoomScript script = given(on(new ResultsEvent.MeetingClosed()));
        script.when(ANA, MAYA).then(on(new SeatEvent.SeatRenamed(ANA, "Maya")));
        script.when(CHAIR, role(BEN, Role.SECRETARY))
                .then(on(new SeatEvent.RoleChanged(BEN, Role.SECRETARY)));
        script.when(CHAIR, on(new SeatCommand.RemoveSeat(CAM)))
                .then(on(new SeatEvent.SeatRemoved(CAM)));
        script.when(ANA, on(new SeatCommand.LeaveSeat())).then(on(new SeatEvent.SeatLeft(ANA)));
    }
}
