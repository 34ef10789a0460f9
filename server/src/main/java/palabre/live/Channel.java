package palabre.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import palabre.core.room.Audience;
import palabre.core.room.Room;

/**
 * What one audience gets. Each frame says {@code prev} and {@code seq}: it covers the events after
 * {@code prev} up to {@code seq}, and what is hidden from the audience lies inside and is absent.
 * So {@code prev} is always the {@code seq} of the frame before, for everybody in the audience.
 */
final class Channel {
    private final Audience audience;
    private final String epoch;
    private final List<String> pending = new ArrayList<>();
    private long last;
    private List<String> told = DerivedLines.NOTHING;
    private long toldNumber;
    private @Nullable String snapshot;
    private long snapshotSeq = -1;

    /**
     * @param last the number up to which everybody who will subscribe is taken by their welcome
     * @param toldNumber a number that no reader of an earlier channel has been told
     */
    Channel(Audience audience, String epoch, long last, long toldNumber) {
        this.audience = audience;
        this.epoch = epoch;
        this.last = last;
        this.toldNumber = toldNumber;
    }

    Audience audience() {
        return audience;
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
        pending.add(Frames.frame(last, seq, tail));
        last = seq;
    }

    /** Takes everybody over what is hidden from them, up to the end of the log. */
    void beat(long head, long nowMs, int here) {
        pending.add(Frames.beat(last, head, nowMs, here));
        last = head;
    }

    /** What is pending, and with it how things stand now, where otherwise than last told. */
    Optional<Batch> flush(List<String> derived) {
        if (pending.isEmpty()) {
            return Optional.empty();
        }
        List<String> news = news(derived);
        pending.addAll(news);
        Batch batch =
                new Batch(
                        pending,
                        Optional.of(new Position(epoch, last)),
                        news.isEmpty() ? 0 : toldNumber);
        pending.clear();
        return Optional.of(batch);
    }

    /** How things stand now, when nothing else is to be told. */
    Optional<Batch> retell(List<String> derived) {
        if (!pending.isEmpty()) {
            return Optional.empty();
        }
        List<String> news = news(derived);
        return news.isEmpty()
                ? Optional.empty()
                : Optional.of(new Batch(news, Optional.empty(), toldNumber));
    }

    private List<String> news(List<String> derived) {
        List<String> news = new ArrayList<>();
        long number = toldNumber + 1;
        for (int i = 0; i < derived.size(); i++) {
            String now = derived.get(i);
            if (!now.equals(told.get(i)) && !now.isEmpty()) {
                news.add(Frames.derived(now, last, number));
                toldNumber = number;
            }
        }
        told = derived;
        return news;
    }

    /** The snapshot at {@link #last}; made once however many ask for it. */
    String snapshot(Room room) {
        String made = snapshot;
        if (made == null || snapshotSeq != last) {
            made = Frames.snapshot(audience, room, last);
            snapshot = made;
            snapshotSeq = last;
        }
        return made;
    }
}
