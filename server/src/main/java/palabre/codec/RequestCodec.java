package palabre.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import palabre.core.RequestId;
import palabre.core.SeatId;
import palabre.core.floor.Ask;
import palabre.core.floor.FloorRequest;
import palabre.core.floor.PauseCause;
import palabre.core.floor.Placing;
import palabre.core.floor.RequestState;
import palabre.core.floor.Turn;
import palabre.core.policy.RequestKind;

/** Requests and turns, in a snapshot. */
final class RequestCodec {
    private RequestCodec() {}

    static void write(ObjectNode node, Ask ask) {
        node.put("kind", ask.kind().wire()).put("topic", ask.topic());
        if (!ask.language().isEmpty()) {
            node.put("language", ask.language());
        }
        ask.replyTo().ifPresent(r -> node.put("replyTo", r.value()));
        if (ask.delayed()) {
            node.put("delayed", true);
        }
    }

    static Ask ask(JsonNode n) {
        return new Ask(
                RequestKind.fromWire(n.path("kind").asText()).orElse(RequestKind.SPEECH),
                n.path("topic").asText(),
                n.path("language").asText(),
                optional(n, "replyTo"),
                n.path("delayed").booleanValue());
    }

    static ObjectNode write(FloorRequest r, boolean whole) {
        ObjectNode node =
                Json.object().put("request", r.id().value()).put("seat", r.seat().value());
        if (!r.by().equals(r.seat())) {
            node.put("keeper", r.by().value());
        }
        write(node, r.ask());
        node.put("state", r.state().name().toLowerCase(Locale.ROOT))
                .put("asked", r.askedMs())
                .put("since", r.sinceMs());
        if (r.deferred()) {
            node.put("deferred", true);
        }
        r.follows().ifPresent(f -> node.put("follows", f.value()));
        r.leftMs().ifPresent(ms -> node.put("leftMs", ms));
        if (whole) {
            node.put("tie", r.placing().tie()).put("deferredNo", r.placing().deferredNo());
            r.placing()
                    .moved()
                    .ifPresent(m -> {
                        node.put("movedNo", m.no());
                        m.behind().ifPresent(b -> node.put("movedBehind", b.value()));
                    });
        }
        return node;
    }

    static FloorRequest request(JsonNode n) {
        SeatId seat = new SeatId(n.path("seat").textValue());
        return new FloorRequest(
                new RequestId(n.path("request").longValue()),
                seat,
                PersonCodec.keeper(n).orElse(seat),
                ask(n),
                RequestState.valueOf(n.path("state").textValue().toUpperCase(Locale.ROOT)),
                n.path("asked").longValue(),
                n.path("since").longValue(),
                new Placing(n.path("tie").longValue(), n.path("deferredNo").longValue(), moved(n)),
                optional(n, "follows"),
                n.has("leftMs")
                        ? OptionalLong.of(n.path("leftMs").longValue())
                        : OptionalLong.empty());
    }

    private static Optional<Placing.Moved> moved(JsonNode n) {
        return n.has("movedNo")
                ? Optional.of(
                        new Placing.Moved(
                                n.path("movedNo").longValue(), optional(n, "movedBehind")))
                : Optional.empty();
    }

    static ObjectNode write(Turn t, boolean whole) {
        ObjectNode node =
                write(t.request(), whole)
                        .put("limitMs", t.limitMs())
                        .put("usedMs", t.usedMs())
                        .put("running", t.runningSinceMs());
        ObjectNode pauses = node.putObject("pauses");
        t.pauses().forEach((cause, since) -> pauses.put(cause.wire(), since));
        return node;
    }

    static Turn turn(JsonNode n) {
        Map<PauseCause, Long> pauses = new EnumMap<>(PauseCause.class);
        n.path("pauses")
                .properties()
                .forEach(p ->
                        pauses.put(
                                PauseCause.valueOf(p.getKey().toUpperCase(Locale.ROOT)),
                                p.getValue().longValue()));
        return new Turn(
                request(n),
                n.path("limitMs").longValue(),
                n.path("usedMs").longValue(),
                n.path("running").longValue(),
                pauses);
    }

    static Optional<RequestId> optional(JsonNode n, String field) {
        return n.has(field)
                ? Optional.of(new RequestId(n.path(field).longValue()))
                : Optional.empty();
    }
}
