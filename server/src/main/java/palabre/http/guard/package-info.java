/**
 * Who is let in, and what may be used up before somebody is. {@link palabre.http.guard.Doorkeeper}
 * finds the seat behind a request; the guards bound what connections, bodies and frames cost, and
 * {@link palabre.http.guard.Strangers} counts those who have shown no invitation.
 */
@NullMarked
package palabre.http.guard;

import org.jspecify.annotations.NullMarked;
