package palabre.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import palabre.core.room.AgendaEvent;
import palabre.core.room.ContactEvent;
import palabre.core.room.DoorEvent;
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

    private static final Map<Class<? extends RoomEvent>, String> NAMES = new HashMap<>();

    static {
        TYPES.forEach((name, type) -> NAMES.put(type, name));
    }

    private ShapedEvents() {}

    static ObjectNode write(RoomEvent event) {
        ObjectNode node = Json.object().put("ev", NAMES.get(event.getClass()));
        return node.setAll(Shapes.write(event));
    }

    /** Empty when it is none of these. */
    static Optional<RoomEvent> read(JsonNode n) {
        Class<? extends RoomEvent> type = TYPES.get(n.path("ev").asText());
        return type == null ? Optional.empty() : Optional.of(Shapes.read(n, type));
    }
}
