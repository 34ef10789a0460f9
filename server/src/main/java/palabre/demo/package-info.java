/** A session to try Palabre with. */
@NullMarked
package palabre.demo;

import org.jspecify.annotations.NullMarked;
