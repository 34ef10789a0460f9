package palabre.http.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import palabre.codec.Json;
import palabre.core.policy.RequestKind;
import palabre.core.polls.PollTerms;

/**
 * Makes a command of what a form sent: the button says which and on what, {@code floor.move 5 3},
 * the fields say the rest. What makes no sense is left for the command's own reader to refuse.
 */
final class TextForms {
    private final Function<String, Optional<String>> field;

    private final Function<String, List<String>> every;

    /**
     * @param field a form's field; empty when it was left blank
     * @param every the fields whose names begin so
     */
    TextForms(Function<String, Optional<String>> field, Function<String, List<String>> every) {
        this.field = field;
        this.every = every;
    }

    ObjectNode command(String act) {
        String[] words = act.split(" ", 3);
        ObjectNode c = Json.object().put("do", words[0]);
        switch (words[0]) {
            case "floor.next" -> number(c, "holder", words, 1);
            case "rules.accept" -> number(c, "version", words, 1);
            case "floor.move" -> {
                number(c, "request", words, 1);
                number(c, "behind", words, 2);
            }
            case "floor.grant" -> {
                number(c, "request", words, 1);
                if (words.length == 3) {
                    c.put("anyway", true);
                }
            }
            case "result.note", "result.remove", "result.done" -> number(c, "entry", words, 1);
            case "link.close" -> {
                if (words.length > 1) {
                    c.put("link", words[1]);
                }
            }
            case "contact.want", "contact.unwant", "lobby.admit", "lobby.refuse" -> {
                if (words.length > 1) {
                    c.put("seat", words[1]);
                }
            }
            case "agenda.move" -> {
                number(c, "item", words, 1);
                number(c, "behind", words, 2);
            }
            case "screen.show" -> c.put("shown", words.length > 1 && words[1].equals("1"));
            default -> number(c, subject(words[0]), words, 1);
        }
        fields(c, words[0]);
        return c;
    }

    /** What the number behind a command is of. */
    private static String subject(String command) {
        return switch (command.substring(0, Math.max(0, command.indexOf('.')))) {
            case "agenda" -> "item";
            case "poll" -> "poll";
            case "question" -> "question";
            default -> "request";
        };
    }

    private static void number(ObjectNode c, String name, String[] words, int at) {
        if (words.length > at && words[at].matches("\\d{1,15}")) {
            c.put(name, Long.parseLong(words[at]));
        }
    }

    private void fields(ObjectNode c, String name) {
        switch (name) {
            case "floor.request" -> {
                c.put("topic", field.apply("topic").orElse(""));
                texts(c, "kind", "language", "for");
            }
            case "floor.queue" -> texts(c, "name", "team", "site", "topic", "kind");
            case "floor.change" -> c.put("topic", field.apply("topic").orElse(""));
            case "floor.handover", "chair.give" -> texts(c, "to");
            case "floor.deny", "floor.revoke" -> texts(c, "reason");
            case "turn.extend" -> seconds(c, "seconds", "seconds", 1);
            case "item.start" -> {
                texts(c, "title");
                seconds(c, "seconds", "minutes", 60);
                itsRules(c);
            }
            case "budget.give" -> {
                budgetOwner(c, "from");
                budgetOwner(c, "to");
                seconds(c, "seconds", "minutes", 60);
                texts(c, "reason");
            }
            case "floor.policy" -> {
                c.set("policy", policy());
                texts(c, "reason");
            }
            case "seat.remove" -> texts(c, "seat");
            case "seat.role" -> texts(c, "seat", "role");
            case "seat.rename" -> c.put("name", field.apply("name").orElse(""));
            case "seat.declare" -> texts(c, "gender", "age");
            case "agenda.add" -> {
                texts(c, "title");
                seconds(c, "seconds", "minutes", 60);
            }
            case "agenda.extend" -> seconds(c, "seconds", "minutes", 60);
            case "result.note" -> texts(c, "kind", "text", "who", "due");
            case "result.none" -> texts(c, "kind");
            case "next.set" -> texts(c, "start", "zone", "place");
            case "question.put" -> texts(c, "text");
            case "contact.card" -> c.put("card", field.apply("card").orElse(""));
            case "lobby.tell" -> c.put("text", field.apply("text").orElse(""));
            case "mode.propose" ->
                    c.put("onRecord", field.apply("onRecord").filter("1"::equals).isPresent());
            case "public.view" -> {
                c.put("cut", field.apply("cut").filter("1"::equals).isPresent());
                seconds(c, "delay", "delay", 1);
            }
            case "people.move" -> {
                ArrayNode seats = c.putArray("seats");
                field.apply("seat").ifPresent(seats::add);
                texts(c, "room");
            }
            case "groups.open" -> groups(c);
            case "poll.open" -> poll(c);
            case "poll.vote" -> vote(c);
            default -> {}
        }
    }

    private void groups(ObjectNode c) {
        texts(c, "mix");
        seconds(c, "seconds", "minutes", 60);
        c.put("onRecord", field.apply("record").isPresent());
        ArrayNode groups = c.putArray("groups");
        for (int i = 1; i <= 20; i++) {
            String number = Integer.toString(i);
            field.apply("g" + i)
                    .ifPresent(title -> {
                        ObjectNode group = groups.addObject().put("title", title);
                        ArrayNode seats = group.putArray("seats");
                        for (String chosen : every.apply("s-")) {
                            String[] words = chosen.split(" ", 2);
                            if (words.length == 2 && words[1].equals(number)) {
                                seats.add(words[0]);
                            }
                        }
                    });
        }
        if (!"hand".equals(c.path("mix").asText())) {
            groups.forEach(g -> ((ObjectNode) g).remove("seats"));
        }
    }

    private void poll(ObjectNode c) {
        texts(c, "question", "kind");
        ArrayNode options = c.putArray("options");
        for (int i = 1; i <= PollTerms.OPTIONS_MAX; i++) {
            field.apply("o" + i).ifPresent(options::add);
        }
        c.put("anonymous", field.apply("anonymous").isPresent());
        c.put("hidden", field.apply("hidden").isPresent());
    }

    /** Ticked, chosen, ranked or written, as the poll's kind made the form. */
    private void vote(ObjectNode c) {
        ArrayNode choices = Json.array();
        field.apply("choice").ifPresent(n -> index(choices, n));
        TreeMap<Integer, Integer> ranked = new TreeMap<>();
        boolean tie = false;
        for (int i = 0; i < PollTerms.OPTIONS_MAX; i++) {
            int option = i;
            field.apply("c" + i).ifPresent(n -> index(choices, n));
            Optional<String> place = field.apply("r" + i).filter(p -> p.matches("\\d{1,2}"));
            if (place.isPresent()) {
                tie |= ranked.put(Integer.parseInt(place.get()), option) != null;
            }
        }
        ranked.values().forEach(choices::add);
        if (tie) {
            choices.add(-1);
        }
        c.set("choices", choices);
        ArrayNode words = Json.array();
        for (int i = 0; i < PollTerms.WORDS_MAX; i++) {
            field.apply("w" + i).ifPresent(w -> words.add(w.strip()));
        }
        if (!words.isEmpty()) {
            c.set("words", words);
        }
    }

    private static void index(ArrayNode choices, String number) {
        choices.add(number.matches("\\d{1,2}") ? Integer.parseInt(number) : -1);
    }

    /** An item of the plan may bring its own order and limit. */
    private void itsRules(ObjectNode c) {
        ObjectNode policy = Json.object();
        texts(policy, "order");
        field.apply("turn")
                .filter(turn -> turn.matches("\\d{1,5}"))
                .ifPresent(turn -> policy.putObject("turn").put("speech", Integer.parseInt(turn)));
        if (!policy.isEmpty()) {
            c.set("policy", policy);
        }
    }

    private void texts(ObjectNode c, String... names) {
        for (String name : names) {
            field.apply(name).ifPresent(value -> c.put(name, value));
        }
    }

    private void seconds(ObjectNode c, String name, String from, int each) {
        field.apply(from)
                .ifPresent(value -> {
                    if (value.matches("\\d{1,6}")) {
                        c.put(name, Long.parseLong(value) * each);
                    } else {
                        c.put(name, value);
                    }
                });
    }

    /** {@code team Gabon}, {@code seat 7} or {@code item}. */
    private void budgetOwner(ObjectNode c, String name) {
        field.apply(name)
                .ifPresent(value -> {
                    String[] words = value.split(" ", 2);
                    if (words.length == 2) {
                        c.putObject(name).put(words[0], words[1]);
                    } else {
                        c.putObject(name).put("item", true);
                    }
                });
    }

    private ObjectNode policy() {
        ObjectNode policy = Json.object();
        texts(policy, "order", "atZero", "figures");
        seconds(policy, "tie", "tie", 1);
        seconds(policy, "person", "person", 60);
        seconds(policy, "team", "team", 60);
        seconds(policy, "grace", "grace", 1);
        seconds(policy, "lag", "lag", 1);
        ObjectNode turn = Json.object();
        for (RequestKind kind : RequestKind.values()) {
            seconds(turn, kind.wire(), kind.wire(), 1);
        }
        if (!turn.isEmpty()) {
            policy.set("turn", turn);
        }
        if (field.apply("runBy").isPresent()) {
            ObjectNode run = policy.putObject("run");
            field.apply("runBy").ifPresent(by -> run.put("by", by));
            seconds(run, "turns", "runTurns", 1);
        }
        return policy;
    }
}
