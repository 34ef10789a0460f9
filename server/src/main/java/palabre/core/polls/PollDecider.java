package palabre.core.polls;

import static palabre.core.Decision.accepted;
import static palabre.core.Decision.refused;

import java.util.Optional;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.Limit;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.seats.Around;

/** One vote for each seat that may speak, changed as often as one likes until the poll closes. */
public final class PollDecider {
    private PollDecider() {}

    public static PollEvent closed(Poll poll) {
        return new PollEvent.PollClosed(poll.id(), Tally.of(poll.terms(), poll.ballots()));
    }

    public static Decision<PollEvent> decide(
            Polls polls, Around room, SeatId actor, PollCommand command) {
        return switch (command) {
            case PollCommand.OpenPoll _ when Limit.POLLS.reached(polls.all().size()) ->
                    refused(Code.TOO_MANY);
            case PollCommand.OpenPoll c ->
                    accepted(new PollEvent.PollOpened(polls.all().size() + 1, c.terms()));
            case PollCommand.ClosePoll c ->
                    polls.poll(c.poll())
                            .map(p ->
                                    p.open()
                                            ? Decision.<PollEvent>accepted(closed(p))
                                            : Decision.<PollEvent>accepted())
                            .orElseGet(() -> refused(Code.UNKNOWN_POLL));
            case PollCommand.Vote c -> vote(polls, room, actor, c);
        };
    }

    private static Decision<PollEvent> vote(
            Polls polls, Around room, SeatId actor, PollCommand.Vote c) {
        Optional<Poll> poll = polls.poll(c.poll());
        if (poll.isEmpty()) {
            return refused(Code.UNKNOWN_POLL);
        }
        if (!poll.get().open()) {
            return refused(Code.POLL_CLOSED);
        }
        SeatId voter = c.forSeat().orElse(actor);
        if (room.seat(voter).isEmpty()) {
            return refused(Code.UNKNOWN_SEAT);
        }
        if (!voter.equals(actor) && !mayActFor(room, actor, voter)) {
            return refused(room.mayNotPreside(actor, Code.NOT_YOURS));
        }
        if (!room.person(voter).role().speaks()) {
            return refused(Code.ROLE_MAY_NOT);
        }
        if (poll.get().votedBefore(voter)) {
            return refused(Code.SEAT_VOTED);
        }
        Ballot ballot = new Ballot(c.choices(), c.words(), room.person(voter).team());
        if (!ballot.answers(poll.get().terms())) {
            return refused(Code.BAD_BALLOT);
        }
        return ballot.equals(poll.get().ballots().get(voter))
                ? accepted()
                : accepted(new PollEvent.VoteCast(c.poll(), voter, ballot));
    }

    /** A steward for those at their site, who presides for everybody without a device. */
    private static boolean mayActFor(Around room, SeatId actor, SeatId other) {
        boolean onSite = room.seat(other).filter(s -> s.keeper().isPresent()).isPresent();
        Role role = room.person(actor).role();
        boolean sameSite = room.person(actor).site().equals(room.person(other).site());
        return onSite && (room.presides(actor) || (role == Role.STEWARD && sameSite));
    }
}
