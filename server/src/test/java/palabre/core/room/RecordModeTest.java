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
import palabre.core.lobby.LobbyEvent;
import palabre.core.publicview.PublicViewEvent;
import palabre.core.recording.RecordingCommand;
import palabre.core.recording.RecordingEvent;
import palabre.core.seats.Person;
import palabre.core.seats.SeatEvent;

/** A room that is on the record, and may go off it when all who are here agree. */
class RecordModeTest {
    private static final RoomCommand PROPOSE = on(new RecordingCommand.ProposeMode(false));
    private static final RoomEvent PROPOSED = on(new RecordingEvent.ModeProposed(false));
    private static final RoomCommand AGREE = on(new RecordingCommand.AgreeToMode());
    private static final RoomEvent SETTLED = on(new RecordingEvent.ModeSettled(false));

    private static RoomEvent agreed(SeatId seat) {
        return on(new RecordingEvent.ModeAgreed(seat));
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
        given().when(CHAIR, on(new RecordingCommand.ProposeMode(true))).thenNothing();
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
        RoomScript script = given(PROPOSED).when(CHAIR, on(new RecordingCommand.DropMode()));
        script.then(on(new RecordingEvent.ModeDropped()));
        script.when(CHAIR, on(new RecordingCommand.DropMode())).thenNothing();
        script.when(ANA, on(new RecordingCommand.DropMode())).thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void onceAllWhoAreHereHaveAgreedItIsSo() {
        RoomCommand settle = on(new RecordingCommand.SettleMode(Set.of(CHAIR, ANA)));
        given(PROPOSED, agreed(CHAIR)).when(SeatId.SERVER, settle).thenNothing();
        given(PROPOSED, agreed(CHAIR), agreed(ANA)).when(SeatId.SERVER, settle).then(SETTLED);
        given().when(SeatId.SERVER, settle).thenNothing();
        given(PROPOSED).when(CHAIR, settle).thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void afterAMinuteTheOthersGoOnAndWhoHasNotAgreedWaitsInTheLobby() {
        RoomCommand insist = on(new RecordingCommand.InsistOnMode());
        RoomScript script =
                given(PROPOSED, agreed(CHAIR), agreed(ANA), agreed(CAM), agreed(WATCHER));
        script.at(60_999).when(CHAIR, insist).thenRefused(Code.NOT_EVERYBODY);
        script.at(61_000).when(ANA, insist).thenRefused(Code.ROLE_MAY_NOT);
        script.when(CHAIR, insist)
                .then(
                        on(new LobbyEvent.LobbyEntered(BEN, Person.named("P3", Role.PARTICIPANT))),
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
                                on(new PublicViewEvent.PublicViewSet(true, 0)),
                                on(new SeatEvent.SeatRemoved(BEN)))
                        .room();
        RoomCommand begin = new RoomCommand.BeginPart(1, before, Set.of(CHAIR, ANA));
        RoomScript part = new RoomScript(Room.empty(CHARTER.switched(false)));
        part.when(SeatId.SERVER, begin)
                .then(
                        on(new PublicViewEvent.PublicViewSet(true, 0)),
                        on(new SeatEvent.SeatRemoved(BEN)),
                        joined(CHAIR, Role.MODERATOR),
                        joined(ANA, Role.PARTICIPANT),
                        on(new FloorEvent.ChairTaken(CHAIR, ChairCause.CAME)),
                        on(new RecordingEvent.PartBegun(1)));
        part.when(SeatId.SERVER, begin).thenNothing();
        part.when(CHAIR, begin).thenRefused(Code.ROLE_MAY_NOT);
    }
}
