package palabre.core.room;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.testing.On.on;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import palabre.core.RequestId;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.floor.Ask;
import palabre.core.floor.FloorEvent;
import palabre.core.order.SpeakingOrder;
import palabre.core.order.Why;
import palabre.core.policy.FloorPolicy;
import palabre.core.policy.OrderRule;
import palabre.core.policy.PolicyChange;
import palabre.core.policy.RequestKind;
import palabre.core.seats.Grouping;
import palabre.core.seats.Person;
import palabre.core.seats.SeatEvent;

/** Who speaks next under each rule, and the reason that is given. */
class OrderTest {
    private Room room = Room.empty(RoomScript.CHARTER);
    private long nowMs = 1_000;

    private void happens(RoomEvent... events) {
        for (RoomEvent event : events) {
            room = RoomScript.after(room, event, nowMs);
        }
    }

    private void sits(String seat, String team) {
        happens(
                on(
                        new SeatEvent.SeatJoined(
                                new SeatId(seat),
                                new Person("P" + seat, Role.PARTICIPANT, team, "", ""))));
    }

    private void asks(long id, String seat) {
        SeatId who = new SeatId(seat);
        happens(
                on(
                        new FloorEvent.FloorRequested(
                                new RequestId(id),
                                who,
                                who,
                                Ask.of(RequestKind.SPEECH),
                                Optional.empty())));
    }

    private void speaks(long id, long ms) {
        happens(on(new FloorEvent.FloorGranted(new RequestId(id), 0)));
        nowMs += ms;
        happens(on(new FloorEvent.FloorReleased(new RequestId(id))));
    }

    private void rules(OrderRule rule) {
        happens(
                on(
                        new FloorEvent.PolicyChanged(
                                PolicyChange.NONE.ordering(rule).applied(room.floor().policy()),
                                "")));
    }

    private static FloorPolicy oneTurnEach() {
        FloorPolicy d = FloorPolicy.DEFAULT;
        return new FloorPolicy(
                d.order(),
                0,
                Optional.of(new FloorPolicy.RunLimit(Grouping.TEAM, 1)),
                d.turnMs(),
                0,
                0,
                d.warnMs(),
                d.atZero(),
                d.graceMs(),
                d.lagMs(),
                d.returnMs(),
                d.vacantMs(),
                false,
                false);
    }

    private List<String> line() {
        return SpeakingOrder.of(room.floor(), room).stream()
                .map(p -> p.request().seat().value())
                .toList();
    }

    private void threeOfTwoTeams() {
        sits("2", "Gabon");
        sits("3", "Gabon");
        sits("4", "Georgia");
    }

    @Test
    void firstTimersThenTheLeastFloorTime() {
        threeOfTwoTeams();
        asks(1, "2");
        speaks(1, 60_000);
        rules(OrderRule.BALANCED);
        asks(2, "2");
        asks(3, "3");
        asks(4, "4");
        assertThat(line()).containsExactly("4", "3", "2");
        assertThat(SpeakingOrder.of(room.floor(), room).getFirst().why()).isEqualTo(Why.FIRST_TURN);
        assertThat(SpeakingOrder.of(room.floor(), room).getLast().why()).isEqualTo(Why.BALANCE);
    }

    @Test
    void teamsTakeTurns() {
        threeOfTwoTeams();
        rules(OrderRule.ROUND_ROBIN);
        asks(1, "2");
        asks(2, "3");
        asks(3, "4");
        assertThat(line()).containsExactly("2", "4", "3");
    }

    @Test
    void noTeamSpeaksTwiceInARowWhileAnotherWaits() {
        threeOfTwoTeams();
        happens(on(new FloorEvent.PolicyChanged(oneTurnEach(), "")));
        asks(1, "2");
        asks(2, "3");
        asks(3, "4");
        assertThat(line()).containsExactly("2", "4", "3");
        assertThat(SpeakingOrder.of(room.floor(), room).getLast().why()).isEqualTo(Why.RUN_LIMIT);
    }

    @Test
    void whoHasHadTheirTurnAtTheTableStandsBehind() {
        threeOfTwoTeams();
        rules(OrderRule.TOUR);
        asks(1, "2");
        speaks(1, 1_000);
        asks(2, "2");
        asks(3, "3");
        assertThat(line()).containsExactly("3", "2");
    }

    @Test
    void whoIsMovedStandsWhereTheChairPutThem() {
        threeOfTwoTeams();
        asks(1, "2");
        asks(2, "3");
        asks(3, "4");
        happens(on(new FloorEvent.FloorMoved(new RequestId(1), Optional.of(new RequestId(2)))));
        assertThat(line()).containsExactly("3", "2", "4");
        happens(on(new FloorEvent.FloorMoved(new RequestId(3), Optional.empty())));
        assertThat(line()).containsExactly("4", "3", "2");
        happens(on(new FloorEvent.FloorCancelled(new RequestId(2))));
        assertThat(line()).containsExactly("4", "2");
    }

    @Test
    void theGiniCoefficientIsThatOfTheTextbook() {
        assertThat(Figures.gini(List.of(1L, 1L, 1L, 1L))).isZero();
        assertThat(Figures.gini(List.of(0L, 0L, 0L, 1L))).isEqualTo(0.75);
    }
}
