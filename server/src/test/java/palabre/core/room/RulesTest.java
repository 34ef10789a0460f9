package palabre.core.room;

import static palabre.core.room.RoomScript.ANA;
import static palabre.core.room.RoomScript.CHAIR;
import static palabre.core.room.RoomScript.ask;
import static palabre.core.room.RoomScript.given;
import static palabre.core.room.RoomScript.next;
import static palabre.core.room.RoomScript.requested;
import static palabre.testing.On.on;

import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.SeatId;
import palabre.core.entry.RulesCommand;
import palabre.core.entry.RulesEvent;
import palabre.core.seats.SeatCommand;
import palabre.core.seats.SeatEvent;

/** The ground rules, by their version. */
class RulesTest {
    private static final RoomEvent LAID = on(new RulesEvent.RulesLaid(2));
    private static final RoomCommand ACCEPT = on(new RulesCommand.AcceptRules(2));

    @Test
    void theServerTellsWhichRulesHold() {
        given().when(SeatId.SERVER, on(new RulesCommand.LayRules(2))).then(LAID);
        given(LAID).when(SeatId.SERVER, on(new RulesCommand.LayRules(2))).thenNothing();
        given().when(CHAIR, on(new RulesCommand.LayRules(2))).thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void eachAcceptsThemOnce() {
        RoomScript script = given(LAID).when(ANA, ACCEPT);
        script.then(on(new RulesEvent.RulesAccepted(ANA, 2)));
        script.when(ANA, ACCEPT).thenNothing();
        given(LAID).when(ANA, on(new RulesCommand.AcceptRules(1))).thenRefused(Code.RULES_FIRST);
        given(LAID).when(new SeatId("99"), ACCEPT).thenRefused(Code.NOT_SEATED);
    }

    @Test
    void untilThenNothingIsAskedButToLeave() {
        given(LAID).when(ANA, ask()).thenRefused(Code.RULES_FIRST);
        given(LAID).when(CHAIR, next()).thenRefused(Code.RULES_FIRST);
        given(LAID)
                .when(ANA, on(new SeatCommand.LeaveSeat()))
                .then(on(new SeatEvent.SeatLeft(ANA)));
    }

    @Test
    void whenTheyChangeEverybodyAcceptsAnew() {
        RoomScript script = given(LAID).when(ANA, ACCEPT).and(on(new RulesEvent.RulesLaid(3)));
        script.when(ANA, ask()).thenRefused(Code.RULES_FIRST);
        script.when(ANA, on(new RulesCommand.AcceptRules(3)))
                .then(on(new RulesEvent.RulesAccepted(ANA, 3)));
        script.when(ANA, ask()).then(requested(1, ANA));
    }
}
