/** What the public sees, and how late. */
@NullMarked
package palabre.core.publicview;

import org.jspecify.annotations.NullMarked;
