package palabre.writer;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;

/** Brings what completes elsewhere back to a context. */
public final class OnContext {
    private OnContext() {}

    /** The same result, seen on the context, after everything that was sent there before. */
    public static <T> Future<T> of(Context context, Future<T> future) {
        Promise<T> here = Promise.promise();
        future.onComplete(done -> context.runOnContext(_ -> here.handle(done)));
        return here.future();
    }
}
