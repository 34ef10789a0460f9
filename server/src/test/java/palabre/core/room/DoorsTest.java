package palabre.core.room;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.core.room.RoomScript.ANA;
import static palabre.core.room.RoomScript.CHAIR;
import static palabre.core.room.RoomScript.ask;
import static palabre.core.room.RoomScript.given;
import static palabre.testing.On.on;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.Role;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.breakouts.BreakoutCommand;
import palabre.core.breakouts.BreakoutEvent;
import palabre.core.breakouts.WorkingGroup;
import palabre.core.lobby.LobbyCommand;
import palabre.core.lobby.LobbyEvent;
import palabre.core.publicview.PublicViewCommand;
import palabre.core.publicview.PublicViewEvent;
import palabre.core.seats.Person;
import palabre.core.seats.SeatCommand;
import palabre.core.seats.SeatEvent;

/** The lobby, the public view, and the groups of which a room is told. */
class DoorsTest {
    private static final SeatId EVE = new SeatId("9-eve");
    private static final SeatId FAY = new SeatId("9-fay");
    private static final Person HERSELF = Person.named("Eve", Role.PARTICIPANT);
    private static final RoomEvent OPENED = on(new LobbyEvent.LobbyOpened());
    private static final RoomEvent EVE_WAITS = on(new LobbyEvent.LobbyEntered(EVE, HERSELF));
    private static final RoomEvent FAY_WAITS = on(new LobbyEvent.LobbyEntered(FAY, HERSELF));
    private static final RoomEvent EVE_JOINS = on(new SeatEvent.SeatJoined(EVE, HERSELF));
    private static final RoomEvent FAY_JOINS = on(new SeatEvent.SeatJoined(FAY, HERSELF));
    private static final RoomEvent EVE_WAITS_NO_MORE = on(new LobbyEvent.LobbyLeft(EVE));
    private static final RoomEvent FAY_WAITS_NO_MORE = on(new LobbyEvent.LobbyLeft(FAY));
    private static final RoomCommand COMES = on(new SeatCommand.TakeSeat(HERSELF, false, true));

    @Test
    void whoComesWithoutAPersonalInvitationWaits() {
        RoomScript script = given(OPENED).when(EVE, COMES);
        script.then(EVE_WAITS);
        script.when(EVE, COMES).thenNothing();
        given(OPENED).when(EVE, on(new SeatCommand.TakeSeat(HERSELF))).then(EVE_JOINS);
        given().when(EVE, COMES).then(EVE_JOINS);
    }

    @Test
    void whoWaitsAsksNothing() {
        given(OPENED, EVE_WAITS).when(EVE, ask()).thenRefused(Code.NOT_SEATED);
        given(OPENED, EVE_WAITS)
                .when(EVE, on(new SeatCommand.LeaveSeat()))
                .thenRefused(Code.NOT_SEATED);
    }

    @Test
    void theLobbyOpensOnce() {
        given().when(CHAIR, on(new LobbyCommand.OpenLobby())).then(OPENED);
        given(OPENED).when(CHAIR, on(new LobbyCommand.OpenLobby())).thenNothing();
        given().when(ANA, on(new LobbyCommand.OpenLobby())).thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void whenTheLobbyClosesAllComeInAsTheyCame() {
        RoomCommand close = on(new LobbyCommand.CloseLobby());
        RoomScript script = given(OPENED, EVE_WAITS, FAY_WAITS).when(CHAIR, close);
        script.then(
                EVE_WAITS_NO_MORE,
                EVE_JOINS,
                FAY_WAITS_NO_MORE,
                FAY_JOINS,
                on(new LobbyEvent.LobbyClosed()));
        script.when(CHAIR, close).thenNothing();
        script.when(ANA, close).thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void theChairLetsOneIn() {
        RoomScript script = given(OPENED, EVE_WAITS, FAY_WAITS);
        script.when(CHAIR, on(new LobbyCommand.Admit(EVE))).then(EVE_WAITS_NO_MORE, EVE_JOINS);
        script.when(CHAIR, on(new LobbyCommand.Admit(EVE))).thenNothing();
        script.when(CHAIR, on(new LobbyCommand.Admit(new SeatId("99"))))
                .thenRefused(Code.UNKNOWN_SEAT);
        script.when(ANA, on(new LobbyCommand.Admit(FAY))).thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void theChairLetsInAllWhoWaitAndTheLobbyStays() {
        RoomScript script =
                given(OPENED, EVE_WAITS, FAY_WAITS).when(CHAIR, on(new LobbyCommand.AdmitAll()));
        script.then(EVE_WAITS_NO_MORE, EVE_JOINS, FAY_WAITS_NO_MORE, FAY_JOINS);
        script.when(CHAIR, on(new LobbyCommand.AdmitAll())).thenNothing();
        script.when(ANA, on(new LobbyCommand.AdmitAll())).thenRefused(Code.ROLE_MAY_NOT);
        assertThat(script.room().doors().lobby()).isTrue();
    }

    @Test
    void whoIsSentAwayDoesNotComeBack() {
        RoomCommand refuse = on(new LobbyCommand.RefuseEntry(EVE));
        RoomScript script = given(OPENED, EVE_WAITS).when(CHAIR, refuse);
        script.then(EVE_WAITS_NO_MORE, on(new SeatEvent.SeatRemoved(EVE)));
        script.when(CHAIR, refuse).thenNothing();
        script.when(EVE, COMES).thenRefused(Code.REMOVED);
        given().when(CHAIR, refuse).thenRefused(Code.UNKNOWN_SEAT);
        given().when(ANA, refuse).thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void whoWaitsIsTold() {
        RoomScript script = given(OPENED).when(CHAIR, on(new LobbyCommand.TellLobby("Soon.")));
        script.then(on(new LobbyEvent.LobbyTold("Soon.")));
        script.when(CHAIR, on(new LobbyCommand.TellLobby("Soon."))).thenNothing();
        script.when(CHAIR, on(new LobbyCommand.TellLobby("")))
                .then(on(new LobbyEvent.LobbyTold("")));
        script.when(ANA, on(new LobbyCommand.TellLobby("No."))).thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void thePublicSeesNothingForAWhileOrOnlyWhatIsOlder() {
        RoomCommand cut = on(new PublicViewCommand.SetPublicView(true, 0));
        RoomScript script = given().when(CHAIR, cut);
        script.then(on(new PublicViewEvent.PublicViewSet(true, 0)));
        script.when(CHAIR, cut).thenNothing();
        script.when(CHAIR, on(new PublicViewCommand.SetPublicView(false, 30_000)))
                .then(on(new PublicViewEvent.PublicViewSet(false, 30_000)));
        script.when(ANA, cut).thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void theServerTellsWhichGroupsAreAtWork() {
        List<WorkingGroup> groups =
                List.of(
                        new WorkingGroup(
                                new RoomId("g"), "Films", List.of("Ana"), Optional.of("Ana")));
        Optional<RoomId> from = Optional.of(new RoomId("plenary"));
        RoomCommand lay = on(new BreakoutCommand.LayGroups(groups, from, 60_000));
        RoomScript script = given().when(SeatId.SERVER, lay);
        script.then(on(new BreakoutEvent.GroupsLaid(groups, from, 60_000)));
        script.when(SeatId.SERVER, lay).thenNothing();
        script.when(CHAIR, lay).thenRefused(Code.ROLE_MAY_NOT);
        Optional<RoomId> other = Optional.of(new RoomId("side"));
        script.when(SeatId.SERVER, on(new BreakoutCommand.LayGroups(groups, other, 60_000)))
                .then(on(new BreakoutEvent.GroupsLaid(groups, other, 60_000)));
        script.when(
                        SeatId.SERVER,
                        on(new BreakoutCommand.LayGroups(List.of(), Optional.empty(), 0)))
                .then(on(new BreakoutEvent.GroupsLaid(List.of(), Optional.empty(), 0)));
    }
}
