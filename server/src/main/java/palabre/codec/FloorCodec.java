package palabre.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import palabre.core.SeatId;
import palabre.core.floor.AgendaItem;
import palabre.core.floor.Chairing;
import palabre.core.floor.Floor;
import palabre.core.floor.FloorRequest;
import palabre.core.floor.Queue;
import palabre.core.floor.Stage;
import palabre.core.floor.Turn;

/** A floor: whole, as a snapshot keeps it, or as clients need it. */
final class FloorCodec {
    private FloorCodec() {}

    /**
     * @param whole with what only the order of speaking and the accounts need
     */
    static ObjectNode write(Floor floor, boolean whole) {
        Queue line = floor.line();
        Stage stage = floor.stage();
        ObjectNode node =
                Json.object()
                        .put("list", line.open() ? "open" : "closed")
                        .put("locked", line.locked())
                        .put("paused", stage.paused())
                        .put("requests", line.requestsSoFar());
        node.set("holder", turn(stage.holder(), whole));
        node.set("interrupted", turn(stage.interrupted(), whole));
        ArrayNode waiting = node.putArray("waiting");
        line.waiting().forEach(r -> waiting.add(RequestCodec.write(r, whole)));
        node.set("policy", PolicyCodec.write(floor.policy()));
        node.set("item", floor.item().<JsonNode>map(FloorCodec::write).orElse(null));
        node.set("chair", write(floor.chairing()));
        node.put("screen", floor.onScreen());
        if (whole) {
            node.put("acts", line.actsSoFar())
                    .put("windowMs", line.windowMs())
                    .put("windowOpener", line.windowOpener());
            node.set("roomPolicy", PolicyCodec.write(floor.roomPolicy()));
            node.set("ledger", LedgerCodec.write(floor.ledger()));
        }
        return node;
    }

    private static JsonNode turn(Optional<Turn> turn, boolean whole) {
        return turn.<JsonNode>map(t -> RequestCodec.write(t, whole))
                .orElseGet(() -> Json.object().nullNode());
    }

    private static ObjectNode write(AgendaItem item) {
        return Json.object()
                .put("number", item.number())
                .put("title", item.title())
                .put("started", item.startedMs())
                .put("budgetMs", item.budgetMs())
                .put("chargedMs", item.chargedMs());
    }

    private static ObjectNode write(Chairing chairing) {
        ObjectNode node = Json.object().put("frozen", chairing.frozen());
        chairing.presiding().ifPresent(s -> node.put("seat", s.value()));
        if (chairing.lost()) {
            node.put("lost", chairing.lostMs());
        }
        ArrayNode deputies = node.putArray("deputies");
        chairing.deputies().forEach(s -> deputies.add(s.value()));
        return node;
    }

    static Floor read(JsonNode n) {
        List<FloorRequest> waiting = new ArrayList<>();
        n.path("waiting").forEach(r -> waiting.add(RequestCodec.request(r)));
        Queue line =
                new Queue(
                        n.path("list").textValue().equals("open"),
                        n.path("locked").booleanValue(),
                        n.path("requests").longValue(),
                        n.path("acts").longValue(),
                        n.path("windowMs").longValue(),
                        n.path("windowOpener").longValue(),
                        waiting);
        Stage stage =
                new Stage(
                        turn(n.path("holder")),
                        turn(n.path("interrupted")),
                        n.path("paused").booleanValue());
        return new Floor(
                line,
                stage,
                PolicyCodec.read(n.path("policy")),
                PolicyCodec.read(n.path("roomPolicy")),
                item(n.path("item")),
                LedgerCodec.read(n.path("ledger")),
                chairing(n.path("chair")),
                n.path("screen").booleanValue());
    }

    private static Optional<Turn> turn(JsonNode n) {
        return n.isObject() ? Optional.of(RequestCodec.turn(n)) : Optional.empty();
    }

    private static Optional<AgendaItem> item(JsonNode n) {
        return n.isObject()
                ? Optional.of(
                        new AgendaItem(
                                n.path("number").intValue(),
                                n.path("title").textValue(),
                                n.path("started").longValue(),
                                n.path("budgetMs").longValue(),
                                n.path("chargedMs").longValue()))
                : Optional.empty();
    }

    private static Chairing chairing(JsonNode n) {
        List<SeatId> deputies = new ArrayList<>();
        n.path("deputies").forEach(s -> deputies.add(new SeatId(s.textValue())));
        return new Chairing(
                n.has("seat")
                        ? Optional.of(new SeatId(n.path("seat").textValue()))
                        : Optional.empty(),
                deputies,
                n.has("lost") ? n.path("lost").longValue() : Chairing.HERE,
                n.path("frozen").booleanValue());
    }
}
