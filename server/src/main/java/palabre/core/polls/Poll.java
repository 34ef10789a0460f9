package palabre.core.polls;

import java.util.Map;
import java.util.Optional;
import palabre.core.Persistent;
import palabre.core.SeatId;

/**
 * A poll.
 *
 * @param ballots the last that each cast
 * @param counted once it is closed
 */
public record Poll(int id, PollTerms terms, Map<SeatId, Ballot> ballots, Optional<Tally> counted) {
    public Poll {
        ballots = Persistent.map(ballots);
    }

    public boolean open() {
        return counted.isEmpty();
    }

    /** How it stands; who is not to see that yet is told only how many have voted. */
    public Tally standing() {
        return counted.orElseGet(() -> Tally.of(terms, ballots));
    }

    public Poll voted(SeatId seat, Ballot ballot) {
        return new Poll(id, terms, Persistent.with(ballots, seat, ballot), counted);
    }

    /** Whether somebody voted who had the voter's place before: a place has one vote. */
    public boolean votedBefore(SeatId voter) {
        return voter.before().stream().anyMatch(ballots::containsKey);
    }

    public Poll closed(Tally tally) {
        return new Poll(id, terms, ballots, Optional.of(tally));
    }

    public Poll withoutBallots() {
        return ballots.isEmpty() ? this : new Poll(id, terms, Map.of(), counted);
    }
}
