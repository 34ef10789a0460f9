/**
 * Load and drills against a real server in a process of its own, over loopback.
 *
 * <p>Each scenario prints its figures and then holds every client's copy against the log that the
 * server left behind: gaps, duplicates, order.
 */
@NullMarked
package palabre.load;

import org.jspecify.annotations.NullMarked;
