package palabre.core;

import java.util.Map;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;

/**
 * Maps of which a changed copy shares what it has in common with the one before. What may hold a
 * whole crowd is one of these: an event then costs the same, however many are there.
 */
public final class Persistent {
    private Persistent() {}

    /** The same entries in the same order; the same map when it is persistent already. */
    public static <K, V> PMap<K, V> map(Map<K, V> entries) {
        return entries instanceof PMap<K, V> p ? p : OrderedPMap.from(entries);
    }

    /** With one more entry, or another value where the key stands. */
    public static <K, V> PMap<K, V> with(Map<K, V> entries, K key, V value) {
        return map(entries).plus(key, value);
    }

    public static <K, V> PMap<K, V> without(Map<K, V> entries, K key) {
        return map(entries).minus(key);
    }
}
