/** JSON to and from the core: commands as clients send them, events and folds as they are kept. */
@NullMarked
package palabre.codec;

import org.jspecify.annotations.NullMarked;
