package palabre.log.sqlite;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import palabre.core.SessionId;
import palabre.log.Appended;
import palabre.log.CommandKey;
import palabre.log.Draft;
import palabre.log.Erasure;
import palabre.log.EventLog;
import palabre.log.Feeds;
import palabre.log.Head;
import palabre.log.LogFailure;
import palabre.log.LogId;
import palabre.log.LogRecord;
import palabre.log.Outcome;
import palabre.log.Page;
import palabre.log.Snapshot;
import palabre.log.Subscription;

/**
 * Durable logs in one SQLite file: WAL, {@code synchronous=FULL}. One thread writes and one reads;
 * an append that is answered {@link Appended.Done} has been forced to the disk.
 */
public final class SqliteLog implements EventLog {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteLog.class);
    private static final int NO_BOUND = 0;

    /** As much as a long command; what is too little for it is too little for a meeting. */
    private static final int PROBE_BYTES = 64 * 1024;

    private final DirectoryLock lock;
    private final Feeds feeds = new Feeds();
    private final KeyFiles keys;
    private final Seals seals;
    private final LogRows rows;
    private final DbThread writer;
    private final DbThread reader;
    private final Checkpointer checkpointer;

    /** Writing has failed since the last probe that did not. */
    private volatile boolean refusing;

    private SqliteLog(
            DirectoryLock lock, KeyFiles keys, Path file, Supplier<String> epochs, int pagesMax) {
        this.lock = lock;
        this.keys = keys;
        this.seals = new Seals(keys);
        this.rows = new LogRows(epochs);
        this.writer =
                new DbThread(
                        "log-writer",
                        new Db(file, Db.Use.WRITING, pagesMax),
                        true,
                        this::committed,
                        this::undone);
        this.reader =
                new DbThread(
                        "log-reader",
                        new Db(file, Db.Use.READING, pagesMax),
                        false,
                        () -> {},
                        () -> {});
        this.checkpointer = new Checkpointer(new Db(file, Db.Use.CHECKPOINTS, pagesMax));
    }

    private void committed() {
        seals.committed();
        checkpointer.committed();
    }

    private void undone() {
        refusing = true;
        rows.forget();
        seals.undone();
    }

    /**
     * @param dir made when it is missing
     * @param epochs gives a new epoch for each new log
     * @throws LogFailure when another server uses the directory, or it cannot be written, or what
     *     is in it is damaged
     */
    public static SqliteLog open(Path dir, Supplier<String> epochs) {
        return open(dir, epochs, NO_BOUND);
    }

    /**
     * @param pagesMax how many pages the file may have: beyond it the disk counts as full
     */
    public static SqliteLog open(Path dir, Supplier<String> epochs, int pagesMax) {
        try {
            DirectoryLock lock = DirectoryLock.take(OwnerOnly.directory(dir));
            try {
                return open(dir, epochs, pagesMax, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new LogFailure(
                    LogFailure.Reason.UNAVAILABLE, "cannot write to " + dir.toAbsolutePath(), e);
        }
    }

    private static SqliteLog open(
            Path dir, Supplier<String> epochs, int pagesMax, DirectoryLock lock)
            throws IOException {
        KeyCheck.Found found = KeyCheck.of(dir);
        if (!found.stops().isEmpty()) {
            throw new LogFailure(LogFailure.Reason.CORRUPT, found.stops().getFirst());
        }
        found.strays().forEach(LOG::warn);
        Path file = OwnerOnly.file(dir.resolve(Db.NAME));
        KeyFiles keys = new KeyFiles(OwnerOnly.directory(dir.resolve("keys")));
        SqliteLog log = new SqliteLog(lock, keys, file, epochs, pagesMax);
        log.writer.start();
        log.reader.start();
        log.checkpointer.start();
        try {
            log.writer.submit(log::adopt).await();
        } catch (LogFailure e) {
            log.close();
            throw e;
        }
        OwnerOnly.everything(dir);
        return log;
    }

    /** What older versions wrote has no prints yet; what a kill left unsettled is settled. */
    private boolean adopt(Db db) throws SQLException {
        for (LogId log : LogRows.all(db)) {
            String name = KeyFiles.nameOf(log.session());
            if (KeyRows.print(db, name).isEmpty()
                    && RecordRows.any(db, log.session())
                    && keys.look(name) instanceof KeyFiles.Look.Key key
                    && RecordRows.opens(db, log.session(), new Seal(key.bytes()))) {
                KeyRows.put(db, name, Seal.print(key.bytes()));
            }
        }
        try {
            keys.settleAll(name -> KeyRows.print(db, name));
            serverKey(db);
        } catch (IOException e) {
            throw Failures.ofKeys(e);
        }
        return true;
    }

    /** The server's key is made with the first start, and never again. */
    private byte[] serverKey(Db db) throws SQLException, IOException {
        Optional<String> print = KeyRows.print(db, KeyFiles.SERVER);
        byte[] key;
        if (keys.look(KeyFiles.SERVER) instanceof KeyFiles.Look.Key there) {
            key = there.bytes();
        } else if (print.isEmpty() && LogRows.all(db).isEmpty()) {
            key = keys.create(KeyFiles.SERVER);
            keys.settle(KeyFiles.SERVER);
        } else {
            throw new LogFailure(LogFailure.Reason.CORRUPT, "keys/server.key is gone or damaged");
        }
        if (print.isEmpty()) {
            KeyRows.put(db, KeyFiles.SERVER, Seal.print(key));
        }
        return key;
    }

    /** The key from which all that opens a door is derived. */
    public Future<byte[]> serverKey() {
        return writer.submit(db -> {
            try {
                return serverKey(db);
            } catch (IOException e) {
                throw Failures.ofKeys(e);
            }
        });
    }

    @Override
    public Future<Head> head(LogId log) {
        return writer.submit(db -> {
            Head head = rows.findOrCreate(db, log).head();
            seals.findOrCreate(db, log.session());
            return head;
        });
    }

    @Override
    public Future<Appended> append(LogId log, Head expected, Draft draft) {
        byte[] packed = Packed.pack(draft.payload());
        return writer.submit(db -> append(db, log, expected, draft, packed))
                .onSuccess(appended -> {
                    if (appended instanceof Appended.Done done && draft.events() > 0) {
                        feeds.appended(log, record(done.head(), draft));
                    }
                });
    }

    private static LogRecord record(Head head, Draft draft) {
        return new LogRecord(
                head.records(), head.seq(), draft.events(), draft.atMs(), draft.payload());
    }

    @Override
    public Subscription subscribe(LogId log, long afterSeq, Consumer<LogRecord> handler) {
        return feeds.follow(log, afterSeq, (after, max) -> read(log, after, max), handler);
    }

    private Appended append(Db db, LogId log, Head expected, Draft draft, byte[] packed)
            throws SQLException {
        LogRows.Row row = rows.findOrCreate(db, log);
        Seal seal = seals.findOrCreate(db, log.session());
        if (!row.head().equals(expected)) {
            Optional<Outcome> known = RecordRows.find(db, row.number(), log, draft.key(), seal);
            return known.<Appended>map(Appended.Duplicate::new)
                    .orElseGet(() -> new Appended.Conflict(row.head()));
        }
        Head after = row.head().after(draft.events());
        try {
            RecordRows.insert(db, row.number(), log, after, draft, packed, seal);
        } catch (SQLException e) {
            Optional<Outcome> known = RecordRows.find(db, row.number(), log, draft.key(), seal);
            if (known.isPresent()) {
                return new Appended.Duplicate(known.get());
            }
            throw e;
        }
        rows.advance(log, new LogRows.Row(row.number(), after));
        return new Appended.Done(after);
    }

    @Override
    public Future<Optional<Outcome>> find(LogId log, CommandKey key) {
        return reader.submit(db -> {
            Optional<LogRows.Row> row = LogRows.find(db, log);
            return row.isEmpty()
                    ? Optional.<Outcome>empty()
                    : RecordRows.find(
                            db, row.get().number(), log, key, seals.require(db, log.session()));
        });
    }

    @Override
    public Future<Page> read(LogId log, long afterSeq, int maxEvents) {
        return reader.submit(db -> {
            Optional<LogRows.Row> row = LogRows.find(db, log);
            return row.isEmpty()
                    ? new Page(List.of(), true)
                    : RecordRows.read(
                            db,
                            row.get().number(),
                            log,
                            afterSeq,
                            maxEvents,
                            seals.require(db, log.session()));
        });
    }

    @Override
    public Future<Void> snapshot(LogId log, Snapshot snapshot) {
        return packed(snapshot.payload())
                .map(packed -> new Snapshot(snapshot.seq(), snapshot.fold(), packed))
                .compose(packed ->
                        writer.submit(db -> {
                            LogRows.Row row = rows.findOrCreate(db, log);
                            Seal seal = seals.findOrCreate(db, log.session());
                            SnapshotRows.put(db, row.number(), log, packed, seal);
                            return true;
                        }))
                .mapEmpty();
    }

    /** Rooms hand in their snapshots on event loops: what is long is packed elsewhere. */
    private static Future<byte[]> packed(byte[] payload) {
        if (payload.length < Packed.LONG_BYTES) {
            return Future.succeededFuture(Packed.pack(payload));
        }
        Promise<byte[]> packed = Promise.promise();
        Thread.startVirtualThread(() -> packed.complete(Packed.pack(payload)));
        return packed.future();
    }

    @Override
    public Future<Optional<Snapshot>> latestSnapshot(LogId log) {
        return reader.submit(db -> {
            Optional<LogRows.Row> row = LogRows.find(db, log);
            return row.isEmpty()
                    ? Optional.<Snapshot>empty()
                    : SnapshotRows.latest(
                            db, row.get().number(), log, seals.require(db, log.session()));
        });
    }

    @Override
    public Future<List<LogId>> logs() {
        return reader.submit(LogRows::all);
    }

    @Override
    public Future<Void> erase(Erasure erasure) {
        return writer.submit(
                        db -> {
                            ErasureRows.begin(db, erasure);
                            rows.forget();
                            return true;
                        })
                .compose(_ ->
                        writer.submit(db -> {
                            seals.destroy(erasure.session());
                            return true;
                        }))
                .mapEmpty();
    }

    @Override
    public Future<List<Erasure>> unfinished() {
        return writer.submit(db -> ErasureRows.unfinished(db, keys));
    }

    @Override
    public Future<Void> finished(SessionId session) {
        return writer.submit(
                        db -> {
                            ErasureRows.finish(db, session);
                            return true;
                        })
                .mapEmpty();
    }

    /** Where little can be written, much may not: after a failure it is tried with much. */
    @Override
    public Future<Void> probe() {
        int bytes = refusing ? PROBE_BYTES : 0;
        return writer.submit(db -> fill(db, bytes))
                .compose(_ -> writer.submit(db -> fill(db, 0)))
                .onSuccess(_ -> refusing = false)
                .mapEmpty();
    }

    private static int fill(Db db, int bytes) throws SQLException {
        PreparedStatement s =
                db.statement("INSERT OR REPLACE INTO probe(n, filler) VALUES(1, zeroblob(?))");
        s.setInt(1, bytes);
        return s.executeUpdate();
    }

    @Override
    public void close() {
        checkpointer.close();
        writer.close();
        reader.close();
        try {
            lock.close();
        } catch (IOException e) {
            throw new LogFailure(LogFailure.Reason.UNAVAILABLE, "cannot let go of the lock", e);
        }
    }
}
