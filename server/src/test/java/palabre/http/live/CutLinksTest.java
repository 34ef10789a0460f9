package palabre.http.live;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.testing.RawSocket.CONTINUATION;
import static palabre.testing.RawSocket.PING;
import static palabre.testing.RawSocket.TEXT;
import static palabre.testing.RawSocket.frame;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import palabre.core.Role;
import palabre.testing.RawSocket;
import palabre.testing.ServedTest;
import palabre.testing.TestServer;

/** People's links are cut all the time, in every state; no line of the log is spent on it. */
class CutLinksTest extends ServedTest {
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void unlisten() {
        root.detachAppender(log);
    }

    private interface State {
        void reach(RawSocket socket) throws IOException;
    }

    private String live() {
        return "/api/rooms/" + server.room(TestServer.PLENARY) + "/live";
    }

    private String get(String path, String accept) {
        return "GET "
                + path
                + " HTTP/1.1\r\nHost: x\r\nAccept: "
                + accept
                + "\r\nAuthorization: Bearer "
                + server.token(TestServer.PLENARY, Role.PARTICIPANT)
                + "\r\n\r\n";
    }

    private void upgrade(RawSocket socket) throws IOException {
        socket.upgrade(live(), as(TestServer.PLENARY, Role.PARTICIPANT));
    }

    private List<State> states() {
        byte[] command =
                "{\"id\":\"a\",\"do\":\"floor.request\"}".getBytes(StandardCharsets.US_ASCII);
        return List.of(
                _ -> {},
                s -> s.send("GET /j/x HT"),
                s -> s.send("POST /j/x HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\nname="),
                s -> s.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n"),
                s -> s.send("no request at all\r\n\r\n"),
                s -> s.upgrade(live()),
                s -> {
                    s.upgrade(live());
                    s.send(frame(TEXT, true, "{\"token\":\"x\"}".getBytes(StandardCharsets.UTF_8)));
                },
                this::upgrade,
                s -> {
                    upgrade(s);
                    s.send(frame(TEXT, true, command));
                },
                s -> {
                    upgrade(s);
                    s.send(frame(TEXT, false, command));
                    s.send(frame(CONTINUATION, false, command));
                },
                s -> {
                    upgrade(s);
                    s.send(new byte[] {(byte) 0x81});
                },
                s -> {
                    upgrade(s);
                    s.send(RawSocket.many(frame(PING, true, new byte[9]), 300));
                },
                s -> {
                    upgrade(s);
                    s.send(frame(PING, false, new byte[9]));
                },
                s -> {
                    upgrade(s);
                    s.send(frame(TEXT, true, new byte[] {(byte) 0xC0}));
                },
                s -> {
                    upgrade(s);
                    s.send(frame(7, true, new byte[9]));
                },
                s -> {
                    upgrade(s);
                    s.send(frame(TEXT, true, new byte[100_000]));
                },
                s -> {
                    upgrade(s);
                    s.send(frame(RawSocket.CLOSE, true, new byte[] {3, (byte) 232}));
                },
                s -> s.send(get(live(), "text/event-stream")),
                s -> {
                    s.send(get(live(), "text/event-stream"));
                    s.head();
                },
                s -> s.send(get(live() + "?wait=20", "application/x-ndjson")),
                s -> {
                    s.send(get(live() + "?wait=20", "application/x-ndjson"));
                    s.status();
                });
    }

    @Test
    void aLinkThatIsCutInAnyStateLeavesNoLineInTheLog() throws Exception {
        for (int round = 0; round < 3; round++) {
            for (State state : states()) {
                RawSocket socket = new RawSocket(server.port());
                try {
                    state.reach(socket);
                } catch (IOException e) {
                    // the server was the first to end it
                }
                socket.reset();
                act(
                        TestServer.PLENARY,
                        Role.MODERATOR,
                        "r" + round + socket.hashCode(),
                        "\"do\":\"seat.rename\",\"name\":\"N" + socket.hashCode() + "\"");
            }
        }
        for (State state : states()) {
            RawSocket socket = new RawSocket(server.port());
            try {
                state.reach(socket);
            } catch (IOException e) {
                // the server was the first to end it
            }
            socket.close();
        }
        nothingIsLogged();
    }

    @Test
    void aBodyInPartsThatCannotBeReadLeavesNoLineInTheLog() throws Exception {
        String head = "POST /j/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
        for (String part : List.of("7fffffffffffffff\r\nab", "-5\r\nab", "zz\r\n", "\r\n\r\n")) {
            try (RawSocket socket = new RawSocket(server.port())) {
                socket.send(head + part);
                assertThat(socket.head()).as(part).startsWith("HTTP/1.1 400");
            }
        }
        nothingIsLogged();
    }

    private void nothingIsLogged() {
        assertThat(log.list)
                .filteredOn(e -> e.getLevel().isGreaterOrEqual(Level.WARN))
                .extracting(e -> e.getLoggerName() + " " + e.getFormattedMessage())
                .isEmpty();
    }
}
