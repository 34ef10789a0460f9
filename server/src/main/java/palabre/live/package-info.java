/**
 * A room with people in it: its writer, who is connected, and what goes out to whom.
 *
 * <p>Everything of one {@link palabre.live.LiveRoom} happens on one context. A {@link
 * palabre.live.Channel} numbers what one audience gets, so that every frame says which stretch of
 * the log it covers; a {@link palabre.live.Hub} hands each frame, encoded once, to all of them.
 */
@NullMarked
package palabre.live;

import org.jspecify.annotations.NullMarked;
