/** The ground rules that whoever comes in accepts. */
@NullMarked
package palabre.core.entry;

import org.jspecify.annotations.NullMarked;
