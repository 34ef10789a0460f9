/** What the invited get: a message in plain text, and an entry for their calendar. */
@NullMarked
package palabre.invite;

import org.jspecify.annotations.NullMarked;
