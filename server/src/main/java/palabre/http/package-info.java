/**
 * HTTP: the four carriers of a room, the pages, and the organiser's interface.
 *
 * <p>A carrier only carries: {@link palabre.http.WsConnection}, {@link palabre.http.SseConnection},
 * {@link palabre.http.PollConnection} and {@link palabre.http.TextRoute} all give the same commands
 * to the same {@link palabre.live.LiveRoom} and show the same fold.
 */
@NullMarked
package palabre.http;

import org.jspecify.annotations.NullMarked;
