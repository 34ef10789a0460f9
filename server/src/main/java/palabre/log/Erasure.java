package palabre.log;

import palabre.core.SessionId;

/**
 * That a session is to be unreadable for ever. It is in the log before anything is destroyed, so
 * that a start finishes what a fall has cut short.
 *
 * @param atMs when it was decided, in milliseconds
 * @param why by whom, or by which rule
 */
public record Erasure(SessionId session, long atMs, String why) {}
