package palabre.codec;

import java.util.ArrayList;
import java.util.List;
import palabre.core.Code;

/** Gathers what is wrong in a file, so that all of it can be told at once. */
final class Faults {
    private final List<Fault> all = new ArrayList<>();

    /** Something that may not be readable. */
    interface Reading<T> {
        T read() throws Unreadable;
    }

    /** What was read, or what stands for it when it cannot be. */
    <T> T at(String where, T otherwise, Reading<T> reading) {
        try {
            return reading.read();
        } catch (Unreadable e) {
            add(where, e.code());
            return otherwise;
        }
    }

    void add(String where, Code code) {
        all.add(new Fault(where, code));
    }

    List<Fault> all() {
        return List.copyOf(all);
    }
}
