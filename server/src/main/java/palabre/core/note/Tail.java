package palabre.core.note;

import java.util.List;
import java.util.Optional;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The last changes of a note, as many as fit: by them, what was made of a slightly older version is
 * brought up to date. What is older is read from the log first.
 *
 * @param since the version before the first of them
 * @param weight how many characters they bring
 */
public record Tail(long since, PVector<Step> steps, int weight) {
    /** So many changes are kept. */
    public static final int STEPS_MAX = 512;

    /** So many characters of changes are kept, so that large pastes do not pile up. */
    public static final int WEIGHT_MAX = 131_072;

    static final Tail EMPTY = new Tail(0, TreePVector.empty(), 0);

    Tail plus(Step step) {
        Tail next = new Tail(since, steps.plus(step), weight + step.change().brought());
        while (next.steps.size() > STEPS_MAX || next.weight > WEIGHT_MAX) {
            next = next.withoutFirst();
        }
        return next;
    }

    private Tail withoutFirst() {
        Step first = steps.getFirst();
        return new Tail(first.version(), steps.minus(0), weight - first.change().brought());
    }

    boolean reaches(long version) {
        return version >= since;
    }

    /** What has changed after a version, in order. */
    public List<Step> after(long version) {
        int from = steps.size();
        while (from > 0 && steps.get(from - 1).version() > version) {
            from--;
        }
        return steps.subList(from, steps.size());
    }

    /** The text as it was at a version; empty when it is the newest. */
    Optional<NoteText> at(long version) {
        return after(version).stream().findFirst().map(Step::before);
    }
}
