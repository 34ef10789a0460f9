/** In which order those who wait will speak, and what follows of it for an event. */
@NullMarked
package palabre.core.order;

import org.jspecify.annotations.NullMarked;
