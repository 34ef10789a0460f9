package palabre.part;

import palabre.core.room.Room;

/**
 * A command to a part.
 *
 * @param main the room as it was when the command came: who asks, as what, and what holds for the
 *     part, is decided by it
 */
public record Asked<C>(Room main, C command) {}
