package palabre.core.room;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.core.room.RoomScript.ANA;
import static palabre.core.room.RoomScript.BEN;
import static palabre.core.room.RoomScript.CAM;
import static palabre.core.room.RoomScript.CHAIR;
import static palabre.core.room.RoomScript.accepted;
import static palabre.core.room.RoomScript.ask;
import static palabre.core.room.RoomScript.given;
import static palabre.core.room.RoomScript.grant;
import static palabre.core.room.RoomScript.granted;
import static palabre.core.room.RoomScript.next;
import static palabre.core.room.RoomScript.no;
import static palabre.core.room.RoomScript.release;
import static palabre.core.room.RoomScript.requested;
import static palabre.testing.On.on;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.floor.Ask;
import palabre.core.floor.ChairCause;
import palabre.core.floor.FloorCommand;
import palabre.core.floor.FloorEvent;
import palabre.core.floor.FloorRequest;
import palabre.core.floor.PauseCause;
import palabre.core.floor.Turn;
import palabre.core.order.SpeakingOrder;
import palabre.core.order.Why;
import palabre.core.policy.RequestKind;
import palabre.core.seats.Person;
import palabre.core.seats.SeatCommand;
import palabre.core.seats.SeatEvent;

/** Clocks, broken links, kinds of requests, and people without a device. */
class TurnTest {
    private static RoomEvent question(long number, SeatId seat) {
        return on(
                new FloorEvent.FloorRequested(
                        no(number), seat, seat, Ask.of(RequestKind.QUESTION), Optional.empty()));
    }

    @Test
    void aPointOfOrderIsPossibleOnAClosedListAndStandsFirst() {
        var script =
                given(requested(1, ANA), requested(2, BEN), on(new FloorEvent.ListClosed()))
                        .when(CAM, ask(RequestKind.POINT_OF_ORDER));
        assertThat(script.line()).containsExactly(CAM, ANA, BEN);
    }

    @Test
    void whoWaitsMayStillRaiseAPointOfOrderButOnlyOne() {
        var script = given(requested(1, ANA)).when(ANA, ask(RequestKind.POINT_OF_ORDER));
        assertThat(script.line()).containsExactly(ANA, ANA);
        script.when(ANA, ask(RequestKind.POINT_OF_ORDER)).thenRefused(Code.ALREADY_WAITING);
    }

    @Test
    void aQuestionPausesTheSpeakerWhoThenGoesOn() {
        var script = given(requested(1, ANA), granted(1), question(2, BEN)).when(CHAIR, grant(2));
        assertThat(script.speaker()).contains(BEN);
        Turn waits = script.room().floor().stage().interrupted().orElseThrow();
        assertThat(waits.running()).isFalse();
        assertThat(waits.usedMs(9_000)).isEqualTo(1_000);
        script.when(BEN, release());
        assertThat(script.speaker()).contains(ANA);
        assertThat(script.room().floor().stage().holder().orElseThrow().running()).isTrue();
    }

    @Test
    void nobodyAsksAQuestionWhenNobodySpeaks() {
        given().when(ANA, ask(RequestKind.QUESTION)).thenRefused(Code.NOBODY_SPEAKING);
    }

    @Test
    void chargingStopsAtTheLastByte() {
        var script =
                given(requested(1, ANA), granted(1))
                        .when(SeatId.SERVER, on(new SeatCommand.ReportPresence(ANA, false, 1_400)));
        script.then(
                on(new SeatEvent.SeatAbsent(ANA)),
                on(new FloorEvent.TurnPaused(no(1), PauseCause.LINK, 1_400)));
        assertThat(script.room().floor().stage().holder().orElseThrow().usedMs(99_000))
                .isEqualTo(400);
        script.when(SeatId.SERVER, on(new SeatCommand.ReportPresence(ANA, true, 2_000)));
        script.then(
                on(new SeatEvent.SeatReturned(ANA)),
                on(new FloorEvent.TurnResumed(no(1), PauseCause.LINK)));
    }

    @Test
    void aSpeakerWhoDoesNotComeBackStandsAtTheHeadWithTheTimeThatWasLeft() {
        Room room =
                given(
                                requested(1, ANA),
                                requested(2, BEN),
                                granted(1),
                                on(new SeatEvent.SeatAbsent(ANA)),
                                on(new FloorEvent.TurnPaused(no(1), PauseCause.LINK, 1_000)))
                        .room();
        assertThat(Timekeeper.isDue(room, 60_999, Set.of())).isFalse();
        assertThat(Timekeeper.nextMs(room)).hasValue(61_000);
        Steps steps = new Steps(room, 61_000);
        Timekeeper.decide(steps, Set.of());
        FloorRequest again = steps.floor().line().waiting().getLast();
        assertThat(again.follows()).contains(no(1));
        assertThat(again.leftMs()).isEqualTo(OptionalLong.of(180_000));
        assertThat(SpeakingOrder.line(steps.floor(), steps.room()).getFirst()).isEqualTo(again);
        assertThat(SpeakingOrder.of(steps.floor(), steps.room()).getFirst().why())
                .isEqualTo(Why.DEFERRED);
    }

    @Test
    void whoIsCalledWhileAbsentIsDeferredAndTheNextOneSpeaks() {
        var script =
                given(requested(1, ANA), requested(2, BEN), on(new SeatEvent.SeatAbsent(ANA)))
                        .when(CHAIR, next());
        script.then(on(new FloorEvent.FloorDeferred(no(1))), granted(2));
        assertThat(script.line()).containsExactly(ANA);
    }

    @Test
    void twoModeratorsWhoPressNextAtOnceGoOnByOne() {
        given(requested(1, ANA), requested(2, BEN), granted(1))
                .when(CHAIR, on(new FloorCommand.NextFloor(OptionalLong.of(0))))
                .thenNothing();
    }

    @Test
    void nothingIsGrantedWhileEverythingIsPaused() {
        given(requested(1, ANA), on(new FloorEvent.FloorPaused()))
                .when(CHAIR, grant(1))
                .thenRefused(Code.FLOOR_PAUSED);
    }

    @Test
    void thePromisedOneFollowsWhenEverythingGoesOn() {
        given(requested(1, ANA), accepted(1), on(new FloorEvent.FloorPaused()))
                .when(CHAIR, on(new FloorCommand.ResumeFloor()))
                .then(on(new FloorEvent.FloorResumed()), granted(1));
    }

    @Test
    void aSlipOfPaperWithTwoFieldsQueuesSomebodyOnSite() {
        SeatId steward = new SeatId("8");
        Person person = new Person("Steward", Role.STEWARD, "", "", "Libreville");
        var script =
                given(on(new SeatEvent.SeatJoined(steward, person)))
                        .when(
                                steward,
                                on(
                                        new FloorCommand.QueueOnSite(
                                                "Ms Ndong",
                                                "Gabon",
                                                "",
                                                Ask.of(RequestKind.SPEECH))));
        SeatId seat = script.line().getFirst();
        assertThat(script.room().person(seat).site()).isEqualTo("Libreville");
        script.when(
                        steward,
                        on(
                                new FloorCommand.QueueOnSite(
                                        "Mr X", "Gabon", "Tbilisi", Ask.of(RequestKind.SPEECH))))
                .thenRefused(Code.WRONG_SITE);
    }

    @Test
    void nobodyForgesABeneficiary() {
        given().when(
                        ANA,
                        on(
                                new FloorCommand.RequestFloor(
                                        Ask.of(RequestKind.SPEECH), Optional.of(BEN))))
                .thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void withoutAChairTheFloorFreezesUntilADeputyIsHere() {
        SeatId deputy = new SeatId("8");
        Room room =
                given(
                                on(
                                        new SeatEvent.SeatJoined(
                                                deputy, Person.named("Dee", Role.DEPUTY))),
                                on(new FloorEvent.ChairLost(1_000)))
                        .room();
        Steps alone = new Steps(room, 61_000);
        Timekeeper.decide(alone, Set.of());
        assertThat(alone.events()).containsExactly(on(new FloorEvent.FloorFrozen()));
        Steps together = new Steps(alone.room(), 62_000);
        Timekeeper.decide(together, Set.of(deputy));
        assertThat(together.events())
                .containsExactly(on(new FloorEvent.ChairTaken(deputy, ChairCause.SUCCEEDED)));
        assertThat(
                        RoomDecider.decide(
                                together.room(), CHAIR, on(new FloorCommand.CloseList()), 63_000))
                .isEqualTo(palabre.core.Decision.refused(Code.NOT_PRESIDING));
    }
}
