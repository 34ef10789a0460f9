package palabre.core.polls;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The polls of a meeting, by their number from 1. */
public record Polls(Map<Integer, Poll> all) {
    public static final Polls NONE = new Polls(Map.of());

    public Polls {
        all = Collections.unmodifiableMap(all);
    }

    public Optional<Poll> poll(int id) {
        return Optional.ofNullable(all.get(id));
    }

    public Polls evolve(PollEvent event) {
        return switch (event) {
            case PollEvent.PollOpened e ->
                    put(new Poll(e.poll(), e.terms(), Map.of(), Optional.empty()));
            case PollEvent.VoteCast e ->
                    poll(e.poll()).map(p -> put(p.voted(e.seat(), e.ballot()))).orElse(this);
            case PollEvent.PollClosed e ->
                    poll(e.poll()).map(p -> put(p.closed(e.tally()))).orElse(this);
        };
    }

    private Polls put(Poll poll) {
        Map<Integer, Poll> next = new LinkedHashMap<>(all);
        next.put(poll.id(), poll);
        return new Polls(next);
    }

    /** As everybody sees them: who voted what is told by the count, if at all. */
    public Polls withoutBallots() {
        Map<Integer, Poll> next = new LinkedHashMap<>();
        all.forEach((id, poll) -> next.put(id, poll.withoutBallots()));
        return new Polls(next);
    }
}
