package palabre.testing;

import palabre.core.agenda.AgendaCommand;
import palabre.core.agenda.AgendaEvent;
import palabre.core.breakouts.BreakoutCommand;
import palabre.core.breakouts.BreakoutEvent;
import palabre.core.contacts.ContactCommand;
import palabre.core.contacts.ContactEvent;
import palabre.core.coordination.CoordinationCommand;
import palabre.core.entry.RulesCommand;
import palabre.core.entry.RulesEvent;
import palabre.core.floor.FloorCommand;
import palabre.core.floor.FloorEvent;
import palabre.core.lobby.LobbyCommand;
import palabre.core.lobby.LobbyEvent;
import palabre.core.polls.PollCommand;
import palabre.core.polls.PollEvent;
import palabre.core.publicview.PublicViewCommand;
import palabre.core.publicview.PublicViewEvent;
import palabre.core.questions.QuestionCommand;
import palabre.core.questions.QuestionEvent;
import palabre.core.recording.RecordingCommand;
import palabre.core.recording.RecordingEvent;
import palabre.core.results.ResultsCommand;
import palabre.core.results.ResultsEvent;
import palabre.core.room.RoomCommand;
import palabre.core.room.RoomEvent;
import palabre.core.seats.SeatCommand;
import palabre.core.seats.SeatEvent;

/** What is asked and what happens about one feature, as a room takes it: short for sentences. */
public final class On {
    private On() {}

    public static RoomCommand on(AgendaCommand command) {
        return RoomCommand.of(command);
    }

    public static RoomCommand on(ResultsCommand command) {
        return RoomCommand.of(command);
    }

    public static RoomCommand on(PollCommand command) {
        return RoomCommand.of(command);
    }

    public static RoomCommand on(QuestionCommand command) {
        return RoomCommand.of(command);
    }

    public static RoomCommand on(ContactCommand command) {
        return RoomCommand.of(command);
    }

    public static RoomEvent on(AgendaEvent event) {
        return RoomEvent.of(event);
    }

    public static RoomEvent on(ResultsEvent event) {
        return RoomEvent.of(event);
    }

    public static RoomEvent on(PollEvent event) {
        return RoomEvent.of(event);
    }

    public static RoomEvent on(QuestionEvent event) {
        return RoomEvent.of(event);
    }

    public static RoomEvent on(ContactEvent event) {
        return RoomEvent.of(event);
    }

    public static RoomCommand on(SeatCommand command) {
        return RoomCommand.of(command);
    }

    public static RoomCommand on(RulesCommand command) {
        return RoomCommand.of(command);
    }

    public static RoomCommand on(FloorCommand command) {
        return RoomCommand.of(command);
    }

    public static RoomEvent on(SeatEvent event) {
        return RoomEvent.of(event);
    }

    public static RoomEvent on(RulesEvent event) {
        return RoomEvent.of(event);
    }

    public static RoomEvent on(FloorEvent event) {
        return RoomEvent.of(event);
    }

    public static RoomCommand on(LobbyCommand command) {
        return RoomCommand.of(command);
    }

    public static RoomCommand on(RecordingCommand command) {
        return RoomCommand.of(command);
    }

    public static RoomCommand on(PublicViewCommand command) {
        return RoomCommand.of(command);
    }

    public static RoomCommand on(BreakoutCommand command) {
        return RoomCommand.of(command);
    }

    public static RoomCommand on(CoordinationCommand command) {
        return RoomCommand.of(command);
    }

    public static RoomEvent on(LobbyEvent event) {
        return RoomEvent.of(event);
    }

    public static RoomEvent on(RecordingEvent event) {
        return RoomEvent.of(event);
    }

    public static RoomEvent on(PublicViewEvent event) {
        return RoomEvent.of(event);
    }

    public static RoomEvent on(BreakoutEvent event) {
        return RoomEvent.of(event);
    }
}
