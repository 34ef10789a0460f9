/**
 * Who may come in: tokens in links, cookies for seats, and the proof that a form is our own.
 *
 * <p>Nothing of these is stored: all are derived from the server's key, so that a link can be
 * printed again and a stolen database opens no door.
 */
@NullMarked
package palabre.access;

import org.jspecify.annotations.NullMarked;
