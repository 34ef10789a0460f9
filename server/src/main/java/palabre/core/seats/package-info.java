/** Who sits where: people, their seats, and when they came and went. */
@NullMarked
package palabre.core.seats;

import org.jspecify.annotations.NullMarked;
