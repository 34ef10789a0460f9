package palabre.log;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What cannot be read of what is stored: sessions and rooms, each by itself. It stops none of the
 * others. Nothing is written over it; the next start looks again.
 */
public final class Damages {
    private static final Logger LOG = LoggerFactory.getLogger(Damages.class);

    private final Map<LogId, String> found = new ConcurrentHashMap<>();

    /** Whether trying again helps, once a disk has room again perhaps. */
    public static boolean passes(Throwable failure) {
        return failure instanceof LogFailure f && f.reason() == LogFailure.Reason.UNAVAILABLE;
    }

    /** Whether what was asked for is gone because somebody wanted that. */
    public static boolean erased(Throwable failure) {
        return failure instanceof LogFailure f && f.reason() == LogFailure.Reason.ERASED;
    }

    /** Says so in the log, once. */
    public void note(LogId log, Throwable failure) {
        String why =
                failure instanceof LogFailure f
                        ? f.getMessage()
                        : log + " cannot be read: " + failure;
        if (found.put(log, why) == null) {
            LOG.error("Damaged, and left alone: {}", why);
        }
    }

    /** It can be read again, or is erased. */
    public void clear(LogId log) {
        found.remove(log);
    }

    public Optional<String> of(LogId log) {
        return Optional.ofNullable(found.get(log));
    }

    public Map<LogId, String> all() {
        return Map.copyOf(found);
    }

    public int count() {
        return found.size();
    }
}
