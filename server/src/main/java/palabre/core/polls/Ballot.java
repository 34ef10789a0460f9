package palabre.core.polls;

import java.util.List;
import palabre.core.Texts;

/**
 * What somebody voted.
 *
 * @param choices numbers of options from 0; the first choice first when they are ranked; for a
 *     rating the number itself less 1
 * @param words of one's own, where these are asked for
 * @param team for which it was cast
 */
public record Ballot(List<Integer> choices, List<String> words, String team) {
    public Ballot {
        choices = List.copyOf(choices);
        words = List.copyOf(words);
        words.forEach(Texts::name);
    }

    /** Whether it is an answer to what is asked. */
    public boolean answers(PollTerms terms) {
        boolean known = choices.stream().allMatch(c -> c >= 0 && c < terms.width());
        boolean once = choices.stream().distinct().count() == choices.size();
        return known
                && once
                && switch (terms.kind()) {
                    case SINGLE, RATING -> choices.size() == 1 && words.isEmpty();
                    case MULTIPLE -> words.isEmpty();
                    case RANKING -> !choices.isEmpty() && words.isEmpty();
                    case WORDS ->
                            choices.isEmpty()
                                    && !words.isEmpty()
                                    && words.size() <= PollTerms.WORDS_MAX
                                    && words.stream().noneMatch(String::isBlank);
                };
    }
}
