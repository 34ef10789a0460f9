package palabre.core.note;

import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import palabre.core.SeatId;

/** Who has written, by the numbers that stand in the text; names stay when people leave. */
public record Authors(PVector<Author> all, PMap<SeatId, Integer> numbers) {
    static final Authors NONE = new Authors(TreePVector.empty(), HashTreePMap.empty());

    /**
     * Somebody who has written.
     *
     * @param name as it was when they last wrote
     */
    public record Author(SeatId seat, String name) {}

    public Optional<Author> author(SeatId seat) {
        return Optional.ofNullable(numbers.get(seat)).map(all::get);
    }

    /** Whose what has this number in the text is. */
    public Author author(int number) {
        return all.get(number);
    }

    int number(SeatId seat) {
        Integer number = numbers.get(seat);
        if (number == null) {
            throw new IllegalStateException("a change of somebody who has not been named");
        }
        return number;
    }

    Authors named(SeatId seat, String name) {
        Author author = new Author(seat, name);
        Integer number = numbers.get(seat);
        return number == null
                ? new Authors(all.plus(author), numbers.plus(seat, all.size()))
                : new Authors(all.with(number, author), numbers);
    }
}
