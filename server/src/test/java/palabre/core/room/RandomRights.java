package palabre.core.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.polls.PollEvent;
import palabre.core.questions.QuestionEvent;
import palabre.core.seats.SeatCommand;
import palabre.core.seats.SeatEvent;
import palabre.testing.Samples;

/**
 * What must hold of who did what, whatever was asked: told here without the deciders' own words.
 */
final class RandomRights {
    private RandomRights() {}

    static void assertRightful(Room before, SeatId who, RoomCommand what, List<RoomEvent> events) {
        if (Act.of(what) == Act.CHAIR) {
            assertThat(presidesOrMay(before, who)).as("%s presides to ask %s", who, what).isTrue();
        }
        for (RoomEvent event : events) {
            switch (event) {
                case RoomEvent.OnSeats(SeatEvent.RoleChanged e)
                        when !(Samples.word(what) instanceof SeatCommand.TakeSeat) -> {
                    assertThat(decidesAbout(before, who, e.seat())).as("%s", e).isTrue();
                    if (e.role().chairs()) {
                        assertThat(isInvitedModerator(before, who)).as("%s", e).isTrue();
                    }
                }
                case RoomEvent.OnSeats(SeatEvent.SeatRemoved e)
                        when before.seat(e.seat()).isPresent() ->
                        assertThat(decidesAbout(before, who, e.seat())).as("%s", e).isTrue();
                case RoomEvent.OnPolls(PollEvent.PollOpened _) ->
                        assertThat(presidesOrMay(before, who)).isTrue();
                case RoomEvent.OnQuestions(QuestionEvent.QuestionPublished _) ->
                        assertThat(presidesOrMay(before, who)).isTrue();
                default -> {}
            }
        }
    }

    private static boolean presidesOrMay(Room room, SeatId who) {
        Optional<Role> mine = room.role(who).filter(Role::chairs);
        Optional<SeatId> chair = room.floor().chairing().presiding();
        Optional<Role> theirs = chair.flatMap(room::role).filter(Role::chairs);
        boolean both = mine.equals(Optional.of(Role.MODERATOR)) && theirs.equals(mine);
        return mine.isPresent() && (theirs.isEmpty() || chair.equals(Optional.of(who)) || both);
    }

    private static boolean decidesAbout(Room room, SeatId who, SeatId whom) {
        boolean moderator = room.role(whom).equals(Optional.of(Role.MODERATOR));
        boolean may = room.role(who).equals(Optional.of(Role.MODERATOR));
        return !moderator
                || (may && (!isInvitedModerator(room, whom) || isInvitedModerator(room, who)));
    }

    private static boolean isInvitedModerator(Room room, SeatId who) {
        return room.seat(who)
                .filter(s -> s.person().role() == Role.MODERATOR)
                .filter(s -> s.invitedAs() == Role.MODERATOR)
                .isPresent();
    }
}
