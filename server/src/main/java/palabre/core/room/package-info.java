/**
 * A room: who has a seat in it and who has the floor. Pure: no clock, no I/O, no randomness.
 *
 * <p>{@link palabre.core.room.RoomDecider} turns a command into events or a refusal; {@link
 * palabre.core.room.Room#evolve} folds an event; {@link palabre.core.room.Visibility} says who sees
 * what.
 */
@NullMarked
package palabre.core.room;

import org.jspecify.annotations.NullMarked;
