/** What a chair asks that concerns other rooms too. */
@NullMarked
package palabre.core.coordination;

import org.jspecify.annotations.NullMarked;
