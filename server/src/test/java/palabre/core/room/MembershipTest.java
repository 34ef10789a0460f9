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
import palabre.core.results.ResultsEvent;
import palabre.core.seats.Declared;
import palabre.core.seats.Person;

/** Names, roles, what people say of themselves, who is sent out; more stands in SeatTest. */
class MembershipTest {
    private static final SeatCommand.Rename MAYA = new SeatCommand.Rename("Maya");

    private static SeatCommand role(SeatId seat, Role role) {
        return new SeatCommand.ChangeRole(seat, role);
    }

    @Test
    void somebodyCorrectsTheirOwnName() {
        RoomScript script = given().when(ANA, MAYA);
        script.then(new SeatEvent.SeatRenamed(ANA, "Maya"));
        script.when(ANA, MAYA).thenNothing();
        script.when(new SeatId("99"), MAYA).thenRefused(Code.NOT_SEATED);
    }

    @Test
    void somebodySaysOfThemselvesWhatTheyLike() {
        Declared woman = new Declared(Declared.Gender.WOMAN, Declared.AgeBand.UNSAID);
        RoomScript script = given().when(ANA, new SeatCommand.Declare(woman));
        script.then(new SeatEvent.SeatDeclared(ANA, woman));
        script.when(ANA, new SeatCommand.Declare(woman)).thenNothing();
        script.when(new SeatId("99"), new SeatCommand.Declare(woman)).thenRefused(Code.NOT_SEATED);
    }

    @Test
    void theChairGivesARole() {
        RoomScript script = given().when(CHAIR, role(ANA, Role.SECRETARY));
        script.then(new SeatEvent.RoleChanged(ANA, Role.SECRETARY));
        script.when(CHAIR, role(ANA, Role.SECRETARY)).thenNothing();
        script.when(BEN, role(ANA, Role.OBSERVER)).thenRefused(Code.ROLE_MAY_NOT);
        script.when(CHAIR, role(new SeatId("99"), Role.OBSERVER)).thenRefused(Code.UNKNOWN_SEAT);
    }

    @Test
    void aRoleOfTheChairIsNeverPassedOnFromHandToHand() {
        RoomScript script =
                given(
                        new SeatEvent.RoleChanged(ANA, Role.MODERATOR),
                        new FloorEvent.ChairTaken(ANA, ChairCause.GIVEN));
        script.when(ANA, role(BEN, Role.DEPUTY)).thenRefused(Code.ONLY_INVITED_GIVES);
        script.when(ANA, role(CHAIR, Role.PARTICIPANT)).thenRefused(Code.NOT_OVER_MODERATOR);
        script.when(ANA, new SeatCommand.RemoveSeat(CHAIR)).thenRefused(Code.NOT_OVER_MODERATOR);
        script.when(ANA, role(BEN, Role.SECRETARY))
                .then(new SeatEvent.RoleChanged(BEN, Role.SECRETARY));
    }

    @Test
    void whoIsSentOutIsSentOutOnce() {
        SeatCommand remove = new SeatCommand.RemoveSeat(ANA);
        RoomScript script = given(requested(1, ANA)).when(CHAIR, remove);
        script.then(new FloorEvent.FloorCancelled(no(1)), new SeatEvent.SeatRemoved(ANA));
        script.when(CHAIR, remove).thenNothing();
        script.when(CHAIR, new SeatCommand.RemoveSeat(new SeatId("99")))
                .thenRefused(Code.UNKNOWN_SEAT);
        script.when(ANA, MAYA).thenRefused(Code.REMOVED);
    }

    @Test
    void somebodyWhoSitsThereWithoutADeviceIsSentOutLikeAnybody() {
        SeatId onSite = new SeatId("onsite-1");
        Person ndong = new Person("Ms Ndong", Role.PARTICIPANT, "", "", "Libreville");
        given(new SeatEvent.SeatJoined(onSite, ndong, Optional.of(CHAIR)))
                .when(CHAIR, new SeatCommand.RemoveSeat(onSite))
                .then(new SeatEvent.SeatRemoved(onSite));
    }

    @Test
    void whoHasLeftAsksNothing() {
        RoomScript script = given(new SeatEvent.SeatLeft(ANA));
        script.when(ANA, new SeatCommand.LeaveSeat()).thenRefused(Code.NOT_SEATED);
        script.when(ANA, ask()).thenRefused(Code.NOT_SEATED);
    }

    @Test
    void seatsChangeAlsoOnceTheSessionIsOver() {
        RoomScript script = given(on(new ResultsEvent.MeetingClosed()));
        script.when(ANA, MAYA).then(new SeatEvent.SeatRenamed(ANA, "Maya"));
        script.when(CHAIR, role(BEN, Role.SECRETARY))
                .then(new SeatEvent.RoleChanged(BEN, Role.SECRETARY));
        script.when(CHAIR, new SeatCommand.RemoveSeat(CAM)).then(new SeatEvent.SeatRemoved(CAM));
        script.when(ANA, new SeatCommand.LeaveSeat()).then(new SeatEvent.SeatLeft(ANA));
    }
}
