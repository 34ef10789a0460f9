package palabre.http.entry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import palabre.testing.ServedTest;
import palabre.testing.StreamCarrier;

/** No right is carried from one room into another: not by going there, not by being sent. */
class RolesAcrossRoomsTest extends ServedTest {
    private static final String SESSION =
            """
            {"title":"Film policy",
             "rooms":[{"key":"hall","title":"Hall","access":"open"},
                      {"key":"safe","title":"Safe room","access":"closed","onRecord":false},
                      {"key":"side","title":"Side room","access":"closed"}],
             "people":[{"name":"Mo","role":"moderator"},{"name":"Dee","role":"deputy"},
                       {"name":"Ana","team":"Gabon"},{"name":"Ben","team":"Peru"},
                       {"name":"Sid","role":"deputy","room":"safe"},
                       {"name":"Sue","room":"safe"}]}
            """;

    private JsonNode session;
    private final Map<String, String> tokens = new HashMap<>();
    private final Map<String, String> seats = new HashMap<>();
    private int sent;

    @BeforeEach
    void prepare() {
        session = StreamCarrier.json(http.postJson("/api/sessions", SESSION, organiser()).body());
        for (JsonNode room : session.path("rooms")) {
            for (JsonNode link : room.path("links")) {
                tokens.put(link.path("name").asText(), link.path("token").asText());
                seats.put(link.path("name").asText(), link.path("link").asText());
            }
        }
        for (String name : new String[] {"Mo", "Dee", "Ana", "Ben"}) {
            assertThat(hello(name, "hall").path("role").asText()).as(name).isNotEmpty();
        }
        hello("Sid", "safe");
        hello("Sue", "safe");
    }

    private String room(String key) {
        int at =
                switch (key) {
                    case "hall" -> 0;
                    case "safe" -> 1;
                    default -> 2;
                };
        return session.path("rooms").path(at).path("id").asText();
    }

    /** How a room greets somebody; empty when it does not. */
    private JsonNode hello(String name, String room) {
        String id = room.length() > 5 ? room : room(room);
        String body =
                http.get(
                                "/api/rooms/" + id + "/live",
                                "Accept",
                                "application/x-ndjson",
                                "Authorization",
                                "Bearer " + tokens.get(name))
                        .body();
        return StreamCarrier.json(body.split("\n")[0]);
    }

    /** The code of the answer; {@code ack} when it was done. */
    private String asks(String name, String room, String command) {
        String id = room.length() > 5 ? room : room(room);
        String json = "{\"id\":\"c" + sent++ + "\"," + command.replace('\'', '"') + "}";
        for (String n : seats.keySet()) {
            json = json.replace("\"" + n + "\"", "\"" + seats.get(n) + "\"");
        }
        JsonNode answer =
                StreamCarrier.json(
                        http.postJson(
                                        "/api/rooms/" + id + "/commands",
                                        json.replace("\"safe\"", "\"" + room("safe") + "\"")
                                                .replace("\"hall\"", "\"" + room("hall") + "\"")
                                                .replace("\"side\"", "\"" + room("side") + "\""),
                                        as(tokens.get(name)))
                                .body());
        return answer.has("ack") ? "ack" : answer.path("code").asText();
    }

    /** Ana leads a group of herself and Ben. */
    private String group() {
        assertThat(
                        asks(
                                "Mo",
                                "hall",
                                "'do':'groups.open','groups':[{'title':'G','seats':['Ana','Ben']}]"))
                .isEqualTo("ack");
        String page = http.get("/j/" + tokens.get("Ana")).body();
        assertThat(page).contains("G");
        JsonNode mo = snapshot("Mo", "hall");
        return mo.path("doors").path("groups").path(0).path("room").asText();
    }

    private JsonNode snapshot(String name, String room) {
        String body =
                http.get(
                                "/api/rooms/" + room(room) + "/live",
                                "Accept",
                                "application/x-ndjson",
                                "Authorization",
                                "Bearer " + tokens.get(name))
                        .body();
        for (String line : body.split("\n")) {
            JsonNode json = StreamCarrier.json(line);
            if (json.has("snapshot")) {
                return json.path("snapshot");
            }
        }
        throw new AssertionError(body);
    }

    @Test
    void aGroupsLeadBecomesNoModeratorAnywhere() {
        String group = group();
        assertThat(hello("Ana", group).path("role").asText()).isEqualTo("deputy");
        assertThat(asks("Ana", group, "'do':'seat.role','seat':'Ana','role':'moderator'"))
                .isEqualTo("ONLY_INVITED_GIVES");
        assertThat(asks("Ana", group, "'do':'seat.role','seat':'Ben','role':'deputy'"))
                .isEqualTo("ONLY_INVITED_GIVES");
        assertThat(asks("Ana", group, "'do':'groups.call'")).isEqualTo("ROLE_MAY_NOT");
        assertThat(asks("Ana", group, "'do':'people.move','seats':['Ana'],'room':'safe'"))
                .isEqualTo("ROLE_MAY_NOT");
        assertThat(asks("Mo", "hall", "'do':'groups.call'")).isEqualTo("ack");
        assertThat(hello("Ana", "hall").path("role").asText()).isEqualTo("participant");
    }

    @Test
    void aRoleThatWasGivenEndsWhenTheSeatLeavesTheRoom() {
        assertThat(asks("Mo", "hall", "'do':'seat.role','seat':'Ana','role':'moderator'"))
                .isEqualTo("ack");
        assertThat(hello("Ana", "hall").path("role").asText()).isEqualTo("moderator");
        assertThat(asks("Ana", "hall", "'do':'seat.role','seat':'Ben','role':'moderator'"))
                .as("handed on")
                .isEqualTo("ONLY_INVITED_GIVES");
        assertThat(asks("Ana", "hall", "'do':'seat.remove','seat':'Mo'"))
                .isEqualTo("NOT_OVER_MODERATOR");
        String group = group();
        assertThat(hello("Ana", group).path("role").asText()).as("as lead").isEqualTo("deputy");
        assertThat(asks("Mo", "hall", "'do':'groups.call'")).isEqualTo("ack");
        assertThat(hello("Ana", "hall").path("role").asText()).isEqualTo("participant");
    }

    @Test
    void aDeputyOfAnotherRoomCallsNobodyBackAndMovesNobodyThere() {
        group();
        assertThat(asks("Sid", "safe", "'do':'groups.call'")).isEqualTo("NO_GROUPS");
        assertThat(asks("Sid", "safe", "'do':'people.move','seats':['Ben'],'room':'safe'"))
                .isEqualTo("UNKNOWN_SEAT");
        assertThat(asks("Mo", "hall", "'do':'groups.call'")).isEqualTo("ack");
    }

    @Test
    void aSideRoomsGroupsHoldUpNobodyElses() {
        String groups =
                "'do':'groups.open','onRecord':false,'groups':[{'title':'S','seats':['Sue']}]";
        assertThat(asks("Sid", "safe", groups)).isEqualTo("ack");
        String group = group();
        assertThat(snapshot("Sid", "safe").at("/doors/groups")).hasSize(1);
        assertThat(snapshot("Mo", "hall").at("/doors/groups")).hasSize(1);
        assertThat(asks("Mo", "hall", "'do':'groups.call'")).isEqualTo("ack");
        assertThat(hello("Ana", group).path("role").asText()).isEmpty();
        String sides = snapshot("Sid", "safe").at("/doors/groups/0/room").asText();
        assertThat(hello("Sue", sides).path("role").asText()).isEqualTo("deputy");
        assertThat(asks("Mo", "hall", "'do':'groups.open','groups':[{'title':'Nobody'}]"))
                .isEqualTo("NOBODY_TO_SEND");
    }

    @Test
    void nobodyWalksIntoARoomToWhichOthersAreInvited() {
        for (String who : new String[] {"Mo", "Ana"}) {
            assertThat(
                            asks(
                                    "Mo",
                                    "hall",
                                    "'do':'people.move','seats':['" + who + "'],'room':'safe'"))
                    .isEqualTo("NOT_INVITED_THERE");
        }
        assertThat(hello("Mo", "safe").path("code").asText()).isEqualTo("NOT_FOUND");
        assertThat(asks("Mo", "hall", "'do':'people.move','seats':['Ana'],'room':'side'"))
                .as("nobody is invited there: it is the hall's")
                .isEqualTo("ack");
        assertThat(hello("Ana", "side").path("role").asText()).isEqualTo("participant");
        assertThat(asks("Sid", "safe", "'do':'people.move','seats':['Sue'],'room':'side'"))
                .isEqualTo("NOT_INVITED_THERE");
        assertThat(asks("Mo", "hall", "'do':'people.move','seats':['Ana'],'room':'hall'"))
                .isEqualTo("ack");
    }

    @Test
    void whoModeratesLooksIntoTheGroupsAndComesBack() {
        String group = group();
        assertThat(asks("Mo", "hall", "'do':'people.move','seats':['Mo'],'room':'" + group + "'"))
                .isEqualTo("ack");
        assertThat(hello("Mo", group).path("role").asText()).isEqualTo("moderator");
        assertThat(asks("Mo", group, "'do':'groups.call'")).isEqualTo("NOT_FROM_HERE");
        assertThat(asks("Mo", group, "'do':'people.move','seats':['Ben'],'room':'hall'"))
                .isEqualTo("NOT_FROM_HERE");
        assertThat(asks("Mo", group, "'do':'people.move','seats':['Mo'],'room':'hall'"))
                .isEqualTo("ack");
        assertThat(asks("Mo", "hall", "'do':'groups.call'")).isEqualTo("ack");
    }

    @Test
    void whileADeputyPresidesTheModeratorTakesTheChairFirst() {
        assertThat(asks("Mo", "hall", "'do':'chair.give','to':'Dee'")).isEqualTo("ack");
        for (String command :
                new String[] {
                    "'do':'agenda.add','title':'x'",
                    "'do':'poll.open','question':'q','kind':'rating'",
                    "'do':'lobby.open'",
                    "'do':'mode.propose','onRecord':false",
                    "'do':'public.view','cut':true",
                    "'do':'groups.open','groups':[{'title':'G'}],'mix':'teams'",
                    "'do':'people.move','seats':['Ana'],'room':'side'",
                    "'do':'seat.remove','seat':'Ana'",
                    "'do':'seat.role','seat':'Ana','role':'secretary'",
                    "'do':'session.close'"
                }) {
            assertThat(asks("Mo", "hall", command)).as(command).isEqualTo("NOT_PRESIDING");
        }
        for (String over :
                new String[] {
                    "'do':'seat.remove','seat':'Mo'",
                    "'do':'seat.role','seat':'Mo','role':'participant'",
                    "'do':'people.move','seats':['Ana','Mo'],'room':'side'",
                    "'do':'groups.open','groups':[{'title':'G','seats':['Mo']}]"
                }) {
            assertThat(asks("Dee", "hall", over)).as(over).isEqualTo("NOT_OVER_MODERATOR");
        }
        assertThat(asks("Mo", "hall", "'do':'chair.take'")).isEqualTo("ack");
        assertThat(asks("Mo", "hall", "'do':'agenda.add','title':'x'")).isEqualTo("ack");
        assertThat(asks("Dee", "hall", "'do':'agenda.add','title':'y'")).isEqualTo("NOT_PRESIDING");
    }

    @Test
    void aDeputySendsNobodyElsewhereWhoWasMadeModeratorHere() {
        assertThat(asks("Mo", "hall", "'do':'seat.role','seat':'Ana','role':'moderator'"))
                .isEqualTo("ack");
        assertThat(asks("Mo", "hall", "'do':'chair.give','to':'Dee'")).isEqualTo("ack");
        for (String over :
                new String[] {
                    "'do':'people.move','seats':['Ben','Ana'],'room':'side'",
                    "'do':'groups.open','groups':[{'title':'G','seats':['Ben','Ana']}]"
                }) {
            assertThat(asks("Dee", "hall", over)).as(over).isEqualTo("NOT_OVER_MODERATOR");
        }
        assertThat(asks("Dee", "hall", "'do':'people.move','seats':['Ben'],'room':'side'"))
                .isEqualTo("ack");
        assertThat(asks("Mo", "hall", "'do':'chair.take'")).isEqualTo("ack");
        assertThat(asks("Mo", "hall", "'do':'people.move','seats':['Ana'],'room':'side'"))
                .isEqualTo("ack");
    }
}
