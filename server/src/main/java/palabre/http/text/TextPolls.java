package palabre.http.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import palabre.core.polls.Ballot;
import palabre.core.polls.Poll;
import palabre.core.polls.PollKind;
import palabre.core.polls.PollTerms;
import palabre.page.Choice;

/** Polls: to vote in, as they stand, and for the chair to open and close. */
record TextPolls(TextContext c) {
    /** Options that the chair's form has room for. */
    static final int OPTIONS_OFFERED = 6;

    List<Poll> newestFirst() {
        return new ArrayList<>(c.view.room().meeting().polls().all().values()).reversed();
    }

    /** How it is asked, how many have answered, whether it is over. */
    String state(Poll poll) {
        return c.m.text(poll.terms().anonymous() ? "poll.anonymous" : "poll.named")
                + " "
                + c.m.text("poll.votes", "n", poll.standing().votes())
                + (poll.open() ? "" : " " + c.m.text("poll.isClosed"));
    }

    List<String> options(Poll poll) {
        PollTerms terms = poll.terms();
        return terms.kind() == PollKind.RATING ? List.of("1", "2", "3", "4", "5") : terms.options();
    }

    Mine mine(Poll poll) {
        return new Mine(Optional.ofNullable(poll.ballots().get(c.request.seat())));
    }

    /** The reader's own vote. */
    record Mine(Optional<Ballot> ballot) {
        boolean chose(int option) {
            return ballot.filter(b -> b.choices().contains(option)).isPresent();
        }

        String word(int at) {
            return ballot.filter(b -> b.words().size() > at).map(b -> b.words().get(at)).orElse("");
        }

        /** From 1; empty when the option has none. */
        String place(int option) {
            return ballot.map(b -> b.choices().indexOf(option) + 1)
                    .filter(place -> place > 0)
                    .map(String::valueOf)
                    .orElse("");
        }
    }

    /** For a ranking. */
    List<Choice> places(int options) {
        return Stream.concat(
                        Stream.of(new Choice("", "–")),
                        IntStream.rangeClosed(1, options).mapToObj(p -> new Choice("" + p, "" + p)))
                .toList();
    }

    List<Choice> kinds() {
        return Stream.of(PollKind.values())
                .map(k -> new Choice(wire(k), c.m.text("poll.kind." + wire(k))))
                .toList();
    }

    static String wire(PollKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
