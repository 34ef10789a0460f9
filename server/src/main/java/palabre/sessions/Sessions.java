package palabre.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import palabre.codec.EventCodec;
import palabre.codec.SessionEventCodec;
import palabre.core.Code;
import palabre.core.LinkId;
import palabre.core.RoomId;
import palabre.core.SessionId;
import palabre.core.session.Link;
import palabre.core.session.Session;
import palabre.core.session.SessionCommand;
import palabre.core.session.SessionEvent;
import palabre.log.CommandKey;
import palabre.log.Damages;
import palabre.log.Erasure;
import palabre.log.EventLog;
import palabre.log.LogId;
import palabre.log.LogRecord;
import palabre.secrets.ServerKey;
import palabre.writer.LogWriter;
import palabre.writer.Published;
import palabre.writer.Reply;
import palabre.writer.Request;
import palabre.writer.Ticker;
import palabre.writer.WriterLoader;

/**
 * All sessions, in memory: a session is small, and every token must be known at once. Tokens are
 * looked up by their hash; the tokens themselves are kept nowhere.
 *
 * <p>Sessions are written on worker threads, each in its own order: ten thousand people invited at
 * once take a while, and no room waits for that.
 */
public final class Sessions {
    /** A link and the session that it belongs to. */
    public record Invitation(Session session, Link link) {}

    private record LinkRef(SessionId session, LinkId link, int issue) {}

    private final Vertx vertx;
    private final EventLog log;
    private final ServerKey key;
    private final WriterLoader loader;
    private final Map<SessionId, LogWriter<Session, SessionCommand, SessionEvent>> writers =
            new ConcurrentHashMap<>();
    private final Map<SessionId, Session> sessions = new ConcurrentHashMap<>();
    private final Map<RoomId, SessionId> rooms = new ConcurrentHashMap<>();
    private final Map<String, RoomId> joinCodes = new ConcurrentHashMap<>();
    private final Map<String, LinkRef> tokens = new ConcurrentHashMap<>();
    private final DamagedSessions damaged;

    /**
     * @param damages is told of sessions that cannot be read
     */
    public Sessions(Vertx vertx, EventLog log, ServerKey key, Ticker ticker, Damages damages) {
        this.vertx = vertx;
        this.log = log;
        this.key = key;
        this.loader = new WriterLoader(log, ticker);
        this.damaged = new DamagedSessions(key, damages);
    }

    /** Reads every session of the log; one that cannot be read is left alone. */
    public Future<Void> load() {
        return log.logs()
                .compose(logs -> {
                    List<Future<?>> loads =
                            logs.stream()
                                    .filter(l -> l.room().isEmpty() && !l.equals(Organisers.ROSTER))
                                    .<Future<?>>map(l ->
                                            open(l.session())
                                                    .<Void>mapEmpty()
                                                    .recover(f -> leave(l.session(), f, logs)))
                                    .toList();
                    return Future.join(loads).mapEmpty();
                });
    }

    /** What was read of it so far is not the session. */
    private Future<Void> leave(SessionId id, Throwable failure, List<LogId> logs) {
        Optional<Session> read = find(id);
        forget(id);
        if (!Damages.erased(failure)) {
            damaged.add(id, failure, read, logs);
        }
        return Future.succeededFuture();
    }

    public DamagedSessions damaged() {
        return damaged;
    }

    private Future<LogWriter<Session, SessionCommand, SessionEvent>> open(SessionId id) {
        var known = writers.get(id);
        if (known != null) {
            return Future.succeededFuture(known);
        }
        return loader.load(
                        ((VertxInternal) vertx).createWorkerContext(),
                        LogId.of(id),
                        new SessionAggregate(id),
                        (Published<Session, SessionEvent> e) -> index(id, e))
                .map(writer -> {
                    var first = writers.putIfAbsent(id, writer);
                    return first == null ? writer : first;
                });
    }

    private void index(SessionId id, Published<Session, SessionEvent> event) {
        sessions.put(id, event.after());
        switch (event.event()) {
            case SessionEvent.RoomAdded e -> {
                rooms.put(e.charter().room(), id);
                joinCodes.putIfAbsent(e.charter().room().joinCode(), e.charter().room());
            }
            case SessionEvent.LinkAdded e -> know(event.after(), e.link().id());
            case SessionEvent.LinkReissued e -> know(event.after(), e.link());
            case SessionEvent.LinkHandedOver e -> know(event.after(), e.link());
            default -> {}
        }
    }

    private void know(Session session, LinkId id) {
        int issue = session.link(id).orElseThrow().issue();
        tokens.put(
                ServerKey.lookup(key.linkToken(session.id(), id, issue)),
                new LinkRef(session.id(), id, issue));
    }

    /** Carries out a command once, whoever it is of. */
    public Future<Reply> submit(SessionId id, Request<SessionCommand> request) {
        if (damaged.contains(id)) {
            return Future.succeededFuture(new Reply.Nack(Code.DAMAGED));
        }
        return open(id).compose(writer -> writer.submit(request))
                .otherwise(new Reply.Nack(Code.STORE_UNAVAILABLE));
    }

    /** What a command was answered, if it was accepted before; to be asked before it is planned. */
    public Future<Optional<Reply>> answered(SessionId id, CommandKey key, String bodyHash) {
        return log.find(LogId.of(id), key)
                .map(known ->
                        known.map(o ->
                                o.bodyHash().equals(bodyHash)
                                        ? new Reply.Ack(o.seq())
                                        : new Reply.Nack(Code.ID_REUSED)));
    }

    public Optional<Session> find(SessionId id) {
        return Optional.ofNullable(sessions.get(id));
    }

    public Optional<Session> ofRoom(RoomId room) {
        return Optional.ofNullable(rooms.get(room)).flatMap(this::find);
    }

    /** The room, open or closed, whose id begins with a join code. */
    public Optional<RoomId> byJoinCode(String code) {
        return Optional.ofNullable(joinCodes.get(code));
    }

    public Optional<Invitation> invitation(String token) {
        return Optional.ofNullable(tokens.get(ServerKey.lookup(token)))
                .flatMap(ref ->
                        find(ref.session())
                                .flatMap(s ->
                                        s.link(ref.link())
                                                .map(l ->
                                                        l.issue() == ref.issue()
                                                                ? l
                                                                : l.withdrawn())
                                                .map(l -> new Invitation(s, l))));
    }

    /** Destroys what is stored of a session; its links lead nowhere from then on. */
    public Future<Void> erase(Erasure erasure) {
        SessionId id = erasure.session();
        return log.erase(erasure)
                .onSuccess(_ -> {
                    var writer = writers.remove(id);
                    if (writer != null) {
                        writer.retire();
                    }
                    forget(id);
                    damaged.forget(id);
                });
    }

    private void forget(SessionId id) {
        sessions.remove(id);
        rooms.values().removeIf(id::equals);
        joinCodes.values().removeIf(r -> !rooms.containsKey(r));
        tokens.values().removeIf(ref -> ref.session().equals(id));
    }

    /**
     * An act on a session.
     *
     * @param by who, as a seat; {@code organiser} for the host, {@code organiser-3} for another,
     *     {@code server}
     * @param what the event, as it is kept
     */
    public record Act(long atMs, String by, JsonNode what) {}

    /** What was done to a session, the oldest first; that somebody answered is not told. */
    public Future<List<Act>> history(SessionId id) {
        return history(id, 0, new ArrayList<>());
    }

    private Future<List<Act>> history(SessionId id, long after, List<Act> acts) {
        SessionEventCodec codec = new SessionEventCodec(id);
        return log.read(LogId.of(id), after, 500)
                .compose(page -> {
                    for (LogRecord record : page.records()) {
                        EventCodec.Batch<SessionEvent> batch = codec.fromBytes(record.payload());
                        for (SessionEvent e : batch.events()) {
                            if (!confidential(e)) {
                                acts.add(
                                        new Act(record.atMs(), batch.by().value(), codec.write(e)));
                            }
                        }
                    }
                    return page.end() || page.records().isEmpty()
                            ? Future.succeededFuture(acts)
                            : history(id, page.records().getLast().lastSeq(), acts);
                });
    }

    /** The session as it was at a time of the server's clock. */
    public Future<Session> asOf(SessionId id, long atMs) {
        return asOf(Session.empty(id), 0, atMs);
    }

    private Future<Session> asOf(Session before, long after, long atMs) {
        SessionEventCodec codec = new SessionEventCodec(before.id());
        return log.read(LogId.of(before.id()), after, 500)
                .compose(page -> {
                    Session session = before;
                    for (LogRecord record : page.records()) {
                        if (record.atMs() > atMs) {
                            return Future.succeededFuture(session);
                        }
                        for (SessionEvent e : codec.fromBytes(record.payload()).events()) {
                            session = session.evolve(e);
                        }
                    }
                    return page.end() || page.records().isEmpty()
                            ? Future.succeededFuture(session)
                            : asOf(session, page.records().getLast().lastSeq(), atMs);
                });
    }

    private static boolean confidential(SessionEvent event) {
        return event instanceof SessionEvent.Evaluated
                || event instanceof SessionEvent.EvaluationGiven;
    }

    /** How many links there are, of all sessions. */
    public int invitations() {
        return tokens.size();
    }

    public Collection<Session> all() {
        return List.copyOf(sessions.values());
    }
}
