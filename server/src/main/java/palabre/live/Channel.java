package palabre.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import palabre.part.AudienceKey;

/**
 * What one audience gets. Each frame says {@code prev} and {@code seq}: it covers the events after
 * {@code prev} up to {@code seq}, and what is hidden from the audience lies inside and is absent.
 * So {@code prev} is always the {@code seq} of the frame before, for everybody in the audience.
 */
final class Channel {
    /** What a client takes for granted when it has not been told. */
    private static final Set<String> GRANTED = Set.of("", DerivedLines.NO_ORDER);

    /** The key of the line that beats say too. */
    static final String HERE = "here";

    private final AudienceKey audience;
    private final String epoch;
    private final List<String> pending = new ArrayList<>();
    private final Map<String, String> told = new HashMap<>();
    private long last;
    private long toldNumber;
    private @Nullable String snapshot;
    private long snapshotSeq = -1;

    /**
     * @param last the number up to which everybody who will subscribe is taken by their welcome
     * @param toldNumber a number that no reader of an earlier channel has been told
     */
    Channel(AudienceKey audience, String epoch, long last, long toldNumber) {
        this.audience = audience;
        this.epoch = epoch;
        this.last = last;
        this.toldNumber = toldNumber;
    }

    AudienceKey audience() {
        return audience;
    }

    String epoch() {
        return epoch;
    }

    /** The number that everybody has once all that is pending is sent. */
    long last() {
        return last;
    }

    /** The number of what everybody has been told beside frames; one who comes is told the same. */
    long toldNumber() {
        return toldNumber;
    }

    void add(long seq, String tail) {
        pending.add(Frames.frame(audience.part(), last, seq, tail));
        last = seq;
    }

    /**
     * Takes everybody over what is hidden from them, up to the end of the log.
     *
     * @param here what it says of who is here, if anything
     */
    void beat(long head, long nowMs, Optional<String> here) {
        add(head, Frames.beat(nowMs, here));
        here.ifPresent(this::knowsWhoIsHere);
    }

    /** Everybody has been told so already. */
    void knowsWhoIsHere(String body) {
        told.put(HERE, body);
    }

    /** Nobody is there who would have to be told of it. */
    void pass(long head) {
        last = head;
    }

    /** What is pending, and with it what is told beside it, where otherwise than last told. */
    Optional<Batch> flush(Supplier<Lane> lane) {
        if (pending.isEmpty()) {
            return Optional.empty();
        }
        long before = toldNumber;
        pending.addAll(news(lane.get()));
        Batch batch =
                batch(pending, Optional.of(position()), toldNumber == before ? 0 : toldNumber);
        pending.clear();
        return Optional.of(batch);
    }

    /** What is told beside the log, when nothing else is to be told. */
    Optional<Batch> retell(Lane lane) {
        if (!pending.isEmpty()) {
            return Optional.empty();
        }
        long before = toldNumber;
        List<String> news = news(lane);
        return news.isEmpty()
                ? Optional.empty()
                : Optional.of(batch(news, Optional.empty(), toldNumber == before ? 0 : toldNumber));
    }

    /** Where everybody stands once all that is pending is sent. */
    Position position() {
        return new Position(epoch, last);
    }

    Batch batch(List<String> lines, Optional<Position> upTo, long told) {
        return new Batch(audience.part(), lines, upTo, told);
    }

    private List<String> news(Lane lane) {
        List<String> news = new ArrayList<>();
        long number = toldNumber + 1;
        lane.lines()
                .forEach((key, line) -> {
                    String body = line.body();
                    String before = told.put(key, body);
                    boolean same = before == null ? GRANTED.contains(body) : body.equals(before);
                    if (!same && !body.isEmpty()) {
                        news.add(beside(line, number));
                        toldNumber = line.quiet() ? toldNumber : number;
                    }
                });
        return news;
    }

    private String beside(Lane.Line line, long number) {
        return line.quiet()
                ? Frames.quiet(audience.part(), line.body())
                : Frames.derived(audience.part(), line.body(), last, number);
    }

    /** What somebody who comes is told beside the log; all others have been told it already. */
    List<String> standing(Lane lane) {
        List<String> lines = new ArrayList<>();
        lane.lines()
                .values()
                .forEach(line -> {
                    if (!line.quiet() && !GRANTED.contains(line.body())) {
                        lines.add(beside(line, toldNumber));
                    }
                });
        return lines;
    }

    /** The snapshot at {@link #last}; made once however many ask for it. */
    String snapshot(Supplier<ObjectNode> state) {
        String made = snapshot;
        if (made == null || snapshotSeq != last) {
            made = Frames.snapshot(audience.part(), state.get(), last);
            snapshot = made;
            snapshotSeq = last;
        }
        return made;
    }
}
