package palabre.core.session;

import static palabre.core.session.SessionScript.ANA;
import static palabre.core.session.SessionScript.BY_CHAIR;
import static palabre.core.session.SessionScript.CHAIR;
import static palabre.core.session.SessionScript.PLENARY;
import static palabre.core.session.SessionScript.charter;
import static palabre.core.session.SessionScript.given;
import static palabre.core.session.SessionScript.nothing;
import static palabre.core.session.SessionScript.personal;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.Limit;
import palabre.core.Role;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.room.Charter;

/** Rules that are seldom needed: changing one of them in the code must be noticed here. */
class RareCasesTest {
    private static final Link TO_ANA = personal(ANA, PLENARY, Role.PARTICIPANT);

    private static SessionCommand prepare(List<Charter> rooms, List<Link> links) {
        return new SessionCommand.Prepare("Film", 0, Plan.NONE, rooms, links, Optional.empty());
    }

    private static List<Charter> rooms(int n) {
        return IntStream.range(0, n).mapToObj(i -> charter(new RoomId("room-" + i))).toList();
    }

    private static SessionCommand open(Asker by, int rooms, SeatId... seats) {
        Whereabouts.Group group =
                new Whereabouts.Group(new RoomId("room-0"), List.of(seats), Optional.empty());
        return new SessionCommand.OpenGroups(
                by, rooms(rooms), new Whereabouts.Breakout(PLENARY, List.of(group), 0));
    }

    @Test
    void aSessionIsMadeWithoutDoubles() {
        Charter plenary = charter(PLENARY);
        nothing().when(prepare(List.of(plenary, plenary), List.of())).thenRefused(Code.ROOM_EXISTS);
        nothing()
                .when(prepare(List.of(plenary), List.of(TO_ANA, TO_ANA)))
                .thenRefused(Code.LINK_EXISTS);
    }

    @Test
    void aSessionIsMadeWithAsManyRoomsAsThereMayBeAndNoMore() {
        int most = Limit.SESSION_ROOMS.most();
        nothing()
                .when(prepare(rooms(most), List.of()))
                .then(
                        Stream.concat(
                                        Stream.of(
                                                new SessionEvent.SessionCreated("Film"),
                                                new SessionEvent.SessionPlanned(Plan.NONE)),
                                        rooms(most).stream().map(SessionEvent.RoomAdded::new))
                                .toArray(SessionEvent[]::new));
        nothing().when(prepare(rooms(most + 1), List.of())).thenRefused(Code.TOO_MANY);
    }

    @Test
    void groupsCountAmongTheRoomsOfTheSession() {
        int most = Limit.SESSION_ROOMS.most();
        given().when(open(BY_CHAIR, most - 2, ANA)).thenRefused(Code.TOO_MANY);
        given().when(open(BY_CHAIR, most - 3, ANA))
                .then(
                        Stream.concat(
                                        rooms(most - 3).stream().map(SessionEvent.RoomAdded::new),
                                        Stream.of(
                                                new SessionEvent.GroupsOpened(
                                                        ((SessionCommand.OpenGroups)
                                                                        open(BY_CHAIR, 1, ANA))
                                                                .breakout())))
                                .toArray(SessionEvent[]::new));
    }

    @Test
    void onlyAModeratorByInvitationSendsOneIntoAGroup() {
        Asker deputy = new Asker(ANA, PLENARY, Role.DEPUTY, true);
        given().when(open(deputy, 1, CHAIR)).thenRefused(Code.NOT_OVER_MODERATOR);
        given().when(open(BY_CHAIR, 1, CHAIR))
                .then(
                        new SessionEvent.RoomAdded(charter(new RoomId("room-0"))),
                        new SessionEvent.GroupsOpened(
                                ((SessionCommand.OpenGroups) open(BY_CHAIR, 1, CHAIR)).breakout()));
    }
}
