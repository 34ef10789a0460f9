package palabre.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.core.session.SessionScript.ANA;
import static palabre.core.session.SessionScript.BEN;
import static palabre.core.session.SessionScript.BY_CHAIR;
import static palabre.core.session.SessionScript.EVE;
import static palabre.core.session.SessionScript.NOWHERE;
import static palabre.core.session.SessionScript.PLENARY;
import static palabre.core.session.SessionScript.SIDE;
import static palabre.core.session.SessionScript.TABLE;
import static palabre.core.session.SessionScript.charter;
import static palabre.core.session.SessionScript.given;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.Role;
import palabre.core.RoomId;
import palabre.core.SeatId;

/** Groups, people who are sent from room to room, and rooms that go off the record. */
class WhereaboutsTest {
    private static final RoomId FILMS = new RoomId("plenary-1");
    private static final Whereabouts.Breakout BREAKOUT =
            new Whereabouts.Breakout(
                    PLENARY,
                    List.of(new Whereabouts.Group(FILMS, List.of(ANA), Optional.of(ANA))),
                    0);
    private static final SessionCommand OPEN =
            new SessionCommand.OpenGroups(BY_CHAIR, List.of(charter(FILMS)), BREAKOUT);
    private static final SessionEvent FILMS_ADDED = new SessionEvent.RoomAdded(charter(FILMS));
    private static final SessionEvent OPENED = new SessionEvent.GroupsOpened(BREAKOUT);
    private static final SessionEvent CLOSED = new SessionEvent.SessionClosed(1_000);

    private static SessionCommand send(SeatId seat, RoomId room) {
        return new SessionCommand.Place(BY_CHAIR, Map.of(seat, room));
    }

    private static SessionEvent sent(SeatId seat, RoomId room) {
        return new SessionEvent.SeatsPlaced(Map.of(seat, room));
    }

    @Test
    void groupsGoToRoomsOfTheirOwn() {
        SessionScript script = given().when(OPEN);
        script.then(FILMS_ADDED, OPENED);
        assertThat(script.session().whereIs(ANA)).contains(FILMS);
        script.when(OPEN).thenRefused(Code.GROUPS_RUN);
        given(CLOSED).when(OPEN).thenRefused(Code.SESSION_CLOSED);
        Asker side = new Asker(EVE, SIDE, Role.MODERATOR, true);
        given().when(new SessionCommand.OpenGroups(side, List.of(charter(FILMS)), BREAKOUT))
                .thenRefused(Code.NOT_FROM_HERE);
    }

    @Test
    void groupsAreCalledBackByTheirChairOrWhenTheirTimeIsOver() {
        SessionCommand timeOver = new SessionCommand.CallBack(PLENARY, Optional.empty());
        SessionCommand byChair = new SessionCommand.CallBack(PLENARY, Optional.of(BY_CHAIR));
        SessionEvent back = new SessionEvent.GroupsCalledBack(Optional.of(PLENARY));
        SessionScript script = given(FILMS_ADDED, OPENED).when(byChair);
        script.then(back);
        assertThat(script.session().whereIs(ANA)).contains(PLENARY);
        script.when(byChair).thenRefused(Code.NO_GROUPS);
        given(FILMS_ADDED, OPENED).when(timeOver).then(back);
        given().when(timeOver).thenRefused(Code.NO_GROUPS);
        Asker side = new Asker(EVE, SIDE, Role.MODERATOR, true);
        given(FILMS_ADDED, OPENED)
                .when(new SessionCommand.CallBack(PLENARY, Optional.of(side)))
                .thenRefused(Code.NOT_FROM_HERE);
    }

    @Test
    void theChairOfTheMainRoomSendsPeopleToATableAndBack() {
        SessionScript script = given().when(send(ANA, TABLE));
        script.then(sent(ANA, TABLE));
        script.when(send(ANA, TABLE)).thenNothing();
        script.when(send(ANA, PLENARY)).then(sent(ANA, PLENARY));
        assertThat(script.session().whereIs(ANA)).contains(PLENARY);
    }

    @Test
    void nobodyIsSentWhereTheyAreNotInvitedNorToARoomThatIsNotThere() {
        given().when(send(ANA, SIDE)).thenRefused(Code.NOT_INVITED_THERE);
        given().when(send(ANA, NOWHERE)).thenRefused(Code.UNKNOWN_ROOM);
        given().when(send(EVE, TABLE)).thenRefused(Code.UNKNOWN_SEAT);
        given().when(send(new SeatId("99"), TABLE)).thenRefused(Code.UNKNOWN_SEAT);
        Asker ana = new Asker(ANA, PLENARY, Role.PARTICIPANT, false);
        given().when(new SessionCommand.Place(ana, Map.of(BEN, TABLE)))
                .thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void theRoomsHaveFollowedOnlyWhenNobodyWasSentSince() {
        SessionScript script = given(sent(ANA, TABLE));
        Whereabouts then = script.session().whereabouts();
        script.and(sent(BEN, TABLE)).when(new SessionCommand.NoteFollowed(then)).thenNothing();
        Whereabouts now = script.session().whereabouts();
        script.when(new SessionCommand.NoteFollowed(now)).then(new SessionEvent.RoomsFollowed());
        script.when(new SessionCommand.NoteFollowed(now)).thenNothing();
    }

    @Test
    void aRoomGoesOffTheRecordAndBack() {
        SessionCommand off = new SessionCommand.SwitchMode(PLENARY, false);
        SessionScript script = given().when(off);
        script.then(new SessionEvent.ModeSwitched(PLENARY, false));
        script.when(off).thenNothing();
        script.when(new SessionCommand.SwitchMode(PLENARY, true))
                .then(new SessionEvent.ModeSwitched(PLENARY, true));
        script.when(new SessionCommand.SwitchMode(NOWHERE, true)).thenNothing();
    }
}
