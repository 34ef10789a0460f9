package palabre.core.room;

import static palabre.core.room.RoomScript.ANA;
import static palabre.core.room.RoomScript.BEN;
import static palabre.core.room.RoomScript.CHAIR;
import static palabre.core.room.RoomScript.DEE;
import static palabre.core.room.RoomScript.given;
import static palabre.testing.On.on;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.polls.Ballot;
import palabre.core.polls.PollCommand;
import palabre.core.polls.PollEvent;
import palabre.core.polls.PollKind;
import palabre.core.polls.PollTerms;
import palabre.core.polls.Tally;
import palabre.core.results.ResultsEvent;
import palabre.core.seats.Person;
import palabre.core.seats.SeatEvent;

class PollsTest {
    private static final PollTerms WHERE =
            new PollTerms("Where next?", PollKind.SINGLE, List.of("Accra", "Quito"), false, false);
    private static final RoomEvent OPENED = on(new PollEvent.PollOpened(1, WHERE));
    private static final RoomEvent ANA_FOR_ACCRA = cast(ANA, "", 0);
    private static final RoomCommand CLOSE = on(new PollCommand.ClosePoll(1));

    private static RoomEvent cast(SeatId seat, String team, Integer... choices) {
        return on(new PollEvent.VoteCast(1, seat, new Ballot(List.of(choices), List.of(), team)));
    }

    private static RoomCommand vote(Integer... choices) {
        return on(new PollCommand.Vote(1, List.of(choices), List.of(), Optional.empty()));
    }

    private static RoomCommand voteFor(SeatId seat) {
        return on(new PollCommand.Vote(1, List.of(0), List.of(), Optional.of(seat)));
    }

    @Test
    void theChairAsks() {
        given().when(CHAIR, on(new PollCommand.OpenPoll(WHERE))).then(OPENED);
        given(OPENED)
                .when(CHAIR, on(new PollCommand.OpenPoll(WHERE)))
                .then(on(new PollEvent.PollOpened(2, WHERE)));
        given().when(ANA, on(new PollCommand.OpenPoll(WHERE))).thenRefused(Code.ROLE_MAY_NOT);
        given(on(new ResultsEvent.MeetingClosed()))
                .when(CHAIR, on(new PollCommand.OpenPoll(WHERE)))
                .thenRefused(Code.SESSION_CLOSED);
    }

    @Test
    void aVoteTakesThePlaceOfTheOneBefore() {
        RoomScript script = given(OPENED).when(ANA, vote(0));
        script.then(ANA_FOR_ACCRA);
        script.when(ANA, vote(1)).then(cast(ANA, "", 1));
    }

    @Test
    void theSameVoteAgainChangesNothing() {
        given(OPENED, ANA_FOR_ACCRA).when(ANA, vote(0)).thenNothing();
    }

    @Test
    void whoSpeaksForATeamVotesForIt() {
        Person ben = new Person("Ben", Role.PARTICIPANT, "Gabon", "", "");
        given(on(new SeatEvent.SeatJoined(BEN, ben)), OPENED)
                .when(BEN, vote(1))
                .then(cast(BEN, "Gabon", 1));
    }

    @Test
    void nobodyVotesOnWhatIsClosedOrIsNotThere() {
        given().when(ANA, vote(0)).thenRefused(Code.UNKNOWN_POLL);
        given(OPENED).when(CHAIR, CLOSE).when(ANA, vote(0)).thenRefused(Code.POLL_CLOSED);
        given(OPENED).when(ANA, vote()).thenRefused(Code.BAD_BALLOT);
    }

    @Test
    void aStewardVotesForSomebodyAtTheirSiteWhoHasNoDevice() {
        SeatId ndong = new SeatId("onsite-1");
        Person steward = new Person("Dee", Role.STEWARD, "", "", "Libreville");
        Person onSite = new Person("Ms Ndong", Role.PARTICIPANT, "Gabon", "", "Libreville");
        RoomScript script =
                given(
                        on(new SeatEvent.SeatJoined(DEE, steward)),
                        on(new SeatEvent.SeatJoined(ndong, onSite, Optional.of(DEE))),
                        OPENED);
        script.when(DEE, voteFor(ndong)).then(cast(ndong, "Gabon", 0));
        script.when(DEE, voteFor(BEN)).thenRefused(Code.NOT_YOURS);
        script.when(DEE, vote(0)).thenRefused(Code.ROLE_MAY_NOT);
        script.when(ANA, voteFor(ndong)).thenRefused(Code.NOT_YOURS);
        script.when(CHAIR, voteFor(ndong)).thenNothing();
    }

    @Test
    void theChairCountsOnce() {
        RoomScript script = given(OPENED, ANA_FOR_ACCRA).when(CHAIR, CLOSE);
        script.then(
                on(
                        new PollEvent.PollClosed(
                                1,
                                new Tally(
                                        1,
                                        List.of(1, 0),
                                        Map.of(),
                                        Map.of(),
                                        Map.of(ANA, List.of(0))))));
        script.when(CHAIR, CLOSE).thenNothing();
        script.when(ANA, CLOSE).thenRefused(Code.ROLE_MAY_NOT);
        script.when(CHAIR, on(new PollCommand.ClosePoll(2))).thenRefused(Code.UNKNOWN_POLL);
    }
}
