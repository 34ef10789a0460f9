package palabre.core.room;

import static palabre.core.room.RoomScript.ANA;
import static palabre.core.room.RoomScript.BEN;
import static palabre.core.room.RoomScript.CAM;
import static palabre.core.room.RoomScript.CHAIR;
import static palabre.core.room.RoomScript.CHARTER;
import static palabre.core.room.RoomScript.WATCHER;
import static palabre.core.room.RoomScript.ask;
import static palabre.core.room.RoomScript.given;
import static palabre.core.room.RoomScript.joined;
import static palabre.core.room.RoomScript.requested;
import static palabre.testing.On.on;

import java.util.Set;
import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.floor.ChairCause;
import palabre.core.floor.FloorEvent;
import palabre.core.seats.Person;
import palabre.core.seats.SeatEvent;

/** A room that is on the record, and may go off it when all who are here agree. */
class RecordModeTest {
    private static final DoorCommand PROPOSE = new DoorCommand.ProposeMode(false);
    private static final DoorEvent PROPOSED = new DoorEvent.ModeProposed(false);
    private static final DoorCommand AGREE = new DoorCommand.AgreeToMode();
    private static final DoorEvent SETTLED = new DoorEvent.ModeSettled(false);

    private static DoorEvent agreed(SeatId seat) {
        return new DoorEvent.ModeAgreed(seat);
    }

    @Test
    void whoProposesAgrees() {
        RoomScript script = given().when(CHAIR, PROPOSE);
        script.then(PROPOSED, agreed(CHAIR));
        script.when(CHAIR, PROPOSE).thenNothing();
        script.when(ANA, PROPOSE).thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void whatTheRoomIsAlreadyIsNotProposed() {
        given().when(CHAIR, new DoorCommand.ProposeMode(true)).thenNothing();
    }

    @Test
    void eachAgreesOnce() {
        RoomScript script = given(PROPOSED).when(ANA, AGREE);
        script.then(agreed(ANA));
        script.when(ANA, AGREE).thenNothing();
        given().when(ANA, AGREE).thenRefused(Code.NOTHING_PROPOSED);
    }

    @Test
    void aProposalIsWithdrawn() {
        RoomScript script = given(PROPOSED).when(CHAIR, new DoorCommand.DropMode());
        script.then(new DoorEvent.ModeDropped());
        script.when(CHAIR, new DoorCommand.DropMode()).thenNothing();
        script.when(ANA, new DoorCommand.DropMode()).thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void onceAllWhoAreHereHaveAgreedItIsSo() {
        DoorCommand settle = new DoorCommand.SettleMode(Set.of(CHAIR, ANA));
        given(PROPOSED, agreed(CHAIR)).when(SeatId.SERVER, settle).thenNothing();
        given(PROPOSED, agreed(CHAIR), agreed(ANA)).when(SeatId.SERVER, settle).then(SETTLED);
        given().when(SeatId.SERVER, settle).thenNothing();
        given(PROPOSED).when(CHAIR, settle).thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void afterAMinuteTheOthersGoOnAndWhoHasNotAgreedWaitsInTheLobby() {
        DoorCommand insist = new DoorCommand.InsistOnMode();
        RoomScript script =
                given(PROPOSED, agreed(CHAIR), agreed(ANA), agreed(CAM), agreed(WATCHER));
        script.at(60_999).when(CHAIR, insist).thenRefused(Code.NOT_EVERYBODY);
        script.at(61_000).when(ANA, insist).thenRefused(Code.ROLE_MAY_NOT);
        script.when(CHAIR, insist)
                .then(
                        new DoorEvent.LobbyEntered(BEN, Person.named("P3", Role.PARTICIPANT)),
                        on(new SeatEvent.SeatLeft(BEN)),
                        SETTLED);
        given().when(CHAIR, insist).thenRefused(Code.NOTHING_PROPOSED);
    }

    @Test
    void onceTheRoomGoesOnElsewhereNothingIsAskedOfThisPart() {
        given(SETTLED).when(ANA, ask()).thenRefused(Code.SWITCHING);
    }

    @Test
    void thePartThatBeginsTakesOverWhoGoesOnAndTheDoorsAndNothingElse() {
        Room before =
                given(
                                requested(1, ANA),
                                new DoorEvent.PublicViewSet(true, 0),
                                on(new SeatEvent.SeatRemoved(BEN)))
                        .room();
        DoorCommand begin = new DoorCommand.BeginPart(1, before, Set.of(CHAIR, ANA));
        RoomScript part = new RoomScript(Room.empty(CHARTER.switched(false)));
        part.when(SeatId.SERVER, begin)
                .then(
                        new DoorEvent.PublicViewSet(true, 0),
                        on(new SeatEvent.SeatRemoved(BEN)),
                        joined(CHAIR, Role.MODERATOR),
                        joined(ANA, Role.PARTICIPANT),
                        on(new FloorEvent.ChairTaken(CHAIR, ChairCause.CAME)),
                        new DoorEvent.PartBegun(1));
        part.when(SeatId.SERVER, begin).thenNothing();
        part.when(CHAIR, begin).thenRefused(Code.ROLE_MAY_NOT);
    }
}
