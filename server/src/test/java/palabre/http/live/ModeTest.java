package palabre.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palabre.http.PalabreServer;
import palabre.live.Pace;
import palabre.log.LogId;
import palabre.log.Page;
import palabre.log.sqlite.SqliteLog;
import palabre.testing.Browserless;
import palabre.testing.StreamCarrier;
import palabre.testing.TestServer;
import palabre.testing.TextPerson;

/** A room goes on and off the record: who is in it, who is kept out, and what is kept of whom. */
@SuppressWarnings("NullAway.Init") // each test begins with meet
class ModeTest {
    private static final String SESSION =
            """
            {"title":"Film policy",
             "rooms":[{"key":"r","title":"Plenary","access":"open","onRecord":false}],
             "people":[{"name":"Mo","role":"moderator"},{"name":"Dep","role":"deputy"},
                       {"name":"Ana"},{"name":"Ben"},
                       {"name":"Stew","role":"steward","site":"Harare"}]}
            """;

    @TempDir Path data;
    private TestServer server;
    private JsonNode links;
    private String room = "";
    private int sent;
    private TextPerson mo;
    private TextPerson dep;
    private TextPerson ana;
    private TextPerson ben;
    private TextPerson stew;

    /**
     * @param pageMs how long who has asked for a page counts as here
     * @param speed of the clock
     */
    private void meet(long pageMs, int speed) {
        server =
                new TestServer(
                        data,
                        new PalabreServer.Tuning(
                                new Pace(300, 3_000, 500, 500, pageMs, 20),
                                Duration.ofMinutes(10),
                                2_000,
                                0,
                                speed));
        JsonNode session =
                StreamCarrier.json(
                        new Browserless(server.base())
                                .postJson(
                                        "/api/sessions",
                                        SESSION,
                                        "Authorization",
                                        "Bearer " + server.organiser())
                                .body());
        room = session.path("rooms").path(0).path("id").asText();
        links = session.path("rooms").path(0).path("links");
        mo = enter(0, "Mo");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private TextPerson enter(int link, String name) {
        return new TextPerson(server.base(), links.path(link).path("url").asText()).enter(name);
    }

    private TextPerson visitor(String name) {
        return new TextPerson(server.base(), "/r/" + room + "/visit").enter(name);
    }

    private void everybodyComes() {
        dep = enter(1, "Dep");
        ana = enter(2, "Ana");
        ben = enter(3, "Ben");
        stew = enter(4, "Stew");
    }

    /** The room goes on or off the record with those who agree. */
    private void all(String onRecord, TextPerson... agree) {
        mo.press("mode.propose", "onRecord", onRecord);
        for (TextPerson person : agree) {
            person.press("mode.agree");
        }
        mo.until(onRecord.equals("1") ? "On the record" : "Off the record");
    }

    /** Everything that lies sealed on the disk, unsealed while the server is down. */
    private String written() {
        StringBuilder all = new StringBuilder();
        server.restart(() -> all.append(unsealed()));
        return all.toString();
    }

    private String unsealed() {
        StringBuilder all = new StringBuilder();
        try (SqliteLog log = SqliteLog.open(data, () -> "epoch")) {
            for (LogId id : log.logs().toCompletionStage().toCompletableFuture().get()) {
                long after = 0;
                Page page;
                do {
                    page =
                            log.read(id, after, 500)
                                    .toCompletionStage()
                                    .toCompletableFuture()
                                    .get(20, TimeUnit.SECONDS);
                    for (var record : page.records()) {
                        after = record.lastSeq();
                        all.append(new String(record.payload(), StandardCharsets.UTF_8));
                    }
                } while (!page.end() && !page.records().isEmpty());
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return all.toString();
    }

    private Browserless http() {
        return new Browserless(server.base());
    }

    private String[] bearer(int link) {
        return new String[] {"Authorization", "Bearer " + links.path(link).path("token").asText()};
    }

    private String command(int link, String body) {
        String json = "{\"id\":\"c" + sent++ + "\"," + body + "}";
        return http().postJson("/api/rooms/" + room + "/commands", json, bearer(link)).body();
    }

    /** The room as the moderator sees it. */
    private JsonNode snapshot() {
        String[] token = bearer(0);
        return http().get(
                        "/api/rooms/" + room + "/live",
                        token[0],
                        token[1],
                        "Accept",
                        "application/x-ndjson")
                .body()
                .lines()
                .map(StreamCarrier::json)
                .filter(l -> l.has("snapshot"))
                .findFirst()
                .orElseThrow()
                .path("snapshot");
    }

    /** Everybody, as the moderator finds them. */
    private JsonNode people() {
        String path = "/api/rooms/" + room + "/people";
        return StreamCarrier.json(http().get(path, bearer(0)).body()).path("people");
    }

    private JsonNode seat(String name) {
        for (JsonNode seat : people()) {
            if (seat.path("name").asText().equals(name)) {
                return seat;
            }
        }
        throw new AssertionError(name + " has no seat: " + people());
    }

    @Test
    void whoIsNotHereIsNotWrittenAndComesInByAgreeing() {
        meet(1, 1);
        TextPerson guest = visitor("canary-guest");
        all("1");
        assertThat(written()).contains("\"Mo\"").doesNotContain("canary");
        assertThat(guest.look())
                .contains("on the record from now on")
                .doesNotContain("id=\"floor\"");
        assertThat(guest.get("/r/" + room).body()).contains("on the record from now on");
        assertThat(written()).doesNotContain("canary");
        assertThat(guest.look()).contains("on the record from now on");
        assertThat(guest.agree()).contains("id=\"floor\"", "On the record");
        assertThat(guest.look()).contains("id=\"floor\"");
        assertThat(written()).contains("Guest ").doesNotContain("canary");
    }

    @Test
    void whoDoesNotAnswerStaysOutsideAndIsKnownAgainWhenTheyAgree() {
        meet(3_000_000, 100);
        everybodyComes();
        TextPerson guest = visitor("canary-guest");
        mo.press("mode.propose", "onRecord", "1");
        for (TextPerson person : List.of(dep, ana, ben, stew)) {
            person.press("mode.agree");
        }
        assertThat(mo.look()).contains("Somebody proposes");
        mo.until("value=\"mode.insist\"");
        mo.press("mode.insist");
        mo.until("On the record");
        assertThat(snapshot().toString() + people()).doesNotContain("canary");
        assertThat(guest.look()).contains("on the record from now on");
        guest.agree();
        assertThat(seat("canary-guest").path("role").asText()).isEqualTo("observer");
    }

    @Test
    void whoReadsAPageIsAskedToo() {
        meet(30_000, 1);
        everybodyComes();
        mo.press("mode.propose", "onRecord", "1");
        for (TextPerson person : List.of(dep, ana, ben)) {
            person.press("mode.agree");
        }
        assertThat(mo.look()).contains("Somebody proposes");
        stew.press("mode.agree");
        mo.until("On the record");
    }

    @Test
    void theDoorIsTheSameOnAndOffTheRecord() {
        meet(30_000, 1);
        everybodyComes();
        TextPerson out = visitor("canary-out");
        String seat = seat("canary-out").path("seat").asText();
        assertThat(command(0, "\"do\":\"seat.remove\",\"seat\":\"" + seat + "\"")).contains("ack");
        String promoted = seat("Ben").path("seat").asText();
        for (String act :
                List.of(
                        "\"do\":\"seat.role\",\"role\":\"deputy\",\"seat\":\"" + promoted + "\"",
                        "\"do\":\"lobby.open\"",
                        "\"do\":\"lobby.tell\",\"text\":\"canary-told\"",
                        "\"do\":\"floor.queue\",\"name\":\"Oba\",\"site\":\"Harare\"",
                        "\"do\":\"list.close\"",
                        "\"do\":\"floor.lock\"",
                        "\"do\":\"public.view\",\"cut\":true,\"delay\":30",
                        "\"do\":\"chair.deputies\",\"seats\":[\"" + promoted + "\"]")) {
            assertThat(command(0, act)).as(act).contains("ack");
        }
        TextPerson waits = visitor("canary-waits");
        assertThat(mo.look()).contains("canary-waits");
        for (String onRecord : List.of("1", "0", "1")) {
            all(onRecord, dep, ana, ben, stew);
            JsonNode now = snapshot();
            assertThat(now.path("doors").path("lobby").asBoolean()).isTrue();
            assertThat(now.path("doors").path("publicCut").asBoolean()).isTrue();
            assertThat(now.path("doors").path("publicDelayMs").asLong()).isEqualTo(30_000);
            assertThat(now.path("floor").path("list").asText()).isEqualTo("closed");
            assertThat(now.path("floor").path("locked").asBoolean()).isTrue();
            assertThat(now.path("floor").path("chair").path("seat").asText()).isEqualTo("1");
            assertThat(now.path("floor").path("chair").path("deputies").path(0).asText())
                    .isEqualTo(promoted);
            assertThat(seat("Ben").path("role").asText()).isEqualTo("deputy");
            assertThat(seat("Oba").path("keeper").asText()).isNotEmpty();
            assertThat(out.look()).doesNotContain("id=\"floor\"").doesNotContain("from now on");
        }
        assertThat(waits.look()).contains("on the record from now on");
        assertThat(written()).contains("\"Oba\"").doesNotContain("canary");
    }

    @Test
    void aProgramIsAskedToo() {
        meet(1, 1);
        all("1");
        String act = "\"do\":\"floor.request\"";
        assertThat(command(2, act)).contains("AGREE_FIRST");
        String agree = "/api/rooms/" + room + "/agree";
        assertThat(http().postJson(agree, "").statusCode()).isEqualTo(401);
        assertThat(http().postJson(agree, "", bearer(2)).statusCode()).isEqualTo(204);
        assertThat(command(2, act)).contains("\"ack\"");
        server.restart();
        assertThat(command(2, "\"do\":\"floor.release\"")).contains("\"ack\"");
    }
}
