/** Groups of people at work in rooms of their own. */
@NullMarked
package palabre.core.breakouts;

import org.jspecify.annotations.NullMarked;
