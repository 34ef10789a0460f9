package palabre.live;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.function.Function;
import palabre.core.PartId;
import palabre.log.Damages;
import palabre.log.EventLog;
import palabre.log.LogId;
import palabre.writer.Aggregate;
import palabre.writer.LogWriter;
import palabre.writer.Ticker;
import palabre.writer.Witness;
import palabre.writer.WriterLoader;

/** Opens the logs of one room's parts; those that cannot be read are noted, and noted once. */
final class PartLogs {
    private final EventLog log;
    private final LogId room;
    private final Ticker ticker;
    private final Damages damages;

    /**
     * @param log where the room's parts are: on the record or off it, all alike
     */
    PartLogs(EventLog log, LogId room, Ticker ticker, Damages damages) {
        this.log = log;
        this.room = room;
        this.ticker = ticker;
        this.damages = damages;
    }

    /**
     * @param takeOver gets the writer on the context, before anything can happen in it
     */
    <S, C, E, R> Future<R> load(
            Context context,
            PartId part,
            Aggregate<S, C, E> aggregate,
            Witness<S, E> witness,
            Function<LogWriter<S, C, E>, R> takeOver) {
        LogId id = room.of(part);
        return new WriterLoader(log, ticker)
                .load(context, id, aggregate, witness, takeOver)
                .onSuccess(_ -> damages.clear(id))
                .onFailure(f -> {
                    if (!Damages.passes(f) && !Damages.erased(f)) {
                        damages.note(id, f);
                    }
                });
    }
}
