/** The commands of the one jar that is the product. */
@NullMarked
package palabre.cli;

import org.jspecify.annotations.NullMarked;
