package palabre.core.floor;

import palabre.core.Texts;

/**
 * What the room is on.
 *
 * @param number counts the items that were started, from 1
 * @param budgetMs how long may be spoken on it; 0 is without limit
 * @param chargedMs how long has been spoken on it
 */
public record AgendaItem(int number, String title, long startedMs, long budgetMs, long chargedMs) {
    public AgendaItem {
        Texts.title(title);
    }

    public AgendaItem charged(long ms) {
        return new AgendaItem(number, title, startedMs, budgetMs, chargedMs + ms);
    }

    public AgendaItem given(long ms) {
        return new AgendaItem(number, title, startedMs, budgetMs + ms, chargedMs);
    }
}
