package palabre.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import palabre.core.RequestId;
import palabre.core.SeatId;
import palabre.core.floor.BudgetOwner;
import palabre.core.floor.ChairCause;
import palabre.core.floor.Ending;
import palabre.core.floor.FloorEvent;
import palabre.core.floor.PauseCause;

/** Floor events. What an older server did not write yet is read as it was meant then. */
final class FloorEventCodec {
    /** What only the order of speaking and the accounts need. */
    static final List<String> UNSEEN =
            List.of("ahead", "tie", "counted", "team", "forItem", "newRound");

    private FloorEventCodec() {}

    static ObjectNode write(FloorEvent event) {
        return switch (event) {
            case FloorEvent.InLine e -> inLine(e);
            case FloorEvent.OnStage e -> onStage(e);
            case FloorEvent.ByChair e -> byChair(e);
        };
    }

    private static ObjectNode inLine(FloorEvent.InLine event) {
        return switch (event) {
            case FloorEvent.FloorRequested e -> requested(e);
            case FloorEvent.FloorChanged e -> {
                ObjectNode node = request("floor.changed", e.request());
                RequestCodec.write(node, e.ask());
                yield node;
            }
            case FloorEvent.FloorAccepted e -> request("floor.accepted", e.request());
            case FloorEvent.FloorDenied e ->
                    ahead(reason(request("floor.denied", e.request()), e.reason()), e.ahead());
            case FloorEvent.FloorCancelled e ->
                    ahead(request("floor.cancelled", e.request()), e.ahead());
            case FloorEvent.FloorDeferred e ->
                    ahead(request("floor.deferred", e.request()), e.ahead());
            case FloorEvent.FloorSkipped e ->
                    placed(request("floor.skipped", e.request()), e.behind(), e.ahead());
            case FloorEvent.FloorMoved e ->
                    placed(request("floor.moved", e.request()), e.behind(), e.ahead());
        };
    }

    private static ObjectNode requested(FloorEvent.FloorRequested e) {
        ObjectNode node = request("floor.requested", e.request()).put("seat", e.seat().value());
        if (!e.by().equals(e.seat())) {
            node.put("keeper", e.by().value());
        }
        RequestCodec.write(node, e.ask());
        e.continued()
                .ifPresent(c -> {
                    node.put("follows", c.follows().value()).put("asked", c.askedMs());
                    c.leftMs().ifPresent(ms -> node.put("leftMs", ms));
                });
        if (!e.tie().equals(e.request())) {
            node.put("tie", e.tie().value());
        }
        return node;
    }

    private static ObjectNode onStage(FloorEvent.OnStage event) {
        return switch (event) {
            case FloorEvent.FloorGranted e -> {
                ObjectNode node = request("floor.granted", e.request()).put("limitMs", e.limitMs());
                yield ahead(e.counted() ? node : node.put("counted", false), e.ahead());
            }
            case FloorEvent.FloorReleased e ->
                    charge(request("floor.released", e.request()), e.charge());
            case FloorEvent.FloorRevoked e ->
                    charge(
                            reason(
                                    request("floor.revoked", e.request())
                                            .put("why", e.why().wire()),
                                    e.reason()),
                            e.charge());
            case FloorEvent.TurnPaused e ->
                    request("turn.paused", e.request())
                            .put("why", e.why().wire())
                            .put("asOf", e.asOfMs());
            case FloorEvent.TurnResumed e ->
                    request("turn.resumed", e.request()).put("why", e.why().wire());
            case FloorEvent.TurnExtended e ->
                    request("turn.extended", e.request()).put("ms", e.ms());
        };
    }

    private static ObjectNode byChair(FloorEvent.ByChair event) {
        return switch (event) {
            case FloorEvent.ListOpened _ -> named("list.opened");
            case FloorEvent.ListClosed _ -> named("list.closed");
            case FloorEvent.FloorLocked _ -> named("floor.locked");
            case FloorEvent.FloorUnlocked _ -> named("floor.unlocked");
            case FloorEvent.FloorPaused _ -> named("floor.paused");
            case FloorEvent.FloorResumed _ -> named("floor.resumed");
            case FloorEvent.PolicyChanged e -> {
                ObjectNode node = named("policy.changed");
                node.set("policy", PolicyCodec.write(e.policy()));
                flag(flag(node, "forItem", e.forItem()), "newRound", e.newRound());
                yield reason(node, e.reason());
            }
            case FloorEvent.BudgetGiven e -> {
                ObjectNode node = named("budget.given").put("ms", e.ms());
                e.from().ifPresent(p -> node.set("from", budgetOwner(p)));
                node.set("to", budgetOwner(e.to()));
                yield reason(node, e.reason());
            }
            case FloorEvent.ItemStarted e -> {
                ObjectNode node =
                        named("item.started")
                                .put("title", e.title())
                                .put("budgetMs", e.budgetMs())
                                .put("item", e.item());
                node.set("policy", PolicyCodec.write(e.policy()));
                yield flag(node, "newRound", e.newRound());
            }
            case FloorEvent.ChairTaken e ->
                    named("chair.taken").put("seat", e.seat().value()).put("why", e.why().wire());
            case FloorEvent.ChairLost e -> named("chair.lost").put("asOf", e.asOfMs());
            case FloorEvent.ChairBack _ -> named("chair.back");
            case FloorEvent.FloorFrozen _ -> named("floor.frozen");
            case FloorEvent.DeputiesOrdered e -> {
                ObjectNode node = named("chair.deputies");
                ArrayNode seats = node.putArray("seats");
                e.deputies().forEach(s -> seats.add(s.value()));
                yield node;
            }
            case FloorEvent.ScreenShown e -> named("screen.shown").put("shown", e.shown());
        };
    }

    static FloorEvent read(JsonNode n) {
        return switch (n.path("ev").textValue()) {
            case "floor.requested" ->
                    new FloorEvent.FloorRequested(
                            request(n),
                            seat(n),
                            PersonCodec.keeper(n).orElse(seat(n)),
                            RequestCodec.ask(n),
                            continued(n),
                            RequestCodec.optional(n, "tie").orElse(request(n)));
            case "floor.changed" -> new FloorEvent.FloorChanged(request(n), RequestCodec.ask(n));
            case "floor.accepted" -> new FloorEvent.FloorAccepted(request(n));
            case "floor.denied" -> new FloorEvent.FloorDenied(request(n), reason(n), ahead(n));
            case "floor.cancelled" -> new FloorEvent.FloorCancelled(request(n), ahead(n));
            case "floor.deferred" -> new FloorEvent.FloorDeferred(request(n), ahead(n));
            case "floor.skipped" ->
                    new FloorEvent.FloorSkipped(
                            request(n), RequestCodec.optional(n, "behind"), ahead(n));
            case "floor.moved" ->
                    new FloorEvent.FloorMoved(
                            request(n), RequestCodec.optional(n, "behind"), ahead(n));
            case "floor.granted" ->
                    new FloorEvent.FloorGranted(
                            request(n),
                            n.path("limitMs").longValue(),
                            !n.has("counted") || n.path("counted").booleanValue(),
                            ahead(n));
            case "floor.released" -> new FloorEvent.FloorReleased(request(n), charge(n));
            case "floor.revoked" ->
                    new FloorEvent.FloorRevoked(request(n), ending(n), reason(n), charge(n));
            case "turn.paused" ->
                    new FloorEvent.TurnPaused(request(n), pause(n), n.path("asOf").longValue());
            case "turn.resumed" -> new FloorEvent.TurnResumed(request(n), pause(n));
            case "turn.extended" ->
                    new FloorEvent.TurnExtended(request(n), n.path("ms").longValue());
            default -> readByChair(n);
        };
    }

    private static FloorEvent.ByChair readByChair(JsonNode n) {
        return switch (n.path("ev").textValue()) {
            case "list.opened" -> new FloorEvent.ListOpened();
            case "list.closed" -> new FloorEvent.ListClosed();
            case "floor.locked" -> new FloorEvent.FloorLocked();
            case "floor.unlocked" -> new FloorEvent.FloorUnlocked();
            case "floor.paused" -> new FloorEvent.FloorPaused();
            case "floor.resumed" -> new FloorEvent.FloorResumed();
            case "policy.changed" ->
                    new FloorEvent.PolicyChanged(
                            PolicyCodec.read(n.path("policy")),
                            reason(n),
                            n.path("forItem").booleanValue(),
                            n.path("newRound").booleanValue());
            case "budget.given" ->
                    new FloorEvent.BudgetGiven(
                            n.has("from")
                                    ? Optional.of(budgetOwner(n.path("from")))
                                    : Optional.empty(),
                            budgetOwner(n.path("to")),
                            n.path("ms").longValue(),
                            reason(n));
            case "item.started" ->
                    new FloorEvent.ItemStarted(
                            n.path("title").textValue(),
                            n.path("budgetMs").longValue(),
                            PolicyCodec.read(n.path("policy")),
                            n.path("item").intValue(),
                            n.path("newRound").booleanValue());
            case "chair.taken" ->
                    new FloorEvent.ChairTaken(
                            seat(n), ChairCause.valueOf(upper(n.path("why").textValue())));
            case "chair.lost" -> new FloorEvent.ChairLost(n.path("asOf").longValue());
            case "chair.back" -> new FloorEvent.ChairBack();
            case "floor.frozen" -> new FloorEvent.FloorFrozen();
            case "chair.deputies" -> new FloorEvent.DeputiesOrdered(seats(n));
            case "screen.shown" -> new FloorEvent.ScreenShown(n.path("shown").booleanValue());
            default -> throw new IllegalStateException("no such event: " + n.path("ev"));
        };
    }

    private static ObjectNode ahead(ObjectNode node, Optional<RequestId> ahead) {
        return ahead.isEmpty() ? node : node.put("ahead", ahead.get().value());
    }

    private static Optional<RequestId> ahead(JsonNode n) {
        return RequestCodec.optional(n, "ahead");
    }

    private static ObjectNode placed(
            ObjectNode node, Optional<RequestId> behind, Optional<RequestId> ahead) {
        behind.ifPresent(b -> node.put("behind", b.value()));
        return ahead(node, ahead);
    }

    private static ObjectNode flag(ObjectNode node, String name, boolean set) {
        return set ? node.put(name, true) : node;
    }

    private static ObjectNode charge(ObjectNode node, FloorEvent.Charge charge) {
        if (!charge.team().isEmpty()) {
            node.put("team", charge.team());
        }
        return node.put("spokenMs", charge.spokenMs()).put("chargedMs", charge.chargedMs());
    }

    private static FloorEvent.Charge charge(JsonNode n) {
        return new FloorEvent.Charge(
                n.path("team").asText(),
                n.path("spokenMs").longValue(),
                n.path("chargedMs").longValue());
    }

    private static Optional<FloorEvent.Continued> continued(JsonNode n) {
        return RequestCodec.optional(n, "follows")
                .map(id ->
                        new FloorEvent.Continued(
                                id,
                                n.path("asked").longValue(),
                                n.has("leftMs")
                                        ? OptionalLong.of(n.path("leftMs").longValue())
                                        : OptionalLong.empty()));
    }

    static ObjectNode budgetOwner(BudgetOwner p) {
        return switch (p.kind()) {
            case PERSON -> Json.object().put("seat", p.name());
            case TEAM -> Json.object().put("team", p.name());
            case ITEM -> Json.object().put("item", true);
        };
    }

    static BudgetOwner budgetOwner(JsonNode n) {
        if (n.has("seat")) {
            return BudgetOwner.person(seat(n));
        }
        return n.has("team") ? BudgetOwner.team(n.path("team").textValue()) : BudgetOwner.ITEM;
    }

    private static List<SeatId> seats(JsonNode n) {
        List<SeatId> seats = new ArrayList<>();
        n.path("seats").forEach(s -> seats.add(new SeatId(s.textValue())));
        return seats;
    }

    private static Ending ending(JsonNode n) {
        return n.has("why") ? Ending.valueOf(upper(n.path("why").textValue())) : Ending.CHAIR;
    }

    private static PauseCause pause(JsonNode n) {
        return PauseCause.valueOf(upper(n.path("why").textValue()));
    }

    private static String upper(String wire) {
        return wire.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static ObjectNode reason(ObjectNode node, String reason) {
        return reason.isEmpty() ? node : node.put("reason", reason);
    }

    private static String reason(JsonNode n) {
        return n.path("reason").asText();
    }

    private static ObjectNode named(String name) {
        return Json.object().put("ev", name);
    }

    private static ObjectNode request(String name, RequestId request) {
        return named(name).put("request", request.value());
    }

    private static SeatId seat(JsonNode node) {
        return new SeatId(node.path("seat").textValue());
    }

    private static RequestId request(JsonNode node) {
        return new RequestId(node.path("request").longValue());
    }
}
