/** The sessions of this server: their writers, and which invitation and room belongs to which. */
@NullMarked
package palabre.sessions;

import org.jspecify.annotations.NullMarked;
