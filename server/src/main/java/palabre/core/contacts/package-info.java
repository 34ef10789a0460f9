/** Who would exchange contacts with whom: state, commands, events, who decides, who sees. */
@NullMarked
package palabre.core.contacts;

import org.jspecify.annotations.NullMarked;
