package palabre.log.sqlite;

import java.io.IOException;
import org.sqlite.SQLiteException;
import palabre.log.LogFailure;

/** Turns what SQLite says into what a caller can act on. */
final class Failures {
    private Failures() {}

    static LogFailure of(Throwable e) {
        if (e instanceof LogFailure failure) {
            return failure;
        }
        String said = String.valueOf(e.getMessage());
        if (e instanceof SQLiteException sqlite) {
            return switch (sqlite.getResultCode()) {
                case SQLITE_CORRUPT, SQLITE_NOTADB ->
                        new LogFailure(
                                LogFailure.Reason.CORRUPT, "palabre.db is damaged: " + said, e);
                case SQLITE_FULL ->
                        new LogFailure(
                                LogFailure.Reason.UNAVAILABLE, "the disk is full: " + said, e);
                default -> unavailable(said, e);
            };
        }
        return unavailable(said, e);
    }

    static LogFailure ofKeys(IOException e) {
        return new LogFailure(
                LogFailure.Reason.UNAVAILABLE, "the keys cannot be used: " + e.getMessage(), e);
    }

    private static LogFailure unavailable(String said, Throwable e) {
        return new LogFailure(
                LogFailure.Reason.UNAVAILABLE, "palabre.db cannot be used: " + said, e);
    }
}
