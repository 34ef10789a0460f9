package palabre.core.room;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.core.room.RoomScript.ANA;
import static palabre.core.room.RoomScript.BEN;
import static palabre.core.room.RoomScript.CAM;
import static palabre.core.room.RoomScript.CHAIR;
import static palabre.core.room.RoomScript.DEE;
import static palabre.core.room.RoomScript.ask;
import static palabre.core.room.RoomScript.given;
import static palabre.core.room.RoomScript.granted;
import static palabre.core.room.RoomScript.no;
import static palabre.core.room.RoomScript.release;
import static palabre.core.room.RoomScript.requested;
import static palabre.testing.On.on;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.RequestId;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.floor.Ask;
import palabre.core.floor.FloorCommand;
import palabre.core.floor.FloorEvent;
import palabre.core.policy.RequestKind;
import palabre.core.seats.Person;
import palabre.core.seats.SeatEvent;

/** What people and the chair do with requests that wait; more stands in FloorTest. */
class RequestsTest {
    private static final SeatId NDONG = new SeatId("onsite-1");
    private static final Person STEWARD = new Person("Dee", Role.STEWARD, "", "", "Libreville");
    private static final RoomEvent STEWARD_HERE = on(new SeatEvent.SeatJoined(DEE, STEWARD));
    private static final Ask SPEECH = Ask.of(RequestKind.SPEECH);
    private static final RoomEvent LOCKED = on(new FloorEvent.FloorLocked());
    private static final RoomEvent ENDED = on(new FloorEvent.FloorCancelled(no(1)));

    private static RoomCommand queue(String name, String site) {
        return on(new FloorCommand.QueueOnSite(name, "Gabon", site, SPEECH));
    }

    private static RoomCommand topic(Optional<RequestId> request, String topic) {
        return on(
                new FloorCommand.ChangeRequest(
                        request, Optional.of(topic), Optional.empty(), Optional.empty()));
    }

    private static RoomCommand kind(RequestKind kind) {
        return on(
                new FloorCommand.ChangeRequest(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(kind)));
    }

    private static RoomEvent requestedAs(long number, SeatId seat, SeatId by) {
        return on(new FloorEvent.FloorRequested(no(number), seat, by, SPEECH, Optional.empty()));
    }

    private static RoomEvent again(long number, long follows, SeatId seat) {
        return on(
                new FloorEvent.FloorRequested(
                        no(number),
                        seat,
                        seat,
                        SPEECH,
                        Optional.of(
                                new FloorEvent.Continued(
                                        no(follows), 1_000, OptionalLong.empty()))));
    }

    private static RoomEvent onSite(String name, SeatId keeper) {
        return on(
                new SeatEvent.SeatJoined(
                        NDONG,
                        new Person(name, Role.PARTICIPANT, "Gabon", "", "Libreville"),
                        Optional.of(keeper)));
    }

    @Test
    void aStewardQueuesSomebodyWhoIsNotKnownYet() {
        given(STEWARD_HERE)
                .when(DEE, queue("Ms Ndong", ""))
                .then(onSite("Ms Ndong", DEE), requestedAs(1, NDONG, DEE));
    }

    @Test
    void theChairQueuesSomebodyAtAnySiteThatIsNamed() {
        given().when(CHAIR, queue("Ms Ndong", "Libreville"))
                .then(onSite("Ms Ndong", CHAIR), requestedAs(1, NDONG, CHAIR));
        given().when(CHAIR, queue("Ms Ndong", "")).thenRefused(Code.NO_SITE);
    }

    @Test
    void whoIsKnownOnSiteIsQueuedInTheSeatThatTheyHave() {
        RoomScript script = given(STEWARD_HERE, onSite("Ms Ndong", DEE));
        script.when(DEE, queue("Ms Ndong", "")).then(requestedAs(1, NDONG, DEE));
        script.when(DEE, queue("Ms Ndong", "")).thenRefused(Code.ALREADY_WAITING);
    }

    @Test
    void aParticipantQueuesNobodyElse() {
        given().when(ANA, queue("Ms Ndong", "Libreville")).thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void aLockedFloorIsChangedByTheChairAlone() {
        given(LOCKED).when(ANA, ask()).thenRefused(Code.FLOOR_LOCKED);
        given(STEWARD_HERE, LOCKED).when(DEE, queue("Ms Ndong", "")).thenRefused(Code.FLOOR_LOCKED);
        given(LOCKED)
                .when(CHAIR, queue("Ms Ndong", "Libreville"))
                .then(onSite("Ms Ndong", CHAIR), requestedAs(1, NDONG, CHAIR));
        given(requested(1, ANA), LOCKED).when(ANA, release()).then(ENDED);
    }

    @Test
    void whoWaitsChangesWhatTheyAskFor() {
        Ask films = new Ask(RequestKind.SPEECH, "films", "", Optional.empty(), false);
        RoomScript script = given(requested(1, ANA)).when(ANA, topic(Optional.empty(), "films"));
        script.then(on(new FloorEvent.FloorChanged(no(1), films)));
        script.when(ANA, topic(Optional.of(no(1)), "films")).thenNothing();
        script.when(ANA, topic(Optional.empty(), ""))
                .then(on(new FloorEvent.FloorChanged(no(1), SPEECH)));
    }

    @Test
    void aSpeechBecomesAShortRemarkButNothingThatInterrupts() {
        RoomScript script = given(requested(1, ANA)).when(ANA, kind(RequestKind.INTERVENTION));
        script.then(on(new FloorEvent.FloorChanged(no(1), Ask.of(RequestKind.INTERVENTION))));
        script.when(ANA, kind(RequestKind.POINT_OF_ORDER)).thenRefused(Code.OTHER_KIND);
    }

    @Test
    void onlyOnesOwnRequestThatWaitsIsChanged() {
        given().when(ANA, topic(Optional.empty(), "x")).thenRefused(Code.NO_REQUEST);
        given().when(ANA, topic(Optional.of(no(1)), "x")).thenRefused(Code.UNKNOWN_REQUEST);
        given(requested(1, ANA), ENDED)
                .when(ANA, topic(Optional.of(no(1)), "x"))
                .thenRefused(Code.REQUEST_ENDED);
        given(requested(1, ANA), granted(1))
                .when(ANA, topic(Optional.empty(), "x"))
                .thenRefused(Code.ALREADY_GRANTED);
        given(requested(1, ANA))
                .when(BEN, topic(Optional.of(no(1)), "x"))
                .thenRefused(Code.NOT_YOURS);
    }

    @Test
    void whoLetsTheOthersGoFirstStandsLastWithARequestThatFollows() {
        RoomScript script =
                given(requested(1, ANA), requested(2, BEN))
                        .when(ANA, on(new FloorCommand.Requeue(Optional.empty())));
        script.then(ENDED, again(3, 1, ANA));
        assertThat(script.line()).containsExactly(BEN, ANA);
    }

    @Test
    void onlyOnesOwnRequestThatWaitsGoesToTheEnd() {
        RoomCommand first = on(new FloorCommand.Requeue(Optional.of(no(1))));
        given().when(ANA, on(new FloorCommand.Requeue(Optional.empty())))
                .thenRefused(Code.NO_REQUEST);
        given(requested(1, ANA), ENDED).when(ANA, first).thenRefused(Code.REQUEST_ENDED);
        given(requested(1, ANA), granted(1)).when(ANA, first).thenRefused(Code.ALREADY_GRANTED);
        given(requested(1, ANA)).when(BEN, first).thenRefused(Code.NOT_YOURS);
        given(requested(1, ANA), LOCKED).when(ANA, first).thenRefused(Code.FLOOR_LOCKED);
    }

    @Test
    void theChairRefusesARequestThatWaits() {
        RoomCommand deny = on(new FloorCommand.DenyFloor(no(1), "Later."));
        given(requested(1, ANA))
                .when(CHAIR, deny)
                .then(on(new FloorEvent.FloorDenied(no(1), "Later.")));
        given(requested(1, ANA), granted(1)).when(CHAIR, deny).thenRefused(Code.ALREADY_GRANTED);
        given(requested(1, ANA), ENDED).when(CHAIR, deny).thenNothing();
        given().when(CHAIR, deny).thenRefused(Code.UNKNOWN_REQUEST);
        given(requested(1, ANA)).when(BEN, deny).thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void theChairPutsARequestWhereItIsToStand() {
        RoomScript script = given(requested(1, ANA), requested(2, BEN), requested(3, CAM));
        script.when(CHAIR, on(new FloorCommand.MoveRequest(no(3), Optional.empty())))
                .then(on(new FloorEvent.FloorMoved(no(3), Optional.empty())));
        assertThat(script.line()).containsExactly(CAM, ANA, BEN);
        script.when(CHAIR, on(new FloorCommand.MoveRequest(no(3), Optional.of(no(1)))))
                .then(on(new FloorEvent.FloorMoved(no(3), Optional.of(no(1)))));
        assertThat(script.line()).containsExactly(ANA, CAM, BEN);
    }

    @Test
    void onlyARequestThatWaitsIsMovedAndOnlyBehindAnother() {
        RoomCommand toHead = on(new FloorCommand.MoveRequest(no(1), Optional.empty()));
        given(requested(1, ANA))
                .when(CHAIR, on(new FloorCommand.MoveRequest(no(1), Optional.of(no(1)))))
                .thenRefused(Code.BAD_FIELD);
        given(requested(1, ANA), granted(1)).when(CHAIR, toHead).thenRefused(Code.ALREADY_GRANTED);
        given(requested(1, ANA), ENDED).when(CHAIR, toHead).thenRefused(Code.REQUEST_ENDED);
        given(requested(1, ANA), requested(2, BEN), ENDED)
                .when(CHAIR, on(new FloorCommand.MoveRequest(no(2), Optional.of(no(1)))))
                .thenRefused(Code.REQUEST_ENDED);
        given(requested(1, ANA), requested(2, BEN))
                .when(BEN, on(new FloorCommand.MoveRequest(no(2), Optional.empty())))
                .thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void onlyARequestThatWaitsIsSkipped() {
        RoomCommand skip = on(new FloorCommand.SkipFloor(no(1)));
        given(requested(1, ANA), granted(1)).when(CHAIR, skip).thenRefused(Code.ALREADY_GRANTED);
        given(requested(1, ANA), ENDED).when(CHAIR, skip).thenRefused(Code.REQUEST_ENDED);
    }
}
