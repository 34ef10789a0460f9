package palabre.writer;

/** Sees every event of a log, in order. */
public interface Witness<S, E> {
    void saw(Published<S, E> event);
}
