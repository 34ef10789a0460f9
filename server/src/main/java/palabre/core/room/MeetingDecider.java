package palabre.core.room;

import static palabre.core.Decision.accepted;
import static palabre.core.Decision.refused;

import java.util.Set;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.Limit;
import palabre.core.Role;
import palabre.core.SeatId;

/** Agenda, results, polls, questions, contacts. The actor may ask it. */
final class MeetingDecider {
    private MeetingDecider() {}

    static Decision<RoomEvent> decide(Room room, SeatId actor, MeetingCommand command, long atMs) {
        return switch (command) {
            case AgendaCommand c -> AgendaDecider.decide(new Steps(room, atMs), c);
            case ResultsCommand c -> ResultsDecider.decide(new Steps(room, atMs), actor, c);
            case PollCommand c -> PollDecider.decide(room, actor, c);
            case QuestionCommand c -> QuestionDecider.decide(room, actor, c);
            case ContactCommand c -> contacts(room, actor, c);
        };
    }

    /** Who is an observer is not seen by the others. */
    private static boolean canBeMet(Room room, SeatId seat) {
        return room.role(seat).filter(r -> r != Role.OBSERVER).isPresent();
    }

    private static Decision<RoomEvent> contacts(Room room, SeatId actor, ContactCommand command) {
        Contacts contacts = room.meeting().contacts();
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
}
