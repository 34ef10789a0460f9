package palabre.core.session;

import palabre.core.Role;
import palabre.core.RoomId;
import palabre.core.SeatId;

/**
 * Who asks, from one room, for what concerns others too.
 *
 * @param from the room in which they sit
 * @param role which they have there
 * @param presides whether they may act as chair there now
 */
public record Asker(SeatId seat, RoomId from, Role role, boolean presides) {}
