package palabre.core.contacts;

import static palabre.core.Decision.accepted;
import static palabre.core.Decision.refused;

import java.util.Set;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.Limit;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.seats.Around;

/** Everybody writes a card of their own, and says with whom they would exchange it. */
public final class ContactDecider {
    private ContactDecider() {}

    /** The actor may ask it. */
    public static Decision<ContactEvent> decide(
            Contacts contacts, Around room, SeatId actor, ContactCommand command) {
        return switch (command) {
            case ContactCommand.WriteCard c ->
                    contacts.cards().getOrDefault(actor, "").equals(c.card())
                            ? accepted()
                            : accepted(new ContactEvent.CardWritten(actor, c.card()));
            case ContactCommand.WantContact c
                    when c.with().equals(actor) || !canBeMet(room, c.with()) ->
                    refused(Code.UNKNOWN_SEAT);
            case ContactCommand.WantContact c when contacts.wants(actor, c.with()) -> accepted();
            case ContactCommand.WantContact c ->
                    Limit.CONTACTS.reached(contacts.wants().getOrDefault(actor, Set.of()).size())
                            ? refused(Code.TOO_MANY)
                            : accepted(new ContactEvent.ContactWanted(actor, c.with()));
            case ContactCommand.UnwantContact c ->
                    contacts.wants(actor, c.with())
                            ? accepted(new ContactEvent.ContactUnwanted(actor, c.with()))
                            : accepted();
        };
    }

    /** Who is an observer is not seen by the others. */
    private static boolean canBeMet(Around room, SeatId seat) {
        return room.role(seat).filter(r -> r != Role.OBSERVER).isPresent();
    }
}
