package palabre.core.room;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.core.room.RoomScript.ANA;
import static palabre.core.room.RoomScript.BEN;
import static palabre.core.room.RoomScript.CAM;
import static palabre.core.room.RoomScript.CHAIR;
import static palabre.core.room.RoomScript.WATCHER;
import static palabre.core.room.RoomScript.ask;
import static palabre.core.room.RoomScript.given;
import static palabre.core.room.RoomScript.grant;
import static palabre.core.room.RoomScript.granted;
import static palabre.core.room.RoomScript.no;
import static palabre.core.room.RoomScript.requested;
import static palabre.testing.On.on;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.floor.Ask;
import palabre.core.floor.FloorCommand;
import palabre.core.floor.FloorEvent;
import palabre.core.policy.RequestKind;
import palabre.core.seats.Person;
import palabre.core.seats.SeatCommand;
import palabre.core.seats.SeatEvent;

/** Ana and Ben stand for Gabon, Cam for Georgia. */
class HandOverTest {
    private static RoomCommand to(SeatId seat) {
        return on(new FloorCommand.HandOver(Optional.empty(), seat));
    }

    private static RoomEvent of(SeatId seat, String team) {
        return on(
                new SeatEvent.SeatJoined(
                        seat, new Person("P" + seat, Role.PARTICIPANT, team, "", "")));
    }

    private static RoomScript speaking() {
        return given(
                of(ANA, "Gabon"),
                of(BEN, "Gabon"),
                of(CAM, "Georgia"),
                requested(1, ANA),
                granted(1));
    }

    @Test
    void aTeamMateGetsTheTimeThatIsLeft() {
        RoomScript script = speaking().when(ANA, to(BEN));
        script.then(
                on(new FloorEvent.FloorReleased(no(1))),
                on(
                        new FloorEvent.FloorRequested(
                                no(2),
                                BEN,
                                ANA,
                                Ask.of(RequestKind.SPEECH),
                                Optional.of(
                                        new FloorEvent.Continued(
                                                no(1), 2_000, OptionalLong.of(179_000))))),
                on(new FloorEvent.FloorGranted(no(2), 179_000)));
        assertThat(script.speaker()).contains(BEN);
    }

    @Test
    void whoWaitedForATurnOfTheirOwnHasIt() {
        RoomScript script = speaking().when(BEN, ask()).when(ANA, to(BEN));
        assertThat(script.speaker()).contains(BEN);
        assertThat(script.line()).isEmpty();
    }

    @Test
    void anotherTeamIsForTheChairToChoose() {
        speaking().when(ANA, to(CAM)).thenRefused(Code.NOT_YOUR_TEAM);
        assertThat(speaking().when(CHAIR, to(CAM)).speaker()).contains(CAM);
    }

    @Test
    void onlyToSomebodyWhoMaySpeakAndIsThere() {
        speaking().when(ANA, to(WATCHER)).thenRefused(Code.ROLE_MAY_NOT);
        speaking().when(ANA, to(new SeatId("99"))).thenRefused(Code.UNKNOWN_SEAT);
        speaking()
                .when(SeatId.SERVER, on(new SeatCommand.ReportPresence(BEN, false, 0)))
                .when(ANA, to(BEN));
        RoomScript gone =
                speaking()
                        .when(BEN, ask())
                        .when(SeatId.SERVER, on(new SeatCommand.ReportPresence(BEN, false, 0)));
        gone.when(ANA, to(BEN)).thenRefused(Code.ABSENT);
    }

    @Test
    void aPointOfOrderIsNobodyElsesToMake() {
        RoomScript script =
                speaking().when(BEN, ask(RequestKind.POINT_OF_ORDER)).when(CHAIR, grant(2));
        script.when(BEN, to(ANA)).thenRefused(Code.OTHER_KIND);
    }
}
