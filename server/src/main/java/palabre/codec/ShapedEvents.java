package palabre.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import palabre.core.agenda.AgendaEvent;
import palabre.core.breakouts.BreakoutEvent;
import palabre.core.contacts.ContactEvent;
import palabre.core.lobby.LobbyEvent;
import palabre.core.polls.PollEvent;
import palabre.core.publicview.PublicViewEvent;
import palabre.core.questions.QuestionEvent;
import palabre.core.recording.RecordingEvent;
import palabre.core.results.ResultsEvent;
import palabre.core.room.RoomEvent;

/**
 * Events that are written as their records are: {@code {"ev":"agenda.skipped","item":3}}. Those of
 * the floor and of seats have codecs of their own.
 */
final class ShapedEvents {
    private static final Map<String, Reader> READERS =
            Map.ofEntries(
                    Map.entry("agenda.laid", agenda(AgendaEvent.AgendaLaid.class)),
                    Map.entry("agenda.added", agenda(AgendaEvent.ItemAdded.class)),
                    Map.entry("agenda.ended", agenda(AgendaEvent.ItemEnded.class)),
                    Map.entry("agenda.extended", agenda(AgendaEvent.ItemExtended.class)),
                    Map.entry("agenda.skipped", agenda(AgendaEvent.ItemSkipped.class)),
                    Map.entry("agenda.moved", agenda(AgendaEvent.ItemMoved.class)),
                    Map.entry("result.noted", results(ResultsEvent.ResultNoted.class)),
                    Map.entry("result.removed", results(ResultsEvent.ResultRemoved.class)),
                    Map.entry("result.none", results(ResultsEvent.NoneDeclared.class)),
                    Map.entry("next.set", results(ResultsEvent.NextSet.class)),
                    Map.entry("results.approved", results(ResultsEvent.ResultsApproved.class)),
                    Map.entry("session.closed", results(ResultsEvent.MeetingClosed.class)),
                    Map.entry("poll.opened", polls(PollEvent.PollOpened.class)),
                    Map.entry("poll.voted", polls(PollEvent.VoteCast.class)),
                    Map.entry("poll.closed", polls(PollEvent.PollClosed.class)),
                    Map.entry("question.put", questions(QuestionEvent.QuestionPut.class)),
                    Map.entry(
                            "question.published", questions(QuestionEvent.QuestionPublished.class)),
                    Map.entry("question.upvoted", questions(QuestionEvent.QuestionUpvoted.class)),
                    Map.entry("question.answered", questions(QuestionEvent.QuestionAnswered.class)),
                    Map.entry(
                            "question.dismissed", questions(QuestionEvent.QuestionDismissed.class)),
                    Map.entry("contact.card", contacts(ContactEvent.CardWritten.class)),
                    Map.entry("contact.wanted", contacts(ContactEvent.ContactWanted.class)),
                    Map.entry("contact.unwanted", contacts(ContactEvent.ContactUnwanted.class)),
                    Map.entry("lobby.opened", lobby(LobbyEvent.LobbyOpened.class)),
                    Map.entry("lobby.closed", lobby(LobbyEvent.LobbyClosed.class)),
                    Map.entry("lobby.entered", lobby(LobbyEvent.LobbyEntered.class)),
                    Map.entry("lobby.left", lobby(LobbyEvent.LobbyLeft.class)),
                    Map.entry("lobby.told", lobby(LobbyEvent.LobbyTold.class)),
                    Map.entry("mode.proposed", recording(RecordingEvent.ModeProposed.class)),
                    Map.entry("mode.agreed", recording(RecordingEvent.ModeAgreed.class)),
                    Map.entry("mode.dropped", recording(RecordingEvent.ModeDropped.class)),
                    Map.entry("mode.settled", recording(RecordingEvent.ModeSettled.class)),
                    Map.entry("part.begun", recording(RecordingEvent.PartBegun.class)),
                    Map.entry("groups.laid", breakouts(BreakoutEvent.GroupsLaid.class)),
                    Map.entry("public.set", publicView(PublicViewEvent.PublicViewSet.class)));

    private ShapedEvents() {}

    /** An event without a name does not compile: it could be written, and never read again. */
    private static String name(AgendaEvent event) {
        return switch (event) {
            case AgendaEvent.AgendaLaid _ -> "agenda.laid";
            case AgendaEvent.ItemAdded _ -> "agenda.added";
            case AgendaEvent.ItemEnded _ -> "agenda.ended";
            case AgendaEvent.ItemExtended _ -> "agenda.extended";
            case AgendaEvent.ItemSkipped _ -> "agenda.skipped";
            case AgendaEvent.ItemMoved _ -> "agenda.moved";
        };
    }

    private static String name(ResultsEvent event) {
        return switch (event) {
            case ResultsEvent.ResultNoted _ -> "result.noted";
            case ResultsEvent.ResultRemoved _ -> "result.removed";
            case ResultsEvent.NoneDeclared _ -> "result.none";
            case ResultsEvent.NextSet _ -> "next.set";
            case ResultsEvent.ResultsApproved _ -> "results.approved";
            case ResultsEvent.MeetingClosed _ -> "session.closed";
        };
    }

    private static String name(PollEvent event) {
        return switch (event) {
            case PollEvent.PollOpened _ -> "poll.opened";
            case PollEvent.VoteCast _ -> "poll.voted";
            case PollEvent.PollClosed _ -> "poll.closed";
        };
    }

    private static String name(QuestionEvent event) {
        return switch (event) {
            case QuestionEvent.QuestionPut _ -> "question.put";
            case QuestionEvent.QuestionPublished _ -> "question.published";
            case QuestionEvent.QuestionUpvoted _ -> "question.upvoted";
            case QuestionEvent.QuestionAnswered _ -> "question.answered";
            case QuestionEvent.QuestionDismissed _ -> "question.dismissed";
        };
    }

    private static String name(ContactEvent event) {
        return switch (event) {
            case ContactEvent.CardWritten _ -> "contact.card";
            case ContactEvent.ContactWanted _ -> "contact.wanted";
            case ContactEvent.ContactUnwanted _ -> "contact.unwanted";
        };
    }

    private static String name(LobbyEvent event) {
        return switch (event) {
            case LobbyEvent.LobbyOpened _ -> "lobby.opened";
            case LobbyEvent.LobbyClosed _ -> "lobby.closed";
            case LobbyEvent.LobbyEntered _ -> "lobby.entered";
            case LobbyEvent.LobbyLeft _ -> "lobby.left";
            case LobbyEvent.LobbyTold _ -> "lobby.told";
        };
    }

    private static String name(RecordingEvent event) {
        return switch (event) {
            case RecordingEvent.ModeProposed _ -> "mode.proposed";
            case RecordingEvent.ModeAgreed _ -> "mode.agreed";
            case RecordingEvent.ModeDropped _ -> "mode.dropped";
            case RecordingEvent.ModeSettled _ -> "mode.settled";
            case RecordingEvent.PartBegun _ -> "part.begun";
        };
    }

    private static String name(PublicViewEvent event) {
        return switch (event) {
            case PublicViewEvent.PublicViewSet _ -> "public.set";
        };
    }

    private static String name(BreakoutEvent event) {
        return switch (event) {
            case BreakoutEvent.GroupsLaid _ -> "groups.laid";
        };
    }

    static ObjectNode write(RoomEvent.OnMeeting event) {
        return switch (event) {
            case RoomEvent.OnAgenda e -> write(name(e.event()), e.event());
            case RoomEvent.OnResults e -> write(name(e.event()), e.event());
            case RoomEvent.OnPolls e -> write(name(e.event()), e.event());
            case RoomEvent.OnQuestions e -> write(name(e.event()), e.event());
            case RoomEvent.OnContacts e -> write(name(e.event()), e.event());
        };
    }

    static ObjectNode write(RoomEvent.OnDoors event) {
        return switch (event) {
            case RoomEvent.OnLobby e -> write(name(e.event()), e.event());
            case RoomEvent.OnRecording e -> write(name(e.event()), e.event());
            case RoomEvent.OnPublicView e -> write(name(e.event()), e.event());
            case RoomEvent.OnBreakouts e -> write(name(e.event()), e.event());
        };
    }

    private static ObjectNode write(String name, Object event) {
        return Json.object().put("ev", name).setAll(Shapes.write(event));
    }

    private interface Reader {
        RoomEvent read(JsonNode node);
    }

    private static Reader agenda(Class<? extends AgendaEvent> type) {
        return n -> RoomEvent.of(Shapes.read(n, type));
    }

    private static Reader results(Class<? extends ResultsEvent> type) {
        return n -> RoomEvent.of(Shapes.read(n, type));
    }

    private static Reader polls(Class<? extends PollEvent> type) {
        return n -> RoomEvent.of(Shapes.read(n, type));
    }

    private static Reader questions(Class<? extends QuestionEvent> type) {
        return n -> RoomEvent.of(Shapes.read(n, type));
    }

    private static Reader contacts(Class<? extends ContactEvent> type) {
        return n -> RoomEvent.of(Shapes.read(n, type));
    }

    private static Reader lobby(Class<? extends LobbyEvent> type) {
        return n -> RoomEvent.of(Shapes.read(n, type));
    }

    private static Reader recording(Class<? extends RecordingEvent> type) {
        return n -> RoomEvent.of(Shapes.read(n, type));
    }

    private static Reader publicView(Class<? extends PublicViewEvent> type) {
        return n -> RoomEvent.of(Shapes.read(n, type));
    }

    private static Reader breakouts(Class<? extends BreakoutEvent> type) {
        return n -> RoomEvent.of(Shapes.read(n, type));
    }

    /** Empty when it is none of these. */
    static Optional<RoomEvent> read(JsonNode n) {
        return Optional.ofNullable(READERS.get(n.path("ev").asText())).map(r -> r.read(n));
    }
}
