package palabre.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.internal.http.WebSocketInternal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One seat on a WebSocket, that reads only what it must: thousands of them share two cores. */
final class Member {
    private final Crew crew;
    private final String room;
    private final String cookie;
    private final String token;
    private final Map<String, Promise<String>> answers = new ConcurrentHashMap<>();
    final Copy copy = new Copy();
    final UpdateRate rate = new UpdateRate();
    private volatile @Nullable WebSocket socket;
    private volatile Consumer<String> watcher = _ -> {};
    private volatile boolean answersOnly;
    private volatile Runnable closed = () -> {};
    private volatile Promise<Void> welcomed = Promise.promise();
    volatile int port;

    /** With a cookie, or else with a token. */
    Member(Crew crew, String room, String cookie, String token) {
        this.crew = crew;
        this.room = room;
        this.cookie = cookie;
        this.token = token;
        this.port = crew.port;
    }

    /**
     * Takes events in without reading them: when thousands are played by one machine, reading would
     * cost more than the server does.
     */
    void readAnswersOnly() {
        answersOnly = true;
    }

    /** Sees every line that comes in. */
    void watch(Consumer<String> newWatcher) {
        watcher = newWatcher;
    }

    /** Is told whenever a connection has ended. */
    void whenClosed(Runnable newClosed) {
        closed = newClosed;
    }

    Future<Void> connect() {
        welcomed = Promise.promise();
        String after = copy.after();
        WebSocketConnectOptions options =
                new WebSocketConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(port)
                        .setURI(
                                "/api/rooms/"
                                        + room
                                        + "/live"
                                        + (after.isEmpty() ? "" : "?after=" + after))
                        .addSubProtocol("palabre.v1");
        if (cookie.isEmpty()) {
            options.putHeader("Authorization", "Bearer " + token);
        } else {
            options.putHeader("Cookie", cookie);
        }
        Promise<Void> arrived = welcomed;
        return crew.sockets
                .connect(options)
                .compose(opened -> {
                    socket = opened;
                    opened.textMessageHandler(this::message);
                    opened.exceptionHandler(_ -> {});
                    opened.closeHandler(_ -> {
                        arrived.tryFail("closed");
                        closed.run();
                    });
                    return arrived.future();
                });
    }

    private void message(String text) {
        rate.arrived(text);
        if (answersOnly && text.startsWith("{\"prev\":")) {
            return;
        }
        int from = 0;
        while (from < text.length()) {
            int to = text.indexOf('\n', from);
            String line = text.substring(from, to < 0 ? text.length() : to);
            from = to < 0 ? text.length() : to + 1;
            line(line);
        }
    }

    private void line(String line) {
        if (line.startsWith("{\"prev\":")) {
            copy.frame(
                    number(line, 8),
                    number(line, line.indexOf("\"seq\":") + 6),
                    line.contains("\"ev\":"));
        } else if (line.startsWith("{\"snapshot\":")) {
            copy.snapshot(number(line, line.lastIndexOf("\"seq\":") + 6));
        } else if (line.startsWith("{\"hello\":")) {
            int epoch = line.indexOf("\"epoch\":\"") + 9;
            copy.hello(line.substring(epoch, line.indexOf('"', epoch)));
        } else if (line.startsWith("{\"ack\":") || line.startsWith("{\"nack\":")) {
            int id = line.indexOf(':') + 2;
            Promise<String> answer = answers.remove(line.substring(id, line.indexOf('"', id)));
            if (answer != null) {
                answer.tryComplete(line);
            }
        }
        watcher.accept(line);
        if (!welcomed.future().isComplete() && copy.seq() >= 0) {
            welcomed.tryComplete();
        }
    }

    /** Which request a line gives the floor; 0 when it says something else. */
    static long granted(String line) {
        int ev = line.indexOf("\"ev\":\"floor.granted\",\"request\":");
        return ev < 0 ? 0 : number(line, ev + 31);
    }

    private static long number(String text, int from) {
        long n = 0;
        for (int i = from; i < text.length() && Character.isDigit(text.charAt(i)); i++) {
            n = n * 10 + text.charAt(i) - '0';
        }
        return n;
    }

    /** Sends a command; the answer is its ack or nack. */
    Future<String> send(String id, String json) {
        Promise<String> answer = Promise.promise();
        answers.put(id, answer);
        WebSocket open = socket;
        if (open == null || open.isClosed()) {
            return Future.failedFuture("not connected");
        }
        open.writeTextMessage(json);
        return answer.future();
    }

    Future<String> command(String id, String what, String more) {
        return send(id, "{\"id\":\"" + id + "\",\"do\":\"" + what + "\"" + more + "}");
    }

    /** Lets the server know that the link is alive. */
    void beat() {
        WebSocket open = socket;
        if (open != null && !open.isClosed()) {
            open.writeTextMessage("{\"beat\":" + Math.max(0, copy.seq()) + "}");
        }
    }

    /** Ends the connection without a close frame. */
    void cut() {
        WebSocket open = socket;
        if (open != null) {
            var _ = ((WebSocketInternal) open).channelHandlerContext().close();
        }
    }
}
