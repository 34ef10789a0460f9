/** The words that all of Palabre's functional core shares: ids, roles, codes and decisions. */
@NullMarked
package palabre.core;

import org.jspecify.annotations.NullMarked;
