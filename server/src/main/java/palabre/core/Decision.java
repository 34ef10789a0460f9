package palabre.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The answer of the core to a command. A refusal is a value; an exception would be a bug.
 *
 * @param <E> the events of the aggregate that decided
 */
public sealed interface Decision<E> {
    /** Goes ahead; {@code events} may be empty, and the command is recorded all the same. */
    record Accepted<E>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    record Refused<E>(Code code) implements Decision<E> {}

    /** The same answer in the words of whoever holds what decided. */
    default <F> Decision<F> map(Function<? super E, ? extends F> wrap) {
        return switch (this) {
            case Accepted<E>(List<E> events) -> {
                List<F> wrapped = new ArrayList<>(events.size());
                events.forEach(e -> wrapped.add(wrap.apply(e)));
                yield new Accepted<>(wrapped);
            }
            case Refused<E>(Code code) -> new Refused<>(code);
        };
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    static <E> Decision<E> accepted(E... events) {
        return new Accepted<>(List.of(events));
    }

    static <E> Decision<E> refused(Code code) {
        return new Refused<>(code);
    }
}
