/**
 * A session: one scheduled meeting, which owns its rooms and invitations. Pure, as {@link
 * palabre.core.room} is.
 */
@NullMarked
package palabre.core.session;

import org.jspecify.annotations.NullMarked;
