/**
 * The carriers of a room. A carrier only carries: {@link palabre.http.live.WsConnection}, {@link
 * palabre.http.live.SseConnection} and {@link palabre.http.live.PollConnection} give the same
 * commands, through {@link palabre.http.live.CommandIntake}, to the same {@link
 * palabre.live.LiveRoom} and show the same fold. The fourth is the text page.
 */
@NullMarked
package palabre.http.live;

import org.jspecify.annotations.NullMarked;
