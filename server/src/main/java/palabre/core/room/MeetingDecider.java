package palabre.core.room;

import static palabre.core.Decision.accepted;
import static palabre.core.Decision.refused;

import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.Role;
import palabre.core.SeatId;

/** Agenda, results, polls, questions, contacts. The actor has a seat, or is the server. */
final class MeetingDecider {
    private MeetingDecider() {}

    static Decision<RoomEvent> decide(Room room, SeatId actor, MeetingCommand command, long atMs) {
        boolean server = actor.equals(SeatId.SERVER);
        return switch (command) {
            case AgendaCommand.LayAgenda c ->
                    server ? AgendaDecider.decide(new Steps(room, atMs), c) : mayNot();
            case AgendaCommand c ->
                    room.role(actor).filter(Role::chairs).isPresent()
                            ? AgendaDecider.decide(new Steps(room, atMs), c)
                            : mayNot();
            case ResultsCommand c -> {
                boolean byServer =
                        c instanceof ResultsCommand.CarryOver
                                || c instanceof ResultsCommand.EndMeeting;
                boolean may = byServer ? server : ResultsDecider.mayWrite(room, actor);
                yield may ? ResultsDecider.decide(new Steps(room, atMs), actor, c) : mayNot();
            }
            case PollCommand c -> PollDecider.decide(room, actor, c);
            case QuestionCommand c -> QuestionDecider.decide(room, actor, c);
            case ContactCommand c -> contacts(room, actor, c);
        };
    }

    private static Decision<RoomEvent> mayNot() {
        return refused(Code.ROLE_MAY_NOT);
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
            case ContactCommand.WantContact c when !canBeMet(room, c.with()) ->
                    refused(Code.UNKNOWN_SEAT);
            case ContactCommand.WantContact c ->
                    contacts.wants(actor, c.with())
                            ? accepted()
                            : accepted(new ContactEvent.ContactWanted(actor, c.with()));
            case ContactCommand.UnwantContact c ->
                    contacts.wants(actor, c.with())
                            ? accepted(new ContactEvent.ContactUnwanted(actor, c.with()))
                            : accepted();
        };
    }
}
