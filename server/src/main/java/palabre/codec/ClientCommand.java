package palabre.codec;

import palabre.core.room.RoomCommand;

/**
 * A command as a client sent it.
 *
 * @param bodyHash of everything but the id; what makes a resend the same
 */
public record ClientCommand(String id, String bodyHash, RoomCommand command) {}
