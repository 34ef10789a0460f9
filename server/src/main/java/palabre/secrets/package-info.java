/** The server's one secret and what is derived from it. */
@NullMarked
package palabre.secrets;

import org.jspecify.annotations.NullMarked;
