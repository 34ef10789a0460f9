package palabre.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import palabre.core.SeatId;
import palabre.core.floor.Account;
import palabre.core.floor.BudgetOwner;
import palabre.core.floor.Ledger;
import palabre.core.seats.Grouping;

/** Who has had how much of the floor, as a snapshot keeps it. */
final class LedgerCodec {
    private LedgerCodec() {}

    static ObjectNode write(Ledger ledger) {
        ObjectNode node =
                Json.object()
                        .put("begun", ledger.turnsBegun())
                        .put("ended", ledger.turnsEnded())
                        .put("spokenMs", ledger.spokenMs())
                        .put("roundFrom", ledger.roundFrom())
                        .put("longestWaitMs", ledger.longestWaitMs());
        ArrayNode speakers = node.putArray("speakers");
        ledger.speakers()
                .forEach((seat, s) -> {
                    ObjectNode speaker = account(s.account()).put("seat", seat.value());
                    PersonCodec.write(speaker, s.person());
                    speakers.add(speaker);
                });
        ObjectNode teams = node.putObject("teams");
        ledger.teams().forEach((team, a) -> teams.set(team, account(a)));
        ArrayNode extra = node.putArray("extra");
        ledger.extraMs()
                .forEach((budgetOwner, ms) ->
                        extra.add(FloorEventCodec.budgetOwner(budgetOwner).put("ms", ms)));
        ObjectNode runs = node.putObject("runs");
        ledger.runs()
                .forEach((by, run) ->
                        runs.putObject(by.wire())
                                .put("group", run.group())
                                .put("turns", run.turns()));
        return node;
    }

    private static ObjectNode account(Account a) {
        return Json.object()
                .put("turns", a.turns())
                .put("spoken", a.spokenMs())
                .put("charged", a.chargedMs())
                .put("last", a.lastTurn());
    }

    static Ledger read(JsonNode n) {
        Map<SeatId, Ledger.Speaker> speakers = new LinkedHashMap<>();
        n.path("speakers")
                .forEach(s ->
                        speakers.put(
                                new SeatId(s.path("seat").textValue()),
                                new Ledger.Speaker(PersonCodec.read(s), account(s))));
        Map<String, Account> teams = new TreeMap<>();
        n.path("teams").properties().forEach(t -> teams.put(t.getKey(), account(t.getValue())));
        Map<BudgetOwner, Long> extra = new HashMap<>();
        n.path("extra")
                .forEach(e -> extra.put(FloorEventCodec.budgetOwner(e), e.path("ms").longValue()));
        Map<Grouping, Ledger.Run> runs = new EnumMap<>(Grouping.class);
        n.path("runs")
                .properties()
                .forEach(r ->
                        runs.put(
                                Grouping.fromWire(r.getKey()).orElseThrow(),
                                new Ledger.Run(
                                        r.getValue().path("group").textValue(),
                                        r.getValue().path("turns").intValue())));
        return new Ledger(
                speakers,
                teams,
                extra,
                runs,
                n.path("begun").longValue(),
                n.path("ended").longValue(),
                n.path("spokenMs").longValue(),
                n.path("roundFrom").longValue(),
                n.path("longestWaitMs").longValue());
    }

    private static Account account(JsonNode n) {
        return new Account(
                n.path("turns").intValue(),
                n.path("spoken").longValue(),
                n.path("charged").longValue(),
                n.path("last").longValue());
    }
}
