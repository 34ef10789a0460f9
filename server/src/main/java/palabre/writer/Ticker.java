package palabre.writer;

/** The server's clock; tests bring their own. */
public interface Ticker {
    /** Milliseconds since 1970. */
    long nowMs();

    static Ticker system() {
        return System::currentTimeMillis;
    }
}
