package palabre.core.session;

import palabre.core.Texts;

/**
 * A word of the trade, explained in plain words.
 *
 * @param language of both, as a BCP 47 tag; may be empty
 */
public record Term(String term, String language, String means) {
    public Term {
        Texts.name(term);
        Texts.name(language);
        Texts.text(means, Texts.LINE_MAX * 5);
    }
}
