package palabre.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Many clients in one process. Each gets a seat of its own, as a person with a shared link does.
 */
final class Crew implements AutoCloseable {
    private static final int AT_ONCE = 64;

    final Vertx vertx = Vertx.vertx();
    final WebSocketClient sockets;
    final HttpClient http;
    final int port;

    Crew(int port) {
        this.port = port;
        this.sockets =
                vertx.createWebSocketClient(
                        new WebSocketClientOptions()
                                .setMaxConnections(20_000)
                                .setMaxFrameSize(16 << 20)
                                .setMaxMessageSize(16 << 20)
                                .setTryUsePerMessageCompression(false));
        this.http =
                vertx.createHttpClient(
                        new HttpClientOptions().setConnectTimeout(10_000),
                        new PoolOptions().setHttp1MaxSize(AT_ONCE));
    }

    /** Loopback has 28,000 ports an address: clients are spread over several. */
    static String host(int index) {
        return "127.0.0." + (1 + index / 8_000);
    }

    RequestOptions request(HttpMethod method, String path) {
        return new RequestOptions()
                .setMethod(method)
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI(path);
    }

    /** People come from many networks, as a proxy would say it. */
    private static String address(String name) {
        int hash = name.hashCode();
        return "10." + (hash >> 16 & 0xFF) + "." + (hash >> 8 & 0xFF) + "." + (hash & 0xFF);
    }

    /**
     * Joins by a shared link, without JavaScript; the result is the seat's cookie. What is done
     * with an answer is said where it comes: who says it later misses what has come of it by then.
     */
    Future<String> join(String token, String name) {
        return http.request(request(HttpMethod.GET, "/j/" + token))
                .compose(r -> r.send().compose(HttpClientResponse::body))
                .compose(door -> enter(token, name, nonce(door.toString())));
    }

    private Future<String> enter(String token, String name, String nonce) {
        String form = "name=" + name + "&form=" + nonce + "&rules=on";
        RequestOptions post =
                request(HttpMethod.POST, "/j/" + token)
                        .putHeader("X-Forwarded-For", address(name))
                        .putHeader("Content-Type", "application/x-www-form-urlencoded");
        return http.request(post).compose(r -> r.send(Buffer.buffer(form)).compose(Crew::cookie));
    }

    private static Future<String> cookie(HttpClientResponse answer) {
        return answer.body()
                .map(_ -> {
                    String cookie = answer.getHeader("Set-Cookie");
                    if (cookie == null) {
                        throw new IllegalStateException("no seat: " + answer.statusCode());
                    }
                    return cookie.split(";")[0];
                });
    }

    /** What the form of a door's page has from the server. */
    static String nonce(String door) {
        return door.replaceFirst("(?s).*name=\"form\" value=\"([a-z0-9]+)\".*", "$1");
    }

    /** So many people, who take their seats a few at a time. */
    List<Member> members(String room, String token, int count) throws Exception {
        List<Member> members = new ArrayList<>();
        for (int from = 0; from < count; from += AT_ONCE) {
            List<Future<Member>> some = new ArrayList<>();
            for (int i = from; i < Math.min(count, from + AT_ONCE); i++) {
                int index = i;
                some.add(
                        join(token, "P" + index).map(cookie -> new Member(this, room, cookie, "")));
            }
            members.addAll(get(Future.all(some)).list());
        }
        return members;
    }

    /** Opens all their sockets, a few at a time, until every one has been welcomed. */
    void connect(List<Member> members) throws Exception {
        for (int from = 0; from < members.size(); from += AT_ONCE) {
            List<Future<Void>> some = new ArrayList<>();
            for (Member m : members.subList(from, Math.min(members.size(), from + AT_ONCE))) {
                some.add(m.connect());
            }
            get(Future.all(some));
        }
    }

    static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(120, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
