package palabre.core.room;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.testing.On.on;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import palabre.core.Decision;
import palabre.core.SeatId;
import palabre.core.agenda.AgendaCommand;
import palabre.core.floor.ChairCause;
import palabre.core.floor.FloorCommand;
import palabre.core.floor.FloorEvent;
import palabre.core.polls.PollCommand;
import palabre.core.questions.QuestionCommand;
import palabre.core.recording.RecordingCommand;
import palabre.core.results.ResultsCommand;
import palabre.core.seats.SeatCommand;
import palabre.testing.Samples;
import palabre.testing.Seeds;

/**
 * What wants nothing changed is acknowledged and changes nothing: over random sequences, whatever
 * was done is asked once more at once, as by somebody who was a moment later.
 */
class TwiceTest {
    private static final int COMMANDS = 80;
    private static final String AGAIN = "does it again";

    /** Who presided is not there any more, so who acts next presides. */
    private static final String TAKES_CHAIR = "takes the chair";

    /** Of these each asks for one more, or names what is no more what it was. */
    private static final Map<Class<?>, Set<String>> OTHERWISE =
            Map.ofEntries(
                    Map.entry(AgendaCommand.AddItem.class, Set.of(AGAIN)),
                    Map.entry(AgendaCommand.ExtendItem.class, Set.of(AGAIN)),
                    Map.entry(FloorCommand.StartItem.class, Set.of(AGAIN)),
                    Map.entry(FloorCommand.ExtendTurn.class, Set.of(AGAIN)),
                    Map.entry(FloorCommand.GiveBudget.class, Set.of(AGAIN, "BUDGET_SPENT")),
                    Map.entry(FloorCommand.MoveRequest.class, Set.of(AGAIN)),
                    Map.entry(FloorCommand.SkipFloor.class, Set.of(AGAIN)),
                    Map.entry(
                            FloorCommand.NextFloor.class,
                            Set.of(AGAIN, "NOBODY_WAITING", "ABSENT", "BUDGET_SPENT")),
                    Map.entry(FloorCommand.TellRestart.class, Set.of(AGAIN)),
                    Map.entry(FloorCommand.Requeue.class, Set.of(AGAIN)),
                    Map.entry(FloorCommand.RequestFloor.class, Set.of("ALREADY_WAITING")),
                    Map.entry(FloorCommand.QueueOnSite.class, Set.of("ALREADY_WAITING")),
                    Map.entry(FloorCommand.ReleaseFloor.class, Set.of(AGAIN, "NO_REQUEST")),
                    Map.entry(
                            FloorCommand.HandOver.class,
                            Set.of(AGAIN, "NOT_GRANTED", "NOT_YOURS", "NOT_YOUR_TEAM")),
                    Map.entry(FloorCommand.GiveChair.class, Set.of("NOT_PRESIDING")),
                    Map.entry(ResultsCommand.NoteResult.class, Set.of(AGAIN, "TOO_MANY")),
                    Map.entry(ResultsCommand.RemoveResult.class, Set.of("UNKNOWN_RESULT")),
                    Map.entry(PollCommand.OpenPoll.class, Set.of(AGAIN, "TOO_MANY")),
                    Map.entry(QuestionCommand.PutQuestion.class, Set.of(AGAIN, "TOO_MANY")),
                    Map.entry(SeatCommand.LeaveSeat.class, Set.of("NOT_SEATED")),
                    Map.entry(
                            SeatCommand.ChangeRole.class,
                            Set.of(TAKES_CHAIR, "ROLE_MAY_NOT", "NOT_PRESIDING")),
                    Map.entry(SeatCommand.RemoveSeat.class, Set.of(TAKES_CHAIR, "REMOVED")),
                    Map.entry(RecordingCommand.InsistOnMode.class, Set.of("SWITCHING")));

    static List<Long> seeds() {
        return Seeds.some(200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsDoneIsNotDoneTwice(long seed) {
        Random random = new Random(seed);
        Room room =
                RoomScript.inMainRoom(
                                on(
                                        new FloorEvent.PolicyChanged(
                                                RoomScript.budgets(0, 600_000), "")))
                        .room();
        long now = 1_000;
        for (int i = 0; i < COMMANDS; i++) {
            now += random.nextInt(3_000);
            RoomCommand command = command(random, room, now);
            SeatId actor = actor(random, command);
            if (RoomDecider.decide(room, actor, command, now)
                    instanceof Decision.Accepted<RoomEvent> done) {
                for (RoomEvent event : done.events()) {
                    room = room.evolve(event, now);
                }
                if (!done.events().isEmpty()) {
                    assertNothing(room, actor, command, now, "seed " + seed);
                }
            }
        }
    }

    private static void assertNothing(
            Room room, SeatId actor, RoomCommand command, long now, String seed) {
        String second =
                switch (RoomDecider.decide(room, actor, command, now)) {
                    case Decision.Refused<RoomEvent> refused -> refused.code().name();
                    case Decision.Accepted<RoomEvent> a when a.events().isEmpty() -> "";
                    case Decision.Accepted<RoomEvent> a ->
                            a.events().equals(List.of(acted(actor))) ? TAKES_CHAIR : AGAIN;
                };
        if (!second.isEmpty()) {
            assertThat(OTHERWISE.getOrDefault(Samples.word(command).getClass(), Set.of()))
                    .as("%s: %s by %s", seed, command, actor)
                    .contains(second);
        }
    }

    private static RoomEvent acted(SeatId actor) {
        return on(new FloorEvent.ChairTaken(actor, ChairCause.ACTED));
    }

    private static RoomCommand command(Random random, Room room, long now) {
        return switch (random.nextInt(4)) {
            case 0 -> RandomMeeting.command(random, seat(random));
            case 1 -> RandomRest.command(random, room);
            default -> RandomRoomTest.command(random, room, now);
        };
    }

    /** Often the chair, whose most of it is to ask. */
    private static SeatId actor(Random random, RoomCommand command) {
        if (Act.of(command) == Act.SERVER) {
            return SeatId.SERVER;
        }
        return random.nextBoolean() ? RoomScript.CHAIR : seat(random);
    }

    private static SeatId seat(Random random) {
        return new SeatId(Integer.toString(random.nextInt(9)));
    }
}
