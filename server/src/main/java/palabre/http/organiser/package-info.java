/**
 * Where sessions are prepared, followed and ended: the pages behind an organiser's link and the
 * interface behind the same token. {@link palabre.http.organiser.Desk} says whose session is whose.
 */
@NullMarked
package palabre.http.organiser;

import org.jspecify.annotations.NullMarked;
