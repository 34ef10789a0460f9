package palabre.core.results;

import palabre.core.Texts;

/**
 * A key point, a decision or an action.
 *
 * @param who will do it; for actions
 * @param due by when, as {@code 2026-12-24}; for actions; may be empty
 * @param carried over from an earlier session
 * @param done whether an action is done
 */
public record Result(
        int id,
        ResultKind kind,
        String text,
        String who,
        String due,
        boolean carried,
        boolean done) {
    /** The longest text, in code points. */
    public static final int TEXT_MAX = 2_000;

    public Result done(boolean now) {
        return new Result(id, kind, text, who, due, carried, now);
    }

    public Result {
        Texts.text(text, TEXT_MAX);
        Texts.name(who);
        Texts.name(due);
    }
}
