/**
 * The embedded log: one SQLite file, one writer thread, many appends to one commit.
 *
 * <p>Beside {@code palabre.db} lie {@code keys/}, one file a session (mode 600), and {@code lock}.
 * Payloads are sealed under their session's key, so that destroying the key erases the session.
 */
@NullMarked
package palabre.log.sqlite;

import org.jspecify.annotations.NullMarked;
