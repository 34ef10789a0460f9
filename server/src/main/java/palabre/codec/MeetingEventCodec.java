package palabre.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import palabre.core.room.AgendaEvent;
import palabre.core.room.ContactEvent;
import palabre.core.room.MeetingEvent;
import palabre.core.room.PollEvent;
import palabre.core.room.QuestionEvent;
import palabre.core.room.ResultsEvent;

/** Events of the meeting: {@code {"ev":"agenda.skipped","item":3}}. */
final class MeetingEventCodec {
    private static final Map<String, Class<? extends MeetingEvent>> TYPES =
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
                    Map.entry("contact.unwanted", ContactEvent.ContactUnwanted.class));

    private static final Map<Class<? extends MeetingEvent>, String> NAMES = new HashMap<>();

    static {
        TYPES.forEach((name, type) -> NAMES.put(type, name));
    }

    private MeetingEventCodec() {}

    static ObjectNode write(MeetingEvent event) {
        ObjectNode node = Json.object().put("ev", NAMES.get(event.getClass()));
        return node.setAll(Shapes.write(event));
    }

    /** Empty when it is no event of the meeting. */
    static Optional<MeetingEvent> read(JsonNode n) {
        Class<? extends MeetingEvent> type = TYPES.get(n.path("ev").asText());
        return type == null ? Optional.empty() : Optional.of(Shapes.read(n, type));
    }
}
