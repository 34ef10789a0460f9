package palabre.core.room;

import static palabre.core.room.RoomScript.ANA;
import static palabre.core.room.RoomScript.BEN;
import static palabre.core.room.RoomScript.CHAIR;
import static palabre.core.room.RoomScript.DEE;
import static palabre.core.room.RoomScript.accepted;
import static palabre.core.room.RoomScript.given;
import static palabre.core.room.RoomScript.grant;
import static palabre.core.room.RoomScript.granted;
import static palabre.core.room.RoomScript.joined;
import static palabre.core.room.RoomScript.no;
import static palabre.core.room.RoomScript.requested;
import static palabre.testing.On.on;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.floor.ChairCause;
import palabre.core.floor.Ending;
import palabre.core.floor.FloorCommand;
import palabre.core.floor.FloorEvent;
import palabre.core.floor.PauseCause;
import palabre.core.policy.FloorPolicy;
import palabre.core.policy.OvertimeRule;
import palabre.core.seats.SeatCommand;
import palabre.core.seats.SeatEvent;

/** Who presides, who follows, and what the clock does meanwhile. */
class ChairTest {
    private static final RoomEvent DEPUTY = joined(DEE, Role.DEPUTY);
    private static final SeatId MO = new SeatId("9");
    private static final RoomEvent MODERATOR = joined(MO, Role.MODERATOR);
    private static final RoomCommand TAKE = on(new FloorCommand.TakeChair());
    private static final RoomEvent LOST = on(new FloorEvent.ChairLost(1_000));

    private static RoomEvent taken(SeatId seat, ChairCause why) {
        return on(new FloorEvent.ChairTaken(seat, why));
    }

    private static RoomCommand clock(SeatId... here) {
        return on(new FloorCommand.KeepTime(Set.of(here)));
    }

    @Test
    void aModeratorTakesTheChairAtAnyTimeADeputyOnlyWhileItIsEmpty() {
        RoomScript script = given(DEPUTY, MODERATOR);
        script.when(CHAIR, TAKE).thenNothing();
        script.when(DEE, TAKE).thenRefused(Code.CHAIR_PRESENT);
        script.when(ANA, TAKE).thenRefused(Code.ROLE_MAY_NOT);
        script.when(MO, TAKE).then(taken(MO, ChairCause.TOOK));
        given(DEPUTY, LOST).when(DEE, TAKE).then(taken(DEE, ChairCause.TOOK));
    }

    @Test
    void whoPresidesGivesTheChairToAnotherModeratorOrDeputy() {
        RoomCommand give = on(new FloorCommand.GiveChair(DEE));
        RoomScript script = given(DEPUTY).when(CHAIR, give);
        script.then(taken(DEE, ChairCause.GIVEN));
        script.when(CHAIR, give).thenRefused(Code.NOT_PRESIDING);
        script.when(DEE, give).thenNothing();
        given().when(CHAIR, on(new FloorCommand.GiveChair(ANA))).thenRefused(Code.ROLE_MAY_NOT);
        given().when(CHAIR, give).thenRefused(Code.UNKNOWN_SEAT);
    }

    @Test
    void theChairIsNotGivenToWhoseLinkIsLost() {
        given(DEPUTY, requested(1, DEE), on(new SeatEvent.SeatAbsent(DEE)))
                .when(CHAIR, on(new FloorCommand.GiveChair(DEE)))
                .thenRefused(Code.ABSENT);
    }

    @Test
    void whoPresidesSaysWhoFollowsInWhichOrder() {
        RoomCommand order = on(new FloorCommand.OrderDeputies(List.of(MO, DEE)));
        RoomScript script = given(DEPUTY, MODERATOR).when(CHAIR, order);
        script.then(on(new FloorEvent.DeputiesOrdered(List.of(MO, DEE))));
        script.when(CHAIR, order).thenNothing();
        script.when(DEE, order).thenRefused(Code.NOT_PRESIDING);
        script.when(CHAIR, on(new FloorCommand.OrderDeputies(List.of(new SeatId("99")))))
                .thenRefused(Code.UNKNOWN_SEAT);
        script.when(CHAIR, on(new FloorCommand.OrderDeputies(List.of(ANA))))
                .thenRefused(Code.UNKNOWN_SEAT);
    }

    @Test
    void theFirstDeputyWhoIsHereFollowsAMinuteAfterTheChairWasLost() {
        RoomScript script =
                given(
                        DEPUTY,
                        MODERATOR,
                        on(new FloorEvent.DeputiesOrdered(List.of(MO, DEE))),
                        LOST);
        script.at(60_999).when(SeatId.SERVER, clock(DEE)).thenNothing();
        script.at(61_000).when(SeatId.SERVER, clock(DEE)).then(taken(DEE, ChairCause.SUCCEEDED));
        script.when(SeatId.SERVER, clock(DEE)).thenNothing();
        script.when(CHAIR, clock(DEE)).thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void nothingIsGrantedWhileNobodyFollows() {
        RoomScript script = given(requested(1, ANA), on(new SeatEvent.SeatAbsent(CHAIR)), LOST);
        script.at(61_000).when(SeatId.SERVER, clock()).then(on(new FloorEvent.FloorFrozen()));
        script.when(SeatId.SERVER, clock()).thenNothing();
        script.when(SeatId.SERVER, on(new SeatCommand.ReportPresence(CHAIR, true, 61_000)));
        script.when(CHAIR, grant(1)).then(granted(1));
    }

    @Test
    void aTurnEndsOfItselfWhenTheRulesSaySo() {
        FloorPolicy d = FloorPolicy.DEFAULT;
        FloorPolicy yields =
                new FloorPolicy(
                        d.order(),
                        d.tieMs(),
                        d.run(),
                        d.turnMs(),
                        d.personMs(),
                        d.teamMs(),
                        d.warnMs(),
                        OvertimeRule.YIELD,
                        d.graceMs(),
                        d.lagMs(),
                        d.returnMs(),
                        d.vacantMs(),
                        d.runsOn(),
                        d.figuresForAll());
        RoomScript script =
                given(
                        on(new FloorEvent.PolicyChanged(yields, "")),
                        requested(1, ANA),
                        requested(2, BEN),
                        granted(1),
                        accepted(2));
        script.at(180_999).when(SeatId.SERVER, clock(CHAIR)).thenNothing();
        script.at(181_000)
                .when(SeatId.SERVER, clock(CHAIR))
                .then(on(new FloorEvent.FloorRevoked(no(1), Ending.TIME_OVER, "")), granted(2));
    }

    @Test
    void afterARestartATurnStandsAsOfTheLastRecordWithAFreshGrace() {
        RoomCommand restart = on(new FloorCommand.TellRestart(1_500));
        RoomEvent paused = on(new FloorEvent.TurnPaused(no(1), PauseCause.LINK, 1_500));
        RoomScript script =
                given(requested(1, ANA), requested(2, BEN), granted(1))
                        .when(SeatId.SERVER, restart);
        script.then(on(new SeatEvent.SeatAbsent(ANA)), paused);
        script.when(SeatId.SERVER, restart)
                .then(on(new FloorEvent.TurnResumed(no(1), PauseCause.LINK)), paused);
        script.when(CHAIR, restart).thenRefused(Code.ROLE_MAY_NOT);
        given(requested(1, ANA)).when(SeatId.SERVER, restart).thenNothing();
    }

    @Test
    void whoReturnsPresidesAgain() {
        given(on(new SeatEvent.SeatAbsent(CHAIR)), LOST)
                .when(SeatId.SERVER, on(new SeatCommand.ReportPresence(CHAIR, true, 2_000)))
                .then(on(new SeatEvent.SeatReturned(CHAIR)), on(new FloorEvent.ChairBack()));
    }
}
