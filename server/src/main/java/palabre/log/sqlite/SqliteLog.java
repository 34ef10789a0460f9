package palabre.log.sqlite;

import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import palabre.core.RoomId;
import palabre.core.SessionId;
import palabre.log.Appended;
import palabre.log.CommandKey;
import palabre.log.Draft;
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
    private static final int NO_BOUND = 0;

    private final DirectoryLock lock;
    private final Feeds feeds = new Feeds();
    private final Seals seals;
    private final LogRows rows;
    private final DbThread writer;
    private final DbThread reader;

    private SqliteLog(
            DirectoryLock lock, Seals seals, Path file, Supplier<String> epochs, int pagesMax) {
        this.lock = lock;
        this.seals = seals;
        this.rows = new LogRows(epochs);
        this.writer = new DbThread("log-writer", new Db(file, false, pagesMax), true, rows::forget);
        this.reader = new DbThread("log-reader", new Db(file, true, pagesMax), false, () -> {});
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
            Files.createDirectories(dir);
            DirectoryLock lock = DirectoryLock.take(dir);
            Seals seals = new Seals(new KeyFiles(dir.resolve("keys")));
            SqliteLog log = new SqliteLog(lock, seals, dir.resolve("palabre.db"), epochs, pagesMax);
            log.writer.start();
            log.reader.start();
            try {
                log.writer.submit(db -> db.line("SELECT count(*) FROM log")).await();
            } catch (LogFailure e) {
                log.close();
                throw e;
            }
            return log;
        } catch (IOException e) {
            throw new LogFailure(
                    LogFailure.Reason.UNAVAILABLE, "cannot write to " + dir.toAbsolutePath(), e);
        }
    }

    @Override
    public Future<Head> head(LogId log) {
        return writer.submit(db -> {
            Head head = rows.findOrCreate(db, log).head();
            seals.findOrCreate(log.session());
            return head;
        });
    }

    @Override
    public Future<Appended> append(LogId log, Head expected, Draft draft) {
        return writer.submit(db -> append(db, log, expected, draft))
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

    private Appended append(Db db, LogId log, Head expected, Draft draft) throws SQLException {
        LogRows.Row row = rows.findOrCreate(db, log);
        Seal seal = seals.findOrCreate(log.session());
        if (!row.head().equals(expected)) {
            Optional<Outcome> known = RecordRows.find(db, row.number(), log, draft.key(), seal);
            return known.<Appended>map(Appended.Duplicate::new)
                    .orElseGet(() -> new Appended.Conflict(row.head()));
        }
        Head after = row.head().after(draft.events());
        try {
            RecordRows.insert(db, row.number(), log, after, draft, seal);
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
                            db, row.get().number(), log, key, seals.require(log.session()));
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
                            seals.require(log.session()));
        });
    }

    @Override
    public Future<Void> snapshot(LogId log, Snapshot snapshot) {
        return writer.submit(
                        db -> {
                            LogRows.Row row = rows.findOrCreate(db, log);
                            SnapshotRows.put(
                                    db,
                                    row.number(),
                                    log,
                                    snapshot,
                                    seals.findOrCreate(log.session()));
                            return true;
                        })
                .mapEmpty();
    }

    @Override
    public Future<Optional<Snapshot>> latestSnapshot(LogId log) {
        return reader.submit(db -> {
            Optional<LogRows.Row> row = LogRows.find(db, log);
            return row.isEmpty()
                    ? Optional.<Snapshot>empty()
                    : SnapshotRows.latest(
                            db, row.get().number(), log, seals.require(log.session()));
        });
    }

    @Override
    public Future<List<LogId>> logs() {
        return reader.submit(SqliteLog::logs);
    }

    private static List<LogId> logs(Db db) throws SQLException {
        List<LogId> found = new ArrayList<>();
        PreparedStatement s =
                db.statement("SELECT session, room FROM log WHERE erased=0 ORDER BY number");
        try (ResultSet r = s.executeQuery()) {
            while (r.next()) {
                SessionId session = new SessionId(r.getString(1));
                String room = r.getString(2);
                found.add(room.isEmpty() ? LogId.of(session) : LogId.of(session, new RoomId(room)));
            }
        }
        return found;
    }

    @Override
    public Future<Void> erase(SessionId session) {
        return writer.submit(
                        db -> {
                            SnapshotRows.drop(db, session);
                            PreparedStatement s =
                                    db.statement("UPDATE log SET erased=1 WHERE session=?");
                            s.setString(1, session.value());
                            s.executeUpdate();
                            rows.forget();
                            seals.destroy(session);
                            return true;
                        })
                .mapEmpty();
    }

    @Override
    public void close() {
        writer.close();
        reader.close();
        try {
            lock.close();
        } catch (IOException e) {
            throw new LogFailure(LogFailure.Reason.UNAVAILABLE, "cannot let go of the lock", e);
        }
    }
}
