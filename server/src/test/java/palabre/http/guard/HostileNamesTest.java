package palabre.http.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import palabre.codec.Json;
import palabre.testing.Browserless;
import palabre.testing.ServedTest;
import palabre.testing.StreamCarrier;

/** Whatever people write is text on every page: no tag begins in it and no attribute ends in it. */
class HostileNamesTest extends ServedTest {
    private static final String EVIL = "\"><script>alert(1)</script>' onx='y' onx=\"z";

    private static final Pattern TAG =
            Pattern.compile("<([a-zA-Z!/][^\\s>]*)((?:\\s+[^\\s=>\"']+(?:=\"[^\"]*\")?)*)\\s*/?>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=\"']+)(?:=\"[^\"]*\")?");

    /** Every tag is well formed, none is a script but ours, no attribute is theirs. */
    private static void isText(String page, String html) {
        assertThat(html).as(page).contains("&lt;script").doesNotContain("<script>");
        Matcher tag = TAG.matcher(html);
        int end = 0;
        while (tag.find()) {
            assertThat(html.substring(end, tag.start()))
                    .as("what is between two tags of %s", page)
                    .doesNotContain("<");
            end = tag.end();
            Matcher attribute = ATTRIBUTE.matcher(tag.group(2));
            while (attribute.find()) {
                assertThat(attribute.group(1))
                        .as("an attribute in %s of %s", tag.group(), page)
                        .matches("[a-zA-Z:-]+")
                        .doesNotStartWith("on");
            }
        }
        assertThat(html.substring(end)).as(page).doesNotContain("<");
    }

    private JsonNode session() {
        ObjectNode file = Json.object().put("title", EVIL).put("place", EVIL).put("sound", EVIL);
        file.put("results", EVIL).put("rules", EVIL).put("notes", EVIL);
        file.put("start", "2027-03-01T09:00").put("zone", "Africa/Libreville").put("minutes", 9);
        file.putArray("agenda").addObject().put("title", EVIL).put("lead", EVIL);
        file.putArray("teams").addObject().put("name", EVIL);
        file.putArray("glossary")
                .addObject()
                .put("term", EVIL)
                .put("language", "en")
                .put("means", EVIL);
        file.putArray("rooms")
                .addObject()
                .put("title", EVIL)
                .put("access", "open")
                .put("onRecord", true);
        for (String role : List.of("moderator", "participant")) {
            file.withArray("people")
                    .addObject()
                    .put("name", EVIL + role)
                    .put("role", role)
                    .put("team", EVIL)
                    .put("sector", EVIL)
                    .put("site", EVIL);
        }
        String made = http.postJson("/api/sessions", Json.write(file), organiser()).body();
        return StreamCarrier.json(made);
    }

    /** Presses a button of the text page. */
    private static void act(Browserless by, String room, String act, String... fields) {
        String page = by.get(room + "/text").body();
        Map<String, String> form = new HashMap<>();
        for (String name : List.of("csrf", "at")) {
            Matcher m = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
            assertThat(m.find()).as(name).isTrue();
            form.put(name, m.group(1));
        }
        form.put("act", act);
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        assertThat(by.form(room + "/text", form).headers().firstValue("Location").orElse(""))
                .as(act)
                .contains("/text")
                .doesNotContain("refused");
    }

    private static Browserless in(Browserless by, String door) {
        Matcher version =
                Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(by.get(door).body());
        assertThat(version.find()).isTrue();
        by.form(
                door,
                Map.of(
                        "name",
                        EVIL,
                        "form",
                        by.nonce(door),
                        "record",
                        "on",
                        "version",
                        version.group(1),
                        "rules",
                        "on"));
        return by;
    }

    @Test
    void whatIsWrittenAnywhereIsTextOnEveryPage() {
        JsonNode session = session();
        String room = "/r/" + session.at("/rooms/0/id").textValue();
        List<String> doors = new ArrayList<>();
        session.at("/rooms/0/links").forEach(l -> doors.add("/j/" + l.path("token").textValue()));
        isText("the door", http.get(doors.getFirst()).body());
        isText("the open door", http.get(room + "/visit").body());
        Browserless mo = in(new Browserless(server.base()), doors.getFirst());
        Browserless ana = in(new Browserless(server.base()), doors.get(1));

        act(mo, room, "list.open");
        act(ana, room, "floor.request", "topic", EVIL, "kind", "speech");
        act(mo, room, "floor.grant 1");
        act(mo, room, "floor.queue", "name", EVIL, "team", EVIL, "site", EVIL, "topic", EVIL);
        act(mo, room, "item.start", "title", EVIL, "minutes", "5");
        act(mo, room, "poll.open", "question", EVIL, "kind", "single", "o1", EVIL, "o2", "b");
        act(mo, room, "poll.open", "question", EVIL, "kind", "words");
        act(ana, room, "poll.vote 2", "w0", EVIL.substring(0, 30));
        act(ana, room, "question.put", "text", EVIL);
        act(mo, room, "result.note", "kind", "action", "text", EVIL, "who", EVIL);
        act(mo, room, "result.note", "kind", "decision", "text", EVIL);
        act(ana, room, "contact.card", "card", EVIL);
        act(mo, room, "lobby.open");
        act(mo, room, "lobby.tell", "text", EVIL);

        for (String page :
                List.of(
                        "",
                        "/text",
                        "/text/people",
                        "/text/lobby",
                        "/text/questions",
                        "/screen",
                        "/pack",
                        "/statistics")) {
            isText("the moderator's " + page, mo.get(room + page).body());
            isText("the participant's " + page, ana.get(room + page).body());
        }
        String desk = "/o/" + server.organiser();
        String prepared = desk + "/" + session.path("id").textValue();
        http.postJson("/api/organisers", Json.write(Json.object().put("name", EVIL)), organiser());
        for (String page : List.of(desk, desk + "/organisers", prepared, prepared + "/audit")) {
            isText(page, http.get(page).body());
        }
    }
}
