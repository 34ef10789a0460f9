package palabre.http.guard;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import palabre.core.Code;
import palabre.core.Limit;

/**
 * How many bodies of requests lie in memory until they have come whole and are answered. Whoever
 * sends all of a body but its last byte, on thousands of connections, must not fill it. One for the
 * whole server.
 */
public final class Bodies {
    /** The largest body of a request. */
    public static final int BODY_MAX = Limit.MESSAGE_BYTES.most();

    /** What forms and single commands take; so much can come on every connection. */
    static final long SMALL = 4 * 1024;

    /** An eighth of the memory at most is for large ones. */
    private static final int SHARE = 8;

    private static final String FILES = "files";

    private final long most;
    private final Map<String, Integer> counts = new HashMap<>();
    private int large;

    /**
     * @param memory of this process, in bytes
     */
    Bodies(long memory) {
        this.most = memory / SHARE / BODY_MAX;
    }

    /** One that was let in, until it is answered or its connection has ended. */
    record Held(String where, boolean isFile) {}

    /** Lets in a body of more than {@link #SMALL} bytes; empty when too many are there already. */
    synchronized Optional<Held> letIn(String address) {
        if (large >= most || !begins(address, Limit.LARGE_BODIES.most())) {
            return Optional.empty();
        }
        large++;
        return Optional.of(new Held(address, false));
    }

    /** Lets in the file of an import; empty when {@link Code#IMPORTS_WAITING}. */
    synchronized Optional<Held> letFileIn() {
        return begins(FILES, Limit.FILES_AT_ONCE.most())
                ? Optional.of(new Held(FILES, true))
                : Optional.empty();
    }

    synchronized void release(Held held) {
        large -= held.isFile() ? 0 : 1;
        counts.computeIfPresent(held.where(), (_, n) -> n == 1 ? null : n - 1);
    }

    private boolean begins(String where, int max) {
        int before = counts.getOrDefault(where, 0);
        if (before < max) {
            counts.put(where, before + 1);
        }
        return before < max;
    }
}
