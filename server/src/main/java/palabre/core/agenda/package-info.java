/** The agenda, planned against actual. */
@NullMarked
package palabre.core.agenda;

import org.jspecify.annotations.NullMarked;
