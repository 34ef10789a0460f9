package palabre.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import palabre.codec.Json;
import palabre.codec.Unreadable;

/**
 * Counts a meeting anew from its exported log alone, without the server's own core: who spoke how
 * long and how often; and what must never have happened.
 */
final class Recount {
    private static final Set<String> PROCEDURAL = Set.of("point-of-order", "question");

    private static final class Request {
        String seat = "";
        boolean counts;
        long asked;
        boolean waits = true;
    }

    private static final class Turn {
        final Set<String> pauses = new HashSet<>();
        long used;
        long since;

        Turn(long at) {
            this.since = at;
        }

        void count(long upTo) {
            if (pauses.isEmpty()) {
                used += Math.max(0, upTo - since);
            }
        }
    }

    /** Turns and milliseconds. */
    static final class Share {
        int people;
        int turns;
        long ms;

        @Override
        public String toString() {
            return people + " people, " + turns + " turns, " + ms + " ms";
        }
    }

    private final Map<String, JsonNode> people = new HashMap<>();
    private final Map<Long, Request> requests = new TreeMap<>();
    private final Map<Long, Turn> turns = new HashMap<>();
    private final Map<String, Share> shares = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private long longestWait;
    private long turnsBegun;
    private long deferred;
    private long lost;
    private boolean whole;

    static Recount of(String log) throws Unreadable {
        Recount recount = new Recount();
        for (String text : log.split("\n")) {
            JsonNode line = Json.parse(text);
            recount.whole = line.has("end");
            if (line.has("ev")) {
                recount.event(line);
            }
        }
        return recount;
    }

    private void event(JsonNode e) {
        long at = e.path("at").longValue();
        long id = e.path("request").longValue();
        switch (e.path("ev").textValue()) {
            case "seat.joined" -> people.put(e.path("seat").textValue(), e);
            case "floor.requested" -> requested(e, at);
            case "floor.granted" -> granted(id, at);
            case "floor.denied", "floor.cancelled" -> leavesLine(id);
            case "floor.released", "floor.revoked" -> {
                lost += e.path("why").asText().equals("connection-lost") ? 1 : 0;
                ended(id, at);
            }
            case "floor.deferred" -> deferred++;
            case "turn.paused" -> paused(turn(id), e.path("why").textValue(), e, at);
            case "turn.resumed" -> resumed(turn(id), e.path("why").textValue(), at);
            case "floor.paused" -> turns.values().forEach(t -> paused(t, "all", e, at));
            case "floor.resumed" -> turns.values().forEach(t -> resumed(t, "all", at));
            default -> {}
        }
        long running = turns.values().stream().filter(t -> t.pauses.isEmpty()).count();
        if (running > 1) {
            wrong.add(running + " speak at once at " + e.path("seq"));
        }
    }

    private void requested(JsonNode e, long at) {
        Request r = new Request();
        r.seat = e.path("seat").textValue();
        r.counts = !PROCEDURAL.contains(e.path("kind").asText()) && !e.has("leftMs");
        r.asked = e.has("asked") ? e.path("asked").longValue() : at;
        boolean procedural = PROCEDURAL.contains(e.path("kind").asText());
        boolean twice =
                !procedural
                        && requests.values().stream()
                                .anyMatch(o -> o.waits && o.counts && o.seat.equals(r.seat));
        if (twice) {
            wrong.add(r.seat + " waits twice at " + e.path("seq"));
        }
        requests.put(e.path("request").longValue(), r);
    }

    private void leavesLine(long id) {
        request(id).waits = false;
    }

    private void granted(long id, long at) {
        Request r = request(id);
        if (!r.waits) {
            wrong.add(id + " is granted and did not wait");
        }
        leavesLine(id);
        longestWait = Math.max(longestWait, at - r.asked);
        turns.put(id, new Turn(at));
        turnsBegun++;
        share(r.seat).turns += r.counts ? 1 : 0;
    }

    /** Of an id that the log has named before; anything else is a broken log. */
    private Request request(long id) {
        return Objects.requireNonNull(requests.get(id), () -> "no request " + id);
    }

    private Turn turn(long id) {
        return Objects.requireNonNull(turns.get(id), () -> "no turn " + id);
    }

    private Share share(String seat) {
        return shares.computeIfAbsent(seat, _ -> new Share());
    }

    private void ended(long id, long at) {
        Turn t = turns.remove(id);
        if (t == null) {
            wrong.add(id + " ends and was no turn");
            return;
        }
        t.count(at);
        share(request(id).seat).ms += t.used;
    }

    private static void paused(Turn t, String why, JsonNode e, long at) {
        t.count(Math.min(at, e.has("asOf") ? e.path("asOf").longValue() : at));
        t.pauses.add(why);
        t.since = at;
    }

    private static void resumed(Turn t, String why, long at) {
        t.pauses.remove(why);
        t.since = at;
    }

    /** What is still open: nobody's place may be lost. */
    long open() {
        return turns.size() + requests.values().stream().filter(r -> r.waits).count();
    }

    /** Shares of groups by a field of the person; {@code mode} is by whether they have a site. */
    Map<String, Share> by(String field) {
        Map<String, Share> groups = new TreeMap<>();
        people.forEach((seat, p) -> {
            if (!Set.of("participant", "secretary").contains(p.path("role").asText())) {
                return;
            }
            String site = p.path("site").asText("");
            String group =
                    field.equals("mode")
                            ? site.isEmpty() ? "online" : "on-site"
                            : p.path(field).asText("");
            if (!group.isEmpty()) {
                Share sum = groups.computeIfAbsent(group, _ -> new Share());
                sum.people++;
                sum.turns += share(seat).turns;
                sum.ms += share(seat).ms;
            }
        });
        return groups;
    }

    /** The mean difference between all pairs over twice the mean, pair by pair. */
    double gini() {
        List<Long> all = new ArrayList<>();
        people.forEach((seat, p) -> {
            if (Set.of("participant", "secretary").contains(p.path("role").asText())) {
                all.add(share(seat).ms);
            }
        });
        double differences = 0;
        double sum = 0;
        for (long a : all) {
            sum += a;
            for (long b : all) {
                differences += Math.abs(a - b);
            }
        }
        return sum == 0 ? 0 : differences / (2 * all.size() * sum);
    }

    /** Where the server's figures say something else, in words. */
    List<String> differences(JsonNode figures) {
        List<String> all = new ArrayList<>(wrong);
        if (!whole) {
            all.add("the log was cut");
        }
        Map<String, String> fields =
                Map.of("team", "teams", "sector", "sectors", "site", "sites", "mode", "modes");
        fields.forEach((field, name) -> compare(all, by(field), figures.path(name)));
        for (JsonNode p : figures.path("people")) {
            Share mine = share(p.path("seat").textValue());
            if (mine.ms != p.path("ms").longValue() || mine.turns != p.path("turns").intValue()) {
                all.add(p + " but counted " + mine);
            }
        }
        long spoke = shares.values().stream().filter(s -> s.ms > 0 || s.turns > 0).count();
        if (spoke != figures.path("people").size()) {
            all.add(spoke + " spoke, figures say " + figures.path("people").size());
        }
        if (Math.abs(gini() - figures.path("giniPeople").doubleValue()) > 0.0006) {
            all.add("Gini " + gini() + ", figures say " + figures.path("giniPeople"));
        }
        if (longestWait != figures.path("longestWaitMs").longValue()) {
            all.add("waited " + longestWait + ", figures say " + figures.path("longestWaitMs"));
        }
        return all;
    }

    private static void compare(List<String> all, Map<String, Share> mine, JsonNode theirs) {
        if (mine.size() != theirs.size()) {
            all.add(mine.keySet() + " but figures say " + theirs);
        }
        mine.forEach((group, share) -> {
            JsonNode told = theirs.path(group);
            if (told.path("people").intValue() != share.people
                    || told.path("turns").intValue() != share.turns
                    || told.path("ms").longValue() != share.ms) {
                all.add(group + ": " + told + " but counted " + share);
            }
        });
    }

    long turnsBegun() {
        return turnsBegun;
    }

    long requests() {
        return requests.size();
    }

    long deferred() {
        return deferred;
    }

    /** Turns that ended because the link was lost. */
    long lost() {
        return lost;
    }

    long longestWaitMs() {
        return longestWait;
    }
}
