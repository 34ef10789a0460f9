package palabre.core.room;

import static palabre.core.room.RoomScript.ANA;
import static palabre.core.room.RoomScript.CHAIR;
import static palabre.core.room.RoomScript.DEE;
import static palabre.core.room.RoomScript.WATCHER;
import static palabre.core.room.RoomScript.ask;
import static palabre.core.room.RoomScript.given;
import static palabre.core.room.RoomScript.granted;
import static palabre.core.room.RoomScript.no;
import static palabre.core.room.RoomScript.release;
import static palabre.testing.On.on;

import java.util.Optional;
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

/** Asking to speak for somebody else. Dee is a steward in Libreville, where Ms Ndong sits. */
class OnBehalfTest {
    private static final SeatId NDONG = new SeatId("onsite-1");
    private static final SeatId ELSEWHERE = new SeatId("onsite-2");
    private static final Ask SPEECH = Ask.of(RequestKind.SPEECH);

    private static RoomEvent onSite(SeatId seat, String site) {
        return on(
                new SeatEvent.SeatJoined(
                        seat,
                        new Person("P" + seat, Role.PARTICIPANT, "", "", site),
                        Optional.of(DEE)));
    }

    private static RoomScript atLibreville(RoomEvent... events) {
        return given(
                        on(
                                new SeatEvent.SeatJoined(
                                        DEE,
                                        new Person("Dee", Role.STEWARD, "", "", "Libreville"))),
                        onSite(NDONG, "Libreville"),
                        onSite(ELSEWHERE, "Tbilisi"))
                .and(events);
    }

    private static RoomCommand askFor(SeatId seat) {
        return on(new FloorCommand.RequestFloor(SPEECH, Optional.of(seat)));
    }

    private static RoomEvent requestedFor(SeatId seat, SeatId by) {
        return on(new FloorEvent.FloorRequested(no(1), seat, by, SPEECH, Optional.empty()));
    }

    @Test
    void aStewardAsksForSomebodyAtTheirSiteWhoHasNoDevice() {
        RoomScript script = atLibreville().when(DEE, askFor(NDONG));
        script.then(requestedFor(NDONG, DEE));
        script.when(DEE, askFor(NDONG)).thenRefused(Code.ALREADY_WAITING);
    }

    @Test
    void aStewardAsksForNobodyElse() {
        atLibreville().when(DEE, askFor(ELSEWHERE)).thenRefused(Code.WRONG_SITE);
        atLibreville().when(DEE, askFor(ANA)).thenRefused(Code.NOT_YOURS);
        atLibreville().when(DEE, ask()).thenRefused(Code.ROLE_MAY_NOT);
        atLibreville().when(DEE, askFor(new SeatId("99"))).thenRefused(Code.UNKNOWN_SEAT);
    }

    @Test
    void theChairAsksForAnybodyWhoMaySpeak() {
        given().when(CHAIR, askFor(ANA)).then(requestedFor(ANA, CHAIR));
        given().when(CHAIR, askFor(WATCHER)).thenRefused(Code.ROLE_MAY_NOT);
        given(on(new FloorEvent.ListClosed()))
                .when(CHAIR, askFor(ANA))
                .then(requestedFor(ANA, CHAIR));
    }

    @Test
    void aStewardWithdrawsAndEndsWhatTheyAskedFor() {
        atLibreville(requestedFor(NDONG, DEE))
                .when(DEE, release(1))
                .then(on(new FloorEvent.FloorCancelled(no(1))));
        atLibreville(requestedFor(NDONG, DEE), granted(1))
                .when(DEE, release(1))
                .then(on(new FloorEvent.FloorReleased(no(1))));
        atLibreville(requestedFor(NDONG, DEE)).when(ANA, release(1)).thenRefused(Code.NOT_YOURS);
    }

    @Test
    void whoNeverHadADeviceIsNeverAway() {
        atLibreville(requestedFor(NDONG, DEE), granted(1))
                .when(SeatId.SERVER, on(new SeatCommand.ReportPresence(NDONG, false, 1_500)))
                .thenNothing();
    }
}
