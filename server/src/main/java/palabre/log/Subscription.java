package palabre.log;

/** A follower of a log; gets nothing more once it is closed. */
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
