package palabre.core.questions;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import palabre.core.SeatId;
import palabre.core.Texts;

/**
 * A question to the chair.
 *
 * @param seat who asks; {@link #NOBODY} for those who do not see it
 * @param name of who asks, as it was then
 * @param published whether everybody has been shown it
 * @param ups who would like to hear the answer too; empty for those who see only how many
 */
public record Question(
        int id,
        SeatId seat,
        String name,
        String text,
        State state,
        boolean published,
        Set<SeatId> ups) {
    public static final int TEXT_MAX = 500;

    /** Stands for an asker who is not shown. */
    public static final SeatId NOBODY = new SeatId("nobody");

    /** Where it stands. */
    public enum State {
        /** Waits for the chair, who alone sees it. */
        PUT,
        /** Everybody sees it and may vote it up. */
        PUBLISHED,
        ANSWERED,
        DISMISSED
    }

    public Question {
        Texts.name(name);
        Texts.text(text, TEXT_MAX);
        ups = Collections.unmodifiableSet(ups);
    }

    public Question in(State now) {
        return new Question(id, seat, name, text, now, published || now == State.PUBLISHED, ups);
    }

    public Question up(SeatId by) {
        Set<SeatId> next = new LinkedHashSet<>(ups);
        next.add(by);
        return new Question(id, seat, name, text, state, published, next);
    }

    public Question withoutUps() {
        return new Question(id, seat, name, text, state, published, Set.of());
    }

    public Question anonymous() {
        return new Question(id, NOBODY, name, text, state, published, Set.of());
    }
}
