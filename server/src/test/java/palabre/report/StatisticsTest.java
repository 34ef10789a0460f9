package palabre.report;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.testing.On.on;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import palabre.core.LinkId;
import palabre.core.RequestId;
import palabre.core.Role;
import palabre.core.RoomId;
import palabre.core.SeatId;
import palabre.core.SessionId;
import palabre.core.floor.Ask;
import palabre.core.floor.FloorEvent;
import palabre.core.policy.RequestKind;
import palabre.core.room.Access;
import palabre.core.room.Charter;
import palabre.core.room.Room;
import palabre.core.room.RoomEvent;
import palabre.core.room.RoomFacts;
import palabre.core.seats.Person;
import palabre.core.seats.SeatEvent;
import palabre.core.session.Link;
import palabre.core.session.Session;
import palabre.core.session.SessionEvent;
import palabre.live.Traffic;
import palabre.page.Page;
import palabre.text.Messages;

/** Who had the floor, in groups that are large enough to be shown. */
class StatisticsTest {
    private static final SessionId ID = new SessionId("film");
    private static final Charter PLENARY =
            new Charter(new RoomId("plenary"), ID, "Plenary", Access.OPEN, true);
    private static final Messages ENGLISH = Messages.of("en");

    private Session session = Session.empty(ID);
    private Room room = Room.empty(PLENARY);

    /** So many people of a team, with a language, each of whom speaks for ten seconds. */
    private StatisticsTest and(int people, String team, String language, boolean speaks) {
        for (int i = 0; i < people; i++) {
            int number = room.seats().size() + 1;
            Person person = new Person("P" + number, Role.PARTICIPANT, team, "", "Libreville");
            SeatId seat = new SeatId(Integer.toString(number));
            Link link =
                    Link.of(new LinkId(seat.value()), Link.Kind.PERSONAL, PLENARY.room(), person)
                            .speaking(language, "", "");
            session = session.evolve(new SessionEvent.LinkAdded(link));
            room = room.evolve(on(new SeatEvent.SeatJoined(seat, person)), 0);
            if (speaks) {
                RequestId request = new RequestId(number);
                long at = number * 60_000L;
                room =
                        room.evolve(
                                on(
                                        new FloorEvent.FloorRequested(
                                                request,
                                                seat,
                                                seat,
                                                Ask.of(RequestKind.SPEECH),
                                                Optional.empty())),
                                at);
                room = after(room, on(new FloorEvent.FloorGranted(request, 180_000)), at);
                room = after(room, on(new FloorEvent.FloorReleased(request)), at + 10_000);
            }
        }
        return this;
    }

    @SuppressWarnings("NullAway") // a template without an interceptor
    private String page() {
        List<Room> rooms = room.seats().isEmpty() ? List.of() : List.of(room);
        Report report =
                Statistics.report(
                        session, rooms, Traffic.NONE, ENGLISH, room.seats().size() * 90_000L);
        Page page = out -> JtedocumentGenerated.render(out, null, report);
        return new String(page.bytes(), StandardCharsets.UTF_8);
    }

    private String csv() {
        return Statistics.csv(Statistics.rows(session, List.of(room), 3_600_000));
    }

    private static Room after(Room room, RoomEvent event, long atMs) {
        return room.evolve(RoomFacts.stated(room, event, atMs), atMs);
    }

    @Test
    void groupsUnderFiveAreNotShownAndNotToBeWorkedOut() {
        and(7, "Gabon", "fr", true).and(6, "Mexico", "es", true).and(3, "Ghana", "en", true);
        assertThat(csv())
                .contains("Plenary,all,,16,16,160\r\n")
                .contains("Plenary,team,Gabon,7,7,70\r\n")
                .contains("Plenary,team,,9,9,90\r\n")
                .doesNotContain("Ghana", "Mexico");
        assertThat(page()).contains("Gabon").doesNotContain("Ghana");
    }

    @Test
    void smallGroupsTogetherAreOthers() {
        and(3, "Ghana", "en", true).and(3, "Kenya", "en", true);
        assertThat(csv()).contains("Plenary,team,,6,6,60\r\n").doesNotContain("Ghana", "Kenya");
        assertThat(page()).contains("others");
    }

    @Test
    void languagesAreThoseOfTheInvitations() {
        and(5, "Gabon", "fr", true).and(5, "Ghana", "en", true);
        assertThat(csv()).contains("Plenary,language,fr,5,5,50\r\n");
        assertThat(page()).contains("Languages", "<td>0:50</td>");
    }

    @Test
    void whereNobodySpokeOrCameItSaysSo() {
        assertThat(page())
                .contains("Nobody has been in a room on the record.")
                .doesNotContain("svg");
        and(5, "Gabon", "fr", false);
        assertThat(page()).contains("Nobody has had the floor.");
    }

    @Test
    void aNameThatBeginsLikeAFormulaIsText() {
        and(5, "=1+1", "fr", true);
        assertThat(csv()).contains("Plenary,team,'=1+1,5,5,50\r\n");
    }
}
