package palabre.http.entry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import palabre.core.Role;
import palabre.testing.Browserless;
import palabre.testing.ServedTest;
import palabre.testing.StreamCarrier;
import palabre.testing.TestServer;
import palabre.testing.TextPerson;

/** Who was sent out stays out, and a link can be closed to those who are not here yet. */
class SentOutTest extends ServedTest {
    private static final int ROOM = TestServer.PLENARY;

    private String door() {
        return "/j/" + server.token(ROOM, Role.PARTICIPANT);
    }

    private TextPerson guest(String name) {
        return new TextPerson(server.base(), door()).enter(name);
    }

    private TextPerson chair() {
        return new TextPerson(server.base(), "/j/" + server.token(ROOM, Role.MODERATOR))
                .enter("Mo");
    }

    /** The value of the option with which the chair chooses somebody. */
    private static String seat(TextPerson chair, String name) {
        String page = chair.look();
        return page.replaceFirst(
                "(?s).*<option value=\"([a-z0-9-]+)\"[^>]*>" + name + "\\b.*", "$1");
    }

    private HttpResponse<String> live(String token, String... more) {
        String[] headers = new String[4 + more.length];
        headers[0] = "Accept";
        headers[1] = "application/x-ndjson";
        headers[2] = "Authorization";
        headers[3] = "Bearer " + token;
        System.arraycopy(more, 0, headers, 4, more.length);
        return http.get("/api/rooms/" + server.room(ROOM) + "/live", headers);
    }

    @Test
    void theSameBrowserGetsNoOtherSeatByTheSameLink() {
        TextPerson mo = chair();
        TextPerson pest = guest("Pest");
        assertThat(pest.look()).contains("id=\"floor\"");
        mo.press("seat.remove", "seat", seat(mo, "Pest"));
        assertThat(pest.look()).doesNotContain("id=\"floor\"");
        assertThat(pest.http().form(door(), form(door(), "Other name")).statusCode())
                .isEqualTo(403);
        String visit = "/r/" + server.room(ROOM) + "/visit";
        assertThat(pest.http().form(visit, form(visit, "Visitor")).body())
                .contains("has removed you from this room");
        HttpResponse<String> bearer =
                pest.http()
                        .get(
                                "/api/rooms/" + server.room(ROOM) + "/live",
                                "Accept",
                                "application/x-ndjson",
                                "Authorization",
                                "Bearer " + server.token(ROOM, Role.PARTICIPANT));
        assertThat(bearer.body()).as("with the same browser's cookies").contains("REMOVED");
        assertThat(mo.look()).doesNotContain("Other name", "Visitor");
        assertThat(guest("Gus").look()).as("another browser").contains("id=\"floor\"");
    }

    /** As a page of another browser has it, filled in. */
    private Map<String, String> form(String door, String name) {
        String nonce = new Browserless(server.base()).nonce(door);
        return Map.of("name", name, "form", nonce, "rules", "on", "version", "1");
    }

    @Test
    void aLinkIsClosedToNewcomersInOneActAndWhoIsHereStays() {
        TextPerson mo = chair();
        TextPerson ana = guest("Ana");
        String shared = seat(mo, "Ana").replaceFirst("-.*", "");
        Map<String, String> early = form(door(), "Late");
        mo.press("link.close " + shared);
        assertThat(mo.look()).contains("nobody new can join with it");
        assertThat(new TextPerson(server.base(), door()).look()).contains("has closed this link");
        assertThat(http.form(door(), early).body()).contains("has closed this link");
        assertThat(live(server.token(ROOM, Role.PARTICIPANT)).body())
                .as("as a bearer")
                .contains("LINK_CLOSED");
        assertThat(ana.look()).contains("id=\"floor\"");
        assertThat(ana.http().get(door()).statusCode()).as("she has a seat").isEqualTo(303);
        assertThat(mo.look()).doesNotContain("Late");
        server.restart();
        assertThat(http.get(door()).statusCode()).isEqualTo(403);
        reopen(shared);
        assertThat(guest("Late").look()).contains("id=\"floor\"");
    }

    private void reopen(String link) {
        JsonNode sessions = StreamCarrier.json(http.get("/api/sessions", organiser()).body());
        String path = "/api/sessions/" + sessions.path(0).path("id").asText() + "/links/" + link;
        assertThat(http.postJson(path + "/open", "{}", organiser()).statusCode()).isEqualTo(200);
    }

    @Test
    void aBearerWhoIsHereStaysWhenTheLinkIsClosed() {
        String token = server.token(ROOM, Role.PARTICIPANT);
        String seat = StreamCarrier.json(live(token).body().split("\n")[0]).path("seat").asText();
        act(ROOM, Role.MODERATOR, "l1", "\"do\":\"link.close\",\"link\":\"" + seat + "\"");
        assertThat(live(token).body()).contains("\"hello\"");
        String hello = live(server.token(ROOM, Role.MODERATOR)).body().split("\n")[0];
        assertThat(StreamCarrier.json(hello).path("links"))
                .anyMatch(
                        l -> l.path("link").asText().equals(seat) && l.path("closed").asBoolean());
        assertThat(live(token).body().split("\n")[0]).doesNotContain("\"links\"");
    }

    @Test
    void onlyWhoPresidesInTheRoomToWhichItLeadsClosesALink() {
        String path = "/api/rooms/" + server.room(TestServer.ROUND_TABLE) + "/commands";
        String token = server.token(ROOM, Role.PARTICIPANT);
        String seat = StreamCarrier.json(live(token).body().split("\n")[0]).path("seat").asText();
        String command = "{\"id\":\"x\",\"do\":\"link.close\",\"link\":\"" + seat + "\"}";
        assertThat(http.postJson(path, command, as(TestServer.ROUND_TABLE, Role.MODERATOR)).body())
                .contains("UNKNOWN_LINK");
        String here = "/api/rooms/" + server.room(ROOM) + "/commands";
        assertThat(http.postJson(here, command, as(ROOM, Role.PARTICIPANT)).body())
                .contains("ROLE_MAY_NOT");
        assertThat(live(token).body()).contains("\"hello\"");
    }

    @Test
    void whoCouldPresideAndDoesNotIsOfferedTheChairFirst() {
        TextPerson mo = chair();
        TextPerson dee =
                new TextPerson(server.base(), "/j/" + server.token(ROOM, Role.DEPUTY)).enter("Dee");
        guest("Ana");
        List<String> acts =
                List.of("floor.next 0", "agenda.add", "poll.open", "lobby.open", "seat.remove");
        assertThat(mo.look()).contains(values(acts)).doesNotContain("value=\"chair.take\"");
        assertThat(dee.look())
                .contains("You are not chairing now")
                .doesNotContain(values(acts))
                .doesNotContain("value=\"chair.take\"");
        mo.press("chair.give", "to", seat(mo, "Dee"));
        assertThat(mo.look())
                .contains("You are not chairing now", "value=\"chair.take\"")
                .doesNotContain(values(acts));
        assertThat(dee.look()).contains(values(acts));
        mo.press("chair.take");
        assertThat(mo.look()).contains(values(acts));
    }

    private static String[] values(List<String> acts) {
        return acts.stream().map(a -> "value=\"" + a + "\"").toArray(String[]::new);
    }
}
