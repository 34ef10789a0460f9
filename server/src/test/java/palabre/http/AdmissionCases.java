package palabre.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import palabre.core.SessionId;
import palabre.testing.Browserless;
import palabre.testing.ServedTest;
import palabre.testing.StreamCarrier;
import palabre.testing.TextPerson;
import palabre.testing.Until;

/** People in every state that a door knows, each with a session of their own. */
abstract class AdmissionCases extends ServedTest {
    /** What nobody reads who was refused. */
    static final String PLANTED = "planted-word";

    static final String NONE = "a".repeat(26);

    /**
     * Who stands at the doors of a session.
     *
     * @param token of the invitation that is tried
     * @param bearer whether the token is shown at the room's addresses too
     * @param browser with the cookies that they have
     */
    record Guest(String room, String token, boolean bearer, Browserless browser) {}

    private JsonNode session = StreamCarrier.json("{}");

    /** Makes a session of a room and a side room, with a chair, and what is written down there. */
    private void meet(String access) {
        session =
                StreamCarrier.json(
                        http.postJson(
                                        "/api/sessions",
                                        """
                                        {"title":"Film","minutes":60,"zone":"UTC",
                                         "start":"2030-01-01T10:00",
                                         "rooms":[{"key":"r","title":"Room","access":"%s"},
                                                  {"key":"s","title":"Side","access":"closed"}],
                                         "people":[{"name":"Mo","role":"moderator"}]}
                                        """
                                                .formatted(access),
                                        organiser())
                                .body());
        chair("\"do\":\"result.note\",\"kind\":\"key-point\",\"text\":\"" + PLANTED + "\"");
    }

    final String id() {
        return session.path("id").asText();
    }

    private String room(int number) {
        return session.path("rooms").path(number).path("id").asText();
    }

    private void chair(String command) {
        String token = session.path("rooms").path(0).path("links").path(0).path("token").asText();
        String json = "{\"id\":\"c" + command.hashCode() + "\"," + command + "}";
        String path = "/api/rooms/" + room(0) + "/commands";
        assertThat(http.postJson(path, json, as(token)).body()).contains("\"ack\"");
    }

    private void close() {
        chair("\"do\":\"result.none\",\"kind\":\"action\"");
        chair("\"do\":\"next.none\"");
        chair("\"do\":\"session.close\"");
        SessionId session = new SessionId(id());
        // the room closes first, its session follows
        Until.holds(
                "the session is closed",
                () -> server.server().sessions().find(session).orElseThrow().closed());
    }

    /** The token of a new invitation into the room: the session's second. */
    private String invite(String role, String more) {
        String json =
                "{\"room\":\"%s\",\"role\":\"%s\",\"name\":\"Vis\"%s}"
                        .formatted(room(0), role, more);
        return StreamCarrier.json(http.postJson(links(""), json, organiser()).body())
                .path("token")
                .asText();
    }

    private String links(String more) {
        return "/api/sessions/" + id() + "/links" + more;
    }

    private Guest seated(String token) {
        return new Guest(
                room(0),
                token,
                false,
                new TextPerson(server.base(), "/j/" + token).enter("Vis").http());
    }

    private Guest seated(String role, String more) {
        return seated(invite(role, more));
    }

    private Browserless nobody() {
        return new Browserless(server.base());
    }

    private Guest stranger(String access) {
        meet(access);
        return new Guest(room(0), NONE, false, nobody());
    }

    /** With a cookie and a token, of a seat in another session's room. */
    private Guest fromElsewhere() {
        meet("closed");
        Guest there = seated("participant", "");
        meet("closed");
        return new Guest(room(0), there.token(), true, there.browser());
    }

    private Guest inTheLobby() {
        meet("closed");
        chair("\"do\":\"lobby.open\"");
        return seated("participant", ",\"shared\":true");
    }

    private Guest refusedEntry() {
        Guest guest = inTheLobby();
        String chair = session.path("rooms").path(0).path("links").path(0).path("token").asText();
        String page =
                http.get(
                                "/api/rooms/" + room(0) + "/live",
                                "Authorization",
                                "Bearer " + chair,
                                "Accept",
                                "application/x-ndjson")
                        .body();
        Matcher waiting = Pattern.compile("\"waiting\":\\{\"(2-[a-z0-9]+)\"").matcher(page);
        assertThat(waiting.find()).as(page).isTrue();
        chair("\"do\":\"lobby.refuse\",\"seat\":\"" + waiting.group(1) + "\"");
        return guest;
    }

    private Guest removed() {
        meet("closed");
        Guest guest = seated("participant", "");
        chair("\"do\":\"seat.remove\",\"seat\":\"2\"");
        return guest;
    }

    /** Sent out of an open room, whose minutes everybody reads in the end. */
    private Guest removedInTheOpen() {
        meet("open");
        Guest guest = seated("participant", "");
        chair("\"do\":\"seat.remove\",\"seat\":\"2\"");
        close();
        return guest;
    }

    /** The token of somebody who prepares sessions, and has this one. */
    private String organising() {
        String token =
                StreamCarrier.json(
                                http.postJson("/api/organisers", "{\"name\":\"Org\"}", organiser())
                                        .body())
                        .path("token")
                        .asText();
        meet("closed");
        http.put("/api/sessions/" + id() + "/organiser", "{\"organiser\":1}", organiser());
        return token;
    }

    /** The token by which somebody tries to organise. */
    final String organiserToken(String who) {
        String theirs = organising();
        return switch (who) {
            case "nobody" -> NONE;
            case "guest" -> invite("moderator", "");
            case "another organiser" ->
                    StreamCarrier.json(
                                    http.postJson(
                                                    "/api/organisers",
                                                    "{\"name\":\"Other\"}",
                                                    organiser())
                                            .body())
                            .path("token")
                            .asText();
            case "organiser" -> theirs;
            case "organiser, withdrawn" -> {
                http.delete("/api/organisers/1", organiser());
                yield theirs;
            }
            case "organiser, written anew" -> {
                http.postJson("/api/organisers/1/reissue", "", organiser());
                yield theirs;
            }
            case "host" -> server.organiser();
            default -> throw new IllegalArgumentException(who);
        };
    }

    private Guest invited(String access, String role, String more) {
        meet(access);
        return new Guest(room(0), invite(role, more), true, nobody());
    }

    /** The link's time runs out only after they have come. */
    private Guest expiredAfterComing() {
        meet("closed");
        long soon = System.currentTimeMillis() + 1_500;
        Guest guest = seated("participant", ",\"expiresAt\":" + soon);
        Until.holds("the link is over", () -> http.get("/j/" + guest.token()).statusCode() == 410);
        return guest;
    }

    private Guest withdrawn() {
        meet("closed");
        Guest guest = seated("participant", "");
        http.delete(links("/2"), organiser());
        return guest;
    }

    private Guest reissued() {
        meet("closed");
        Guest guest = seated("participant", "");
        http.postJson(links("/2/reissue"), "", organiser());
        return guest;
    }

    private Guest handedOver() {
        meet("closed");
        Guest guest = seated("participant", "");
        String page = "/o/" + server.organiser() + "/" + id();
        var fields = Map.of("do", "handover", "link", "2", "name", "Suc");
        assertThat(http.form(page, fields).statusCode()).isEqualTo(303);
        return guest;
    }

    private Guest observing(String access, String chair, boolean over) {
        meet(access);
        Guest guest = seated("observer", "");
        if (!chair.isEmpty()) {
            chair("\"do\":\"public.view\"," + chair);
        }
        if (over) {
            close();
        }
        return guest;
    }

    private Guest moved() {
        meet("closed");
        Guest guest = seated("participant", "");
        chair("\"do\":\"people.move\",\"seats\":[\"2\"],\"room\":\"" + room(1) + "\"");
        return guest;
    }

    /** What they try is the room of the group, which has ended. */
    private Guest ofAnEndedGroup() {
        meet("closed");
        TextPerson vis = new TextPerson(server.base(), "/j/" + invite("participant", ""));
        vis.enter("Vis");
        chair("\"do\":\"groups.open\",\"groups\":[{\"title\":\"Law\",\"seats\":[\"2\"]}]");
        vis.look();
        String group = vis.room();
        assertThat(group).isNotEqualTo(room(0));
        chair("\"do\":\"groups.call\"");
        return new Guest(group, NONE, false, vis.http());
    }

    private Guest closed() {
        meet("closed");
        Guest guest = seated("participant", "");
        close();
        return guest;
    }

    private Guest erased() {
        Guest guest = closed();
        http.delete("/api/sessions/" + id(), organiser());
        return guest;
    }

    private Guest publicly(String view, boolean over) {
        meet("open");
        if (!view.isEmpty()) {
            chair("\"do\":\"public.view\"," + view);
        }
        if (over) {
            close();
        }
        return new Guest(room(0), NONE, false, nobody());
    }

    private static Guest byToken(Guest g, Browserless nobody) {
        return new Guest(g.room(), g.token(), true, nobody);
    }

    final Guest guest(String who) {
        if (who.endsWith(", token")) {
            return byToken(guest(who.replace(", token", "")), nobody());
        }
        return switch (who) {
            case "stranger" -> stranger("closed");
            case "stranger, open room" -> publicly("", false);
            case "stranger, open, over" -> publicly("", true);
            case "stranger, open, over, cut" -> publicly("\"cut\":true", true);
            case "stranger, open, over, delay" -> publicly("\"delay\":600", true);
            case "guest of another room" -> fromElsewhere();
            case "invited, not come" -> invited("closed", "participant", "");
            case "observer, not come" -> invited("closed", "observer", "");
            case "by a shared link, not come" ->
                    invited("closed", "participant", ",\"shared\":true");
            case "seated" -> {
                meet("closed");
                yield seated("participant", "");
            }
            case "seated by a shared link" -> {
                meet("closed");
                yield seated("participant", ",\"shared\":true");
            }
            case "came when it was over" -> {
                meet("closed");
                close();
                yield seated("participant", ",\"shared\":true");
            }
            case "in the lobby" -> inTheLobby();
            case "removed" -> removed();
            case "removed, open room, over" -> removedInTheOpen();
            case "refused entry" -> refusedEntry();
            case "expired, never came" -> invited("closed", "participant", ",\"expiresAt\":1000");
            case "expired, came before" -> expiredAfterComing();
            case "withdrawn" -> withdrawn();
            case "written anew" -> reissued();
            case "handed over" -> handedOver();
            case "observer" -> observing("closed", "", false);
            case "observer, over" -> observing("closed", "", true);
            case "observer, open room" -> observing("open", "", false);
            case "observer, cut" -> observing("open", "\"cut\":true", false);
            case "observer, over, cut" -> observing("open", "\"cut\":true", true);
            case "observer, over, delay" -> observing("open", "\"delay\":600", true);
            case "moved elsewhere" -> moved();
            case "group has ended" -> ofAnEndedGroup();
            case "session over" -> closed();
            case "session erased" -> erased();
            default -> throw new IllegalArgumentException(who);
        };
    }
}
