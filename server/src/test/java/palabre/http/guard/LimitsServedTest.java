package palabre.http.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.testing.RawSocket.PING;
import static palabre.testing.RawSocket.TEXT;
import static palabre.testing.RawSocket.frame;
import static palabre.testing.RawSocket.many;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import palabre.core.Limit;
import palabre.core.Role;
import palabre.testing.RawSocket;
import palabre.testing.ServedTest;
import palabre.testing.TestServer;
import palabre.writer.Ticker;

/**
 * Walks up to each limit of a guest and of an address, and beyond; what a room bounds is walked in
 * LimitsTest.
 */
class LimitsServedTest extends ServedTest {
    private static final byte[] BEAT = "{\"beat\":1}".getBytes(StandardCharsets.US_ASCII);

    private String room() {
        return "/api/rooms/" + server.room(TestServer.PLENARY);
    }

    private RawSocket socket(String... headers) throws IOException {
        RawSocket socket = new RawSocket(server.port());
        assertThat(socket.upgrade(room() + "/live", headers)).isEqualTo(101);
        return socket;
    }

    private RawSocket guest() throws IOException {
        return socket(as(TestServer.PLENARY, Role.PARTICIPANT));
    }

    private static String rename(int i) {
        return "{\"id\":\"n" + i + "\",\"do\":\"seat.rename\",\"name\":\"N\"}";
    }

    private String send(int commands) {
        StringBuilder all = new StringBuilder("[");
        for (int i = 0; i < commands; i++) {
            all.append(i == 0 ? "" : ",").append(rename(i));
        }
        return http.postJson(
                        room() + "/commands",
                        all.append("]").toString(),
                        as(TestServer.PLENARY, Role.PARTICIPANT))
                .body();
    }

    private String join(String nonce) {
        String token = server.token(TestServer.PLENARY, Role.PARTICIPANT);
        return http.form("/j/" + token, Map.of("name", "G", "form", nonce, "rules", "on")).body();
    }

    @ParameterizedTest
    @EnumSource(Limit.class)
    void upToItAllIsWellAndBeyondItEndsAndOthersGoOn(Limit limit) throws IOException {
        switch (limit) {
            case STREAMS -> streams(limit.most());
            case COMMANDS_AT_ONCE -> {
                assertThat(send(100)).doesNotContain("nack");
                StringBuilder more = new StringBuilder();
                for (int i = 0; i < 5; i++) {
                    more.append(send(100));
                }
                assertThat(more.toString()).contains(limit.beyond());
            }
            case COMMANDS_IN_REQUEST -> {
                assertThat(send(limit.most())).contains("ack");
                assertThat(send(limit.most() + 1)).contains(limit.beyond());
            }
            case MESSAGES_AT_ONCE -> ends(limit, frame(TEXT, true, BEAT));
            case FRAMES_AT_ONCE -> ends(limit, frame(PING, true, new byte[1]));
            case MESSAGE_BYTES -> {
                try (RawSocket socket = guest()) {
                    socket.send(frame(TEXT, true, new byte[limit.most()]));
                    socket.send(frame(TEXT, true, new byte[limit.most() + 1]));
                    assertThat(socket.closeCode()).isEqualTo(1009);
                }
            }
            case PARTS_FOLLOWED -> {
                assertThat(follows(limit.most())).contains("\"hello\"");
                assertThat(follows(limit.most() + 1)).contains(limit.beyond());
            }
            case JOINS_AT_ONCE -> {
                int turnedAway = 0;
                String nonce =
                        http.nonce("/j/" + server.token(TestServer.PLENARY, Role.PARTICIPANT));
                for (int i = 0; i < limit.most(); i++) {
                    turnedAway += join(nonce).isEmpty() ? 0 : 1;
                }
                assertThat(turnedAway).isZero();
                for (int i = 0; i < 2 * limit.most() && turnedAway == 0; i++) {
                    turnedAway += join(nonce).contains("Many people") ? 1 : 0;
                }
                assertThat(turnedAway).isEqualTo(1);
            }
            case ATTEMPTS_AT_ONCE -> {
                int status = 404;
                int tried = 0;
                for (; tried < 5_000 && status == 404; tried++) {
                    status = http.get("/j/guess" + tried).statusCode();
                }
                assertThat(status).isEqualTo(429);
                assertThat(tried).isGreaterThan(limit.most());
            }
            case STRANGER_SOCKETS -> {
                List<RawSocket> waiting = new ArrayList<>();
                for (int i = 0; i < limit.most(); i++) {
                    waiting.add(socket());
                }
                try (RawSocket beyond = new RawSocket(server.port())) {
                    assertThat(beyond.upgrade(room() + "/live")).isEqualTo(429);
                }
                for (RawSocket socket : waiting) {
                    socket.close();
                }
            }
            case STRANGER_FRAMES -> {
                try (RawSocket socket = socket()) {
                    socket.send(many(frame(PING, true, new byte[1]), limit.most() + 20));
                    assertThat(socket.closeCode()).isEqualTo(4002);
                }
            }
            case STRANGER_CONNECTIONS -> {
                Strangers strangers = new Strangers(Ticker.system());
                for (int i = 0; i < limit.most(); i++) {
                    assertThat(strangers.connectionBegins("192.0.2.1")).isTrue();
                }
                assertThat(strangers.connectionBegins("192.0.2.1")).isFalse();
                assertThat(strangers.connectionBegins("192.0.2.2")).isTrue();
                strangers.connectionEnds("192.0.2.1");
                assertThat(strangers.connectionBegins("192.0.2.1")).isTrue();
            }
            case LARGE_BODIES -> {
                String path = "/j/" + server.token(TestServer.PLENARY, Role.PARTICIPANT);
                List<RawSocket> half = new ArrayList<>();
                String status = "";
                for (int i = 0; i < 2 * limit.most() && status.isEmpty(); i++) {
                    half.add(new RawSocket(server.port()));
                    half.getLast()
                            .send(
                                    "POST "
                                            + path
                                            + " HTTP/1.1\r\nHost: x\r\n"
                                            + "Content-Length: 60000\r\n\r\nname="
                                            + "x".repeat(10_000));
                    status = half.getLast().anythingWithin(i < limit.most() ? 1 : 2_000);
                }
                assertThat(status).contains("429");
                assertThat(half).hasSizeGreaterThan(limit.most());
                assertThat(join(http.nonce(path))).isEmpty();
                for (RawSocket socket : half) {
                    socket.close();
                }
            }
            case PEOPLE_IN_FILE -> {
                assertThat(invites(limit.most() + 1)).contains(limit.beyond());
                assertThat(makes(limit.most() + 1)).contains(limit.beyond());
                assertThat(invites(limit.most())).contains("\"id\":\"demo\"");
                assertThat(makes(limit.most())).contains("\"title\":\"Large\"");
            }
            case FILES_AT_ONCE -> {
                Bodies bodies = new Bodies(Long.MAX_VALUE);
                List<Bodies.Held> read = new ArrayList<>();
                for (int i = 0; i < limit.most(); i++) {
                    read.add(bodies.letFileIn().orElseThrow());
                }
                assertThat(bodies.letFileIn()).isEmpty();
                assertThat(bodies.letIn("192.0.2.1")).isPresent();
                bodies.release(read.getFirst());
                assertThat(bodies.letFileIn()).isPresent();
            }
            case PLAN_ENTRIES -> {
                assertThat(plan(limit.most())).isLessThan(300);
                assertThat(plan(limit.most() + 1)).isEqualTo(400);
            }
            case SEATS,
                    LOBBY,
                    ON_SITE,
                    WAITING,
                    HELD,
                    QUESTIONS_OF_SEAT,
                    QUESTIONS_OF_LINK,
                    QUESTIONS,
                    RESULTS,
                    POLLS,
                    POLL_OPTIONS,
                    AGENDA_ITEMS,
                    CONTACTS,
                    GROUPS,
                    SESSION_ROOMS,
                    SESSION_LINKS -> {
                return;
            }
        }
        assertThat(
                        http.get(room() + "/figures", as(TestServer.PLENARY, Role.MODERATOR))
                                .statusCode())
                .isEqualTo(200);
    }

    private String follows(int parts) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= parts; i++) {
            names.add("note-" + i);
        }
        String[] as = as(TestServer.PLENARY, Role.PARTICIPANT);
        String path = room() + "/live?follow=" + String.join(",", names);
        return http.get(path, "Accept", "application/x-ndjson", as[0], as[1]).body();
    }

    private String invites(int people) {
        StringBuilder table = new StringBuilder("name\n");
        for (int i = 0; i < people; i++) {
            table.append('P').append(i).append('\n');
        }
        byte[] bytes = table.toString().getBytes(StandardCharsets.US_ASCII);
        return http.post("/api/sessions/demo/people", "text/csv", bytes, organiser()).body();
    }

    private String makes(int people) {
        StringBuilder file = new StringBuilder("{\"title\":\"Large\",\"people\":[");
        for (int i = 0; i < people; i++) {
            file.append(i == 0 ? "" : ",").append("{\"name\":\"P").append(i).append("\"}");
        }
        return http.postJson("/api/sessions", file.append("]}").toString(), organiser()).body();
    }

    private int plan(int entries) {
        Matcher session =
                Pattern.compile("\"(?:id|session)\":\"(\\w+)\"")
                        .matcher(http.get("/api/sessions", organiser()).body());
        assertThat(session.find()).isTrue();
        StringBuilder body = new StringBuilder("{\"agenda\":[");
        for (int i = 0; i < entries; i++) {
            body.append(i == 0 ? "" : ",").append("{\"title\":\"T\"}");
        }
        return http.put(
                        "/api/sessions/" + session.group(1) + "/plan",
                        body.append("]}").toString(),
                        organiser())
                .statusCode();
    }

    private void ends(Limit limit, byte[] frame) throws IOException {
        try (RawSocket socket = guest()) {
            socket.send(many(frame, limit.most() - 1));
            socket.send(frame(TEXT, true, rename(1).getBytes(StandardCharsets.US_ASCII)));
            assertThat(socket.textWith("\"ack\"")).isTrue();
            socket.send(many(frame, 3 * limit.most()));
            assertThat(socket.closeCode()).isEqualTo(4002);
        }
    }

    private void streams(int most) throws IOException {
        List<RawSocket> open = new ArrayList<>();
        for (int i = 0; i <= most; i++) {
            open.add(guest());
            assertThat(open.getLast().textWith("\"hello\"")).isTrue();
        }
        assertThat(open.getFirst().closeCode()).isEqualTo(4504);
        open.get(1).send(frame(TEXT, true, rename(1).getBytes(StandardCharsets.US_ASCII)));
        assertThat(open.get(1).textWith("\"ack\"")).isTrue();
        for (RawSocket socket : open) {
            socket.close();
        }
    }
}
