package palabre.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import palabre.codec.EventCodec;
import palabre.codec.Fields;
import palabre.codec.Json;
import palabre.codec.Unreadable;
import palabre.core.Audience;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.PartId;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.room.Room;
import palabre.part.Asked;
import palabre.part.AudienceKey;
import palabre.part.PartKind;
import palabre.part.PartKinds;
import palabre.writer.Aggregate;
import palabre.writer.Published;

/**
 * A small kind of part for tests: lines that people write one after the other. There are {@code
 * lines-1}, {@code lines-2} and {@code lines-3}; the last is for the chair alone. Some lines are
 * asides, which only the chair sees.
 */
public final class LinesKind implements PartKind<LinesKind.Lines, LinesKind.Add, LinesKind.Added> {
    private static final Set<String> ALL = Set.of("lines-1", "lines-2", "lines-3");

    /** A line. */
    public record Line(String text, boolean aside) {}

    /** What was written. */
    public record Lines(List<Line> lines) {
        public Lines {
            lines = List.copyOf(lines);
        }

        Lines plus(Line line) {
            List<Line> more = new ArrayList<>(lines);
            more.add(line);
            return new Lines(more);
        }
    }

    /** Writes some lines at once. */
    public record Add(List<Line> lines) {}

    /** A line was written. */
    public record Added(Line line) {}

    private static final class Events implements EventCodec<Added> {
        @Override
        public ObjectNode write(Added event) {
            return Json.object()
                    .put("ev", "line.added")
                    .put("text", event.line().text())
                    .put("aside", event.line().aside());
        }

        @Override
        public Added read(JsonNode node) {
            return new Added(new Line(node.path("text").asText(), node.path("aside").asBoolean()));
        }
    }

    private record Writing(EventCodec<Added> events)
            implements Aggregate<Lines, Asked<Add>, Added> {
        @Override
        public Lines empty() {
            return new Lines(List.of());
        }

        @Override
        public Decision<Added> decide(Lines state, SeatId actor, Asked<Add> asked, long atMs) {
            if (asked.main().role(actor).filter(r -> r != Role.OBSERVER).isEmpty()) {
                return Decision.refused(Code.ROLE_MAY_NOT);
            }
            return new Decision.Accepted<>(
                    asked.command().lines().stream().map(Added::new).toList());
        }

        @Override
        public Lines evolve(Lines state, Added event, long atMs) {
            return state.plus(event.line());
        }

        @Override
        public Optional<String> fold() {
            return Optional.of("lines-1");
        }

        @Override
        public byte[] write(Lines state) {
            return Json.bytes(form(state));
        }

        @Override
        public Lines read(byte[] snapshot) {
            List<Line> lines = new ArrayList<>();
            Json.trusted(snapshot)
                    .path("lines")
                    .forEach(l ->
                            lines.add(
                                    new Line(
                                            l.path("text").asText(), l.path("aside").asBoolean())));
            return new Lines(lines);
        }
    }

    private static ObjectNode form(Lines state) {
        ObjectNode node = Json.object();
        ArrayNode lines = node.putArray("lines");
        state.lines().forEach(l -> lines.addObject().put("text", l.text()).put("aside", l.aside()));
        return node;
    }

    /** The kinds of a server that has this one. */
    public static PartKinds alone() {
        return new PartKinds(List.of(new LinesKind()));
    }

    @Override
    public String name() {
        return "lines";
    }

    @Override
    public Aggregate<Lines, Asked<Add>, Added> aggregate(PartId part) {
        return new Writing(new Events());
    }

    @Override
    public boolean mayFollow(Room main, PartId part, SeatId seat) {
        return ALL.contains(part.value())
                && main.role(seat)
                        .filter(r -> !part.value().equals("lines-3") || r.chairs())
                        .isPresent();
    }

    @Override
    public AudienceKey audience(AudienceKey asked) {
        return asked.inAnyLanguage();
    }

    @Override
    public Optional<ObjectNode> told(AudienceKey audience, Published<Lines, Added> event) {
        Line line = event.event().line();
        return line.aside() && audience.viewer() != Audience.CHAIR
                ? Optional.empty()
                : Optional.of(new Events().write(event.event()));
    }

    @Override
    public ObjectNode snapshot(AudienceKey audience, Lines state) {
        boolean chair = audience.viewer() == Audience.CHAIR;
        return form(new Lines(state.lines().stream().filter(l -> chair || !l.aside()).toList()));
    }

    /** Reads {@code {"do":"lines.add","text":"…","aside":true,"times":3}}. */
    @Override
    public Add command(ObjectNode body) throws Unreadable {
        if (!body.path("do").asText().equals("lines.add")) {
            throw new Unreadable(Code.UNKNOWN_COMMAND);
        }
        Fields fields = Fields.of(body, Set.of("do", "text", "aside", "times"));
        String text = Fields.must(fields.text("text", 200));
        Line line = new Line(text, fields.flag("aside", false));
        int times = fields.number("times", 0, 10).orElse(1L).intValue();
        return new Add(Collections.nCopies(times, line));
    }
}
