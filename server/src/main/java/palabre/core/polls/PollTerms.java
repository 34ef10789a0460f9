package palabre.core.polls;

import java.util.List;
import palabre.core.Limit;
import palabre.core.Texts;

/**
 * What a poll asks, and how it is counted.
 *
 * @param options none for ratings and words
 * @param anonymous who voted what is shown to nobody
 * @param hidden what was voted is shown only once the poll is closed
 */
public record PollTerms(
        String question, PollKind kind, List<String> options, boolean anonymous, boolean hidden) {
    /** The highest rating. */
    public static final int RATING_MAX = 5;

    public static final int OPTIONS_MAX = Limit.POLL_OPTIONS.most();
    public static final int WORDS_MAX = 3;

    public PollTerms {
        Texts.title(question);
        options = List.copyOf(options);
        options.forEach(Texts::title);
    }

    /** How many figures a count has. */
    public int width() {
        return kind == PollKind.RATING ? RATING_MAX : options.size();
    }

    /** Whether the kind and its options go together. */
    public boolean coherent() {
        boolean chooses = kind != PollKind.RATING && kind != PollKind.WORDS;
        boolean enough = options.size() >= 2 && options.size() <= OPTIONS_MAX;
        return (chooses ? enough : options.isEmpty())
                && options.stream().distinct().count() == options.size();
    }
}
