package palabre.core.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static palabre.core.room.RoomScript.ANA;
import static palabre.core.room.RoomScript.BEN;
import static palabre.core.room.RoomScript.CAM;
import static palabre.core.room.RoomScript.given;
import static palabre.core.room.RoomScript.granted;
import static palabre.core.room.RoomScript.no;
import static palabre.core.room.RoomScript.requested;
import static palabre.testing.On.on;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.floor.FloorEvent;
import palabre.core.seats.Declared;
import palabre.core.seats.Person;
import palabre.core.seats.SeatEvent;

class FiguresTest {
    private static Room declaring(int people) {
        Room room = given().room();
        for (int i = 0; i < people; i++) {
            SeatId seat = new SeatId("d" + i);
            Person person = Person.named("D" + i, Role.PARTICIPANT);
            room = room.evolve(on(new SeatEvent.SeatJoined(seat, person)), 0);
            Declared said = new Declared(Declared.Gender.WOMAN, Declared.AgeBand.UNSAID);
            room = room.evolve(on(new SeatEvent.SeatDeclared(seat, said)), 0);
        }
        return room;
    }

    @Test
    void groupsThatPeopleDeclaredAreHiddenUnderFive() {
        assertThat(Figures.of(declaring(4), 0).declared()).isEmpty();
        assertThat(Figures.of(declaring(5), 0).declared())
                .containsExactly(Map.entry("woman", new Figures.Share(5, 0, 0)));
    }

    @Test
    void giniIsNoughtForEqualsAndNearsOneWhenOneSpeaksAlone() {
        assertThat(Figures.gini(List.of(60L, 60L, 60L))).isZero();
        assertThat(Figures.gini(List.of(0L, 0L, 0L, 60L))).isCloseTo(0.75, within(1e-9));
        assertThat(Figures.gini(List.of())).isZero();
    }

    @Test
    void whoSpeaksCountsWithWhatTheyHaveUsedAndWhoHasNotSpokenIsNamed() {
        Room room = given(requested(1, ANA), granted(1)).room();
        Figures figures = Figures.of(room, 11_000);
        assertThat(figures.people().getFirst().seat()).isEqualTo(ANA);
        assertThat(figures.people().getFirst().spokenMs()).isEqualTo(10_000);
        assertThat(figures.silent()).containsExactly(BEN, CAM);
        assertThat(figures.modes())
                .containsExactly(Map.entry("online", new Figures.Share(3, 1, 10_000)));
    }

    @Test
    void theLongestWaitIsOfWhoWaitsStillOrOfWhoHasWaited() {
        Room waiting = given(requested(1, ANA)).room();
        assertThat(Figures.of(waiting, 31_000).longestWaitMs()).isEqualTo(30_000);
        Room spoken =
                waiting.evolve(granted(1), 21_000)
                        .evolve(on(new FloorEvent.FloorReleased(no(1))), 22_000);
        assertThat(Figures.of(spoken, 90_000).longestWaitMs()).isEqualTo(20_000);
    }
}
