package palabre.core.polls;

import java.util.List;
import java.util.Optional;
import palabre.core.SeatId;

/** What is asked about polls. */
public sealed interface PollCommand {
    /** By the chair. */
    record OpenPoll(PollTerms terms) implements PollCommand {}

    /** By the chair: from now on nobody votes, and all see the count. */
    record ClosePoll(int poll) implements PollCommand {}

    /**
     * @param forSeat whose vote it is, when that is somebody on-site without a device
     */
    record Vote(int poll, List<Integer> choices, List<String> words, Optional<SeatId> forSeat)
            implements PollCommand {
        public Vote {
            choices = List.copyOf(choices);
            words = List.copyOf(words);
        }
    }
}
