/** Verifies a data directory from outside, as {@code palabre check} does. */
@NullMarked
package palabre.check;

import org.jspecify.annotations.NullMarked;
