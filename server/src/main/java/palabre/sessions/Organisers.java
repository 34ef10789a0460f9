package palabre.sessions;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import palabre.core.Code;
import palabre.core.SessionId;
import palabre.core.session.Organiser;
import palabre.core.session.OrganiserCommand;
import palabre.core.session.OrganiserEvent;
import palabre.core.session.OrganiserRoster;
import palabre.log.Damages;
import palabre.log.EventLog;
import palabre.log.LogId;
import palabre.secrets.ServerKey;
import palabre.writer.LogWriter;
import palabre.writer.Published;
import palabre.writer.Reply;
import palabre.writer.Request;
import palabre.writer.Ticker;
import palabre.writer.WriterLoader;

/**
 * Those who prepare sessions here: the host, whose link the server prints at its start, and those
 * whom the host has appointed. As with invitations, their tokens are derived and kept nowhere.
 */
public final class Organisers {
    /**
     * The log of organisers lies among those of sessions, under the name it has had from the first.
     */
    public static final LogId ROSTER = LogId.of(new SessionId("office"));

    private static final Logger LOG = LoggerFactory.getLogger(Organisers.class);

    private final Vertx vertx;
    private final ServerKey key;
    private final WriterLoader loader;
    private final Damages damages;
    private volatile OrganiserRoster roster = OrganiserRoster.EMPTY;
    private volatile String replacedHost = "";
    private volatile Map<String, Organiser> byToken = Map.of();
    private final Map<Long, Integer> bySeq = new ConcurrentHashMap<>();
    private volatile @Nullable LogWriter<OrganiserRoster, OrganiserCommand, OrganiserEvent> writer;

    /**
     * @param damages is told when it cannot be read who has been appointed
     */
    public Organisers(Vertx vertx, EventLog log, ServerKey key, Ticker ticker, Damages damages) {
        this.vertx = vertx;
        this.key = key;
        this.loader = new WriterLoader(log, ticker);
        this.damages = damages;
    }

    /**
     * Reads who has been appointed. Where that is erased or cannot be read nobody is, and nobody
     * can be.
     */
    public Future<Void> load() {
        return open().recover(this::gone);
    }

    private Future<Void> gone(Throwable failure) {
        roster = OrganiserRoster.EMPTY;
        byToken = Map.of();
        if (Damages.erased(failure)) {
            LOG.warn("The key of the organisers is gone: only the host's link is good.");
        } else {
            damages.note(ROSTER, failure);
        }
        return Future.succeededFuture();
    }

    /** What is the matter with the list of those who are appointed. */
    public Optional<String> damage() {
        return damages.of(ROSTER);
    }

    private Future<Void> open() {
        return loader.load(
                        ((VertxInternal) vertx).createEventLoopContext(),
                        ROSTER,
                        new OrganiserAggregate(),
                        this::know)
                .onSuccess(w -> writer = w)
                .mapEmpty();
    }

    private void know(Published<OrganiserRoster, OrganiserEvent> event) {
        if (event.event() instanceof OrganiserEvent.OrganiserAppointed e) {
            bySeq.put(event.seq(), e.organiser());
        }
        OrganiserRoster now = event.after();
        Map<String, Organiser> good = new HashMap<>();
        for (Organiser o : now.organisers().values()) {
            if (!o.withdrawn()) {
                good.put(ServerKey.lookup(token(o)), o);
            }
        }
        roster = now;
        byToken = Map.copyOf(good);
    }

    /**
     * Carries out what the host asks, once.
     *
     * @param commandId unique among what was asked of organisers
     */
    public Future<Reply> submit(String commandId, OrganiserCommand command) {
        LogWriter<OrganiserRoster, OrganiserCommand, OrganiserEvent> w = writer;
        return w == null
                ? Future.succeededFuture(
                        new Reply.Nack(
                                damage().isPresent() ? Code.DAMAGED : Code.STORE_UNAVAILABLE))
                : w.submit(
                                new Request<>(
                                        Organiser.HOST.seat(),
                                        commandId,
                                        ServerKey.lookup(command.toString()),
                                        command))
                        .onSuccess(reply -> noteReplacing(commandId, command, reply))
                        .otherwise(new Reply.Nack(Code.STORE_UNAVAILABLE));
    }

    private void noteReplacing(String commandId, OrganiserCommand command, Reply reply) {
        boolean host =
                command instanceof OrganiserCommand.Reissue c
                        && c.organiser() == Organiser.HOST.number();
        if (host && reply instanceof Reply.Ack) {
            replacedHost = commandId;
        }
    }

    /** Whose token it is; empty when it is nobody's any more. */
    public Optional<Organiser> byToken(String token) {
        return ServerKey.same(token(Organiser.HOST), token)
                ? Optional.of(Organiser.HOST)
                : Optional.ofNullable(byToken.get(ServerKey.lookup(token)));
    }

    /** The host is one of them. */
    public Optional<Organiser> find(int number) {
        return number == Organiser.HOST.number()
                ? Optional.of(Organiser.HOST)
                : roster.organiser(number);
    }

    /** Who was appointed by what was acknowledged with this number. */
    public Optional<Organiser> appointedBy(Reply.Ack ack) {
        return Optional.ofNullable(bySeq.get(ack.seq())).flatMap(this::find);
    }

    /** Whether this was the command that last wrote the host's link anew, since the start. */
    public boolean hostReplacedBy(String commandId) {
        return commandId.equals(replacedHost);
    }

    /** Who there is, and how their links stand. */
    public OrganiserRoster roster() {
        return roster;
    }

    /** All that were ever appointed, the withdrawn too. */
    public Collection<Organiser> appointed() {
        return roster.organisers().values();
    }

    public String token(Organiser organiser) {
        return organiser.isHost()
                ? key.hostToken(roster.hostIssue())
                : key.organiserToken(organiser.number(), organiser.issue());
    }
}
