package palabre.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import palabre.core.room.AgendaEvent;
import palabre.core.room.ContactEvent;
import palabre.core.room.DoorEvent;
import palabre.core.room.MeetingEvent;
import palabre.core.room.PollEvent;
import palabre.core.room.QuestionEvent;
import palabre.core.room.ResultsEvent;
import palabre.core.room.RoomEvent;

/**
 * Events that are written as their records are: {@code {"ev":"agenda.skipped","item":3}}. Those of
 * the floor and of seats have codecs of their own.
 */
final class ShapedEvents {
    private static final Map<String, Class<? extends RoomEvent>> TYPES =
            Map.ofEntries(
                    Map.entry("agenda.laid", AgendaEvent.AgendaLaid.class),
                    Map.entry("agenda.added", AgendaEvent.ItemAdded.class),
                    Map.entry("agenda.ended", AgendaEvent.ItemEnded.class),
                    Map.entry("agenda.extended", AgendaEvent.ItemExtended.class),
                    Map.entry("agenda.skipped", AgendaEvent.ItemSkipped.class),
                    Map.entry("agenda.moved", AgendaEvent.ItemMoved.class),
                    Map.entry("result.noted", ResultsEvent.ResultNoted.class),
                    Map.entry("result.removed", ResultsEvent.ResultRemoved.class),
                    Map.entry("result.none", ResultsEvent.NoneDeclared.class),
                    Map.entry("next.set", ResultsEvent.NextSet.class),
                    Map.entry("results.approved", ResultsEvent.ResultsApproved.class),
                    Map.entry("session.closed", ResultsEvent.MeetingClosed.class),
                    Map.entry("poll.opened", PollEvent.PollOpened.class),
                    Map.entry("poll.voted", PollEvent.VoteCast.class),
                    Map.entry("poll.closed", PollEvent.PollClosed.class),
                    Map.entry("question.put", QuestionEvent.QuestionPut.class),
                    Map.entry("question.published", QuestionEvent.QuestionPublished.class),
                    Map.entry("question.upvoted", QuestionEvent.QuestionUpvoted.class),
                    Map.entry("question.answered", QuestionEvent.QuestionAnswered.class),
                    Map.entry("question.dismissed", QuestionEvent.QuestionDismissed.class),
                    Map.entry("contact.card", ContactEvent.CardWritten.class),
                    Map.entry("contact.wanted", ContactEvent.ContactWanted.class),
                    Map.entry("contact.unwanted", ContactEvent.ContactUnwanted.class),
                    Map.entry("lobby.opened", DoorEvent.LobbyOpened.class),
                    Map.entry("lobby.closed", DoorEvent.LobbyClosed.class),
                    Map.entry("lobby.entered", DoorEvent.LobbyEntered.class),
                    Map.entry("lobby.left", DoorEvent.LobbyLeft.class),
                    Map.entry("lobby.told", DoorEvent.LobbyTold.class),
                    Map.entry("mode.proposed", DoorEvent.ModeProposed.class),
                    Map.entry("mode.agreed", DoorEvent.ModeAgreed.class),
                    Map.entry("mode.dropped", DoorEvent.ModeDropped.class),
                    Map.entry("mode.settled", DoorEvent.ModeSettled.class),
                    Map.entry("part.begun", DoorEvent.PartBegun.class),
                    Map.entry("groups.laid", DoorEvent.GroupsLaid.class),
                    Map.entry("public.set", DoorEvent.PublicViewSet.class));

    private ShapedEvents() {}

    /** An event without a name does not compile: it could be written, and never read again. */
    private static String name(MeetingEvent event) {
        return switch (event) {
            case AgendaEvent.AgendaLaid _ -> "agenda.laid";
            case AgendaEvent.ItemAdded _ -> "agenda.added";
            case AgendaEvent.ItemEnded _ -> "agenda.ended";
            case AgendaEvent.ItemExtended _ -> "agenda.extended";
            case AgendaEvent.ItemSkipped _ -> "agenda.skipped";
            case AgendaEvent.ItemMoved _ -> "agenda.moved";
            case ResultsEvent.ResultNoted _ -> "result.noted";
            case ResultsEvent.ResultRemoved _ -> "result.removed";
            case ResultsEvent.NoneDeclared _ -> "result.none";
            case ResultsEvent.NextSet _ -> "next.set";
            case ResultsEvent.ResultsApproved _ -> "results.approved";
            case ResultsEvent.MeetingClosed _ -> "session.closed";
            case PollEvent.PollOpened _ -> "poll.opened";
            case PollEvent.VoteCast _ -> "poll.voted";
            case PollEvent.PollClosed _ -> "poll.closed";
            case QuestionEvent.QuestionPut _ -> "question.put";
            case QuestionEvent.QuestionPublished _ -> "question.published";
            case QuestionEvent.QuestionUpvoted _ -> "question.upvoted";
            case QuestionEvent.QuestionAnswered _ -> "question.answered";
            case QuestionEvent.QuestionDismissed _ -> "question.dismissed";
            case ContactEvent.CardWritten _ -> "contact.card";
            case ContactEvent.ContactWanted _ -> "contact.wanted";
            case ContactEvent.ContactUnwanted _ -> "contact.unwanted";
        };
    }

    private static String name(DoorEvent event) {
        return switch (event) {
            case DoorEvent.LobbyOpened _ -> "lobby.opened";
            case DoorEvent.LobbyClosed _ -> "lobby.closed";
            case DoorEvent.LobbyEntered _ -> "lobby.entered";
            case DoorEvent.LobbyLeft _ -> "lobby.left";
            case DoorEvent.LobbyTold _ -> "lobby.told";
            case DoorEvent.ModeProposed _ -> "mode.proposed";
            case DoorEvent.ModeAgreed _ -> "mode.agreed";
            case DoorEvent.ModeDropped _ -> "mode.dropped";
            case DoorEvent.ModeSettled _ -> "mode.settled";
            case DoorEvent.PartBegun _ -> "part.begun";
            case DoorEvent.GroupsLaid _ -> "groups.laid";
            case DoorEvent.PublicViewSet _ -> "public.set";
        };
    }

    static ObjectNode write(MeetingEvent event) {
        return write(name(event), event);
    }

    static ObjectNode write(DoorEvent event) {
        return write(name(event), event);
    }

    private static ObjectNode write(String name, RoomEvent event) {
        return Json.object().put("ev", name).setAll(Shapes.write(event));
    }

    /** Empty when it is none of these. */
    static Optional<RoomEvent> read(JsonNode n) {
        Class<? extends RoomEvent> type = TYPES.get(n.path("ev").asText());
        return type == null ? Optional.empty() : Optional.of(Shapes.read(n, type));
    }
}
