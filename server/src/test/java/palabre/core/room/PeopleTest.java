package palabre.core.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import palabre.core.Audience;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.seats.Declared;
import palabre.core.seats.Person;
import palabre.core.seats.Seat;

/** The list of people of a room. */
class PeopleTest {
    private final Map<SeatId, Seat> seats = new LinkedHashMap<>();

    private void comes(String id, String name, Role role, String team, String site) {
        SeatId seat = new SeatId(id);
        Person person = new Person(name, role, team, "", site);
        seats.put(seat, new Seat(seat, person, false, Optional.empty(), Declared.NOTHING));
    }

    private List<String> found(Audience audience, String search, int after) {
        return People.of(seats).page(audience, search, after).people().stream()
                .map(s -> s.person().name())
                .toList();
    }

    @Test
    void peopleAreFoundByNameOrTeamWhateverTheCaseAndAccents() {
        comes("1", "Ésther", Role.PARTICIPANT, "Gabon", "");
        comes("2", "ben", Role.PARTICIPANT, "Géorgie", "");
        comes("3", "Ana", Role.PARTICIPANT, "", "");
        assertThat(found(Audience.MEMBER, "", 0)).containsExactly("Ana", "ben", "Ésther");
        assertThat(found(Audience.MEMBER, " esth", 0)).containsExactly("Ésther");
        assertThat(found(Audience.MEMBER, "georgie", 0)).containsExactly("ben");
        assertThat(found(Audience.MEMBER, "nobody", 0)).isEmpty();
    }

    @Test
    void aNameAndATeamAreNotReadTogether() {
        comes("1", "Ana", Role.PARTICIPANT, "Gabon", "");
        assertThat(found(Audience.MEMBER, "anagabon", 0)).isEmpty();
    }

    @Test
    void anObserverCanBeSeenByTheChair() {
        comes("1", "Ana", Role.PARTICIPANT, "", "");
        comes("2", "Obi", Role.OBSERVER, "", "");
        assertThat(found(Audience.CHAIR, "", 0)).containsExactly("Ana", "Obi");
        assertThat(found(Audience.MEMBER, "", 0)).containsExactly("Ana");
        assertThat(found(Audience.PUBLIC, "o", 0)).isEmpty();
        assertThat(People.counts(seats.values()).people()).isEqualTo(1);
    }

    @Test
    void everybodyIsOnOnePageAndBehindTheLastThereIsNobody() {
        for (int i = 0; i < 250; i++) {
            comes("s" + i, "P" + i, Role.PARTICIPANT, "", "");
        }
        List<String> all = new java.util.ArrayList<>();
        for (int after = 0; after < 300; after += People.PAGE) {
            all.addAll(found(Audience.MEMBER, "", after));
        }
        assertThat(all).hasSize(250).doesNotHaveDuplicates();
        assertThat(found(Audience.MEMBER, "", 250)).isEmpty();
        assertThat(found(Audience.MEMBER, "", 999_999)).isEmpty();
        assertThat(People.of(seats).page(Audience.MEMBER, "p1", 0).found()).isEqualTo(111);
    }

    @Test
    void theLargestTeamsAreCounted() {
        for (int i = 0; i < 90; i++) {
            comes(
                    "s" + i,
                    "P" + i,
                    Role.PARTICIPANT,
                    "Team " + Math.min(i, 59),
                    i < 4 ? "Hall" : "");
        }
        People.Counts counts = People.counts(seats.values());
        assertThat(counts.people()).isEqualTo(90);
        assertThat(counts.teams()).hasSize(30).containsEntry("Team 59", 31);
        assertThat(counts.sites()).containsExactly(Map.entry("Hall", 4));
        assertThat(counts.modes()).containsOnly(Map.entry("online", 86), Map.entry("on-site", 4));
    }
}
