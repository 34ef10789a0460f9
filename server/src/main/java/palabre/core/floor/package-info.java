/**
 * The floor: who speaks, who waits, who presides, who has had how much of it; what is asked and
 * what happens.
 */
@NullMarked
package palabre.core.floor;

import org.jspecify.annotations.NullMarked;
