package palabre.core.room;

import palabre.core.Decision;
import palabre.core.SeatId;
import palabre.core.agenda.AgendaCommand;
import palabre.core.agenda.AgendaDecider;
import palabre.core.contacts.ContactDecider;
import palabre.core.polls.PollDecider;
import palabre.core.questions.QuestionDecider;
import palabre.core.results.ResultsCommand;
import palabre.core.results.ResultsDecider;

/** Agenda, results, polls, questions, contacts. The actor may ask it. */
final class MeetingDecider {
    private MeetingDecider() {}

    static Decision<RoomEvent> decide(
            Room room, SeatId actor, RoomCommand.OnMeeting command, long atMs) {
        Meeting meeting = room.meeting();
        AroundRoom around = new AroundRoom(room);
        return switch (command) {
            case RoomCommand.OnAgenda c -> agenda(room, c.command(), atMs);
            case RoomCommand.OnResults c -> results(room, actor, c.command(), atMs);
            case RoomCommand.OnPolls c ->
                    PollDecider.decide(meeting.polls(), around, actor, c.command())
                            .map(RoomEvent::of);
            case RoomCommand.OnQuestions c ->
                    QuestionDecider.decide(meeting.questions(), around, actor, c.command())
                            .map(RoomEvent::of);
            case RoomCommand.OnContacts c ->
                    ContactDecider.decide(meeting.contacts(), around, actor, c.command())
                            .map(RoomEvent::of);
        };
    }

    /** As planned, until the first change or the first item; from then on it is the chair's. */
    private static Decision<RoomEvent> agenda(Room room, AgendaCommand command, long atMs) {
        return switch (command) {
            case AgendaCommand.LayAgenda c when !room.meeting().awaits(c) -> Decision.accepted();
            case AgendaCommand.OfItself c ->
                    AgendaDecider.decide(room.meeting().agenda(), c).map(RoomEvent::of);
            case AgendaCommand.OnTheFloor c -> ItemOnFloor.decide(new Steps(room, atMs), c);
        };
    }

    private static Decision<RoomEvent> results(
            Room room, SeatId actor, ResultsCommand command, long atMs) {
        return switch (command) {
            case ResultsCommand.CarryOver c when !room.meeting().awaits(c) -> Decision.accepted();
            case ResultsCommand.Written c ->
                    ResultsDecider.decide(room.meeting().results(), room, actor, c)
                            .map(RoomEvent::of);
            case ResultsCommand.CloseMeeting _ -> Closing.close(new Steps(room, atMs));
            case ResultsCommand.EndMeeting _ -> Closing.end(new Steps(room, atMs));
        };
    }
}
