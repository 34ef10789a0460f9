package palabre.core.note;

import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.Texts;

/**
 * Who asks for something, as the room knows them at that moment: a note knows no roles itself.
 *
 * @param name what is kept beside what they write, also after they have left
 */
public record Writer(SeatId seat, String name, Role role) {
    public Writer {
        Texts.name(name);
    }

    /** Whether they lead the notes: who does the chair's acts, or is the secretary. */
    boolean leads() {
        return role.chairs() || role == Role.SECRETARY;
    }
}
