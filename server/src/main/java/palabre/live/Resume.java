package palabre.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import palabre.core.PartId;
import palabre.core.SeatId;

/**
 * What somebody gets of a part who comes, or comes back: exactly what they missed, or a snapshot
 * when that is smaller or what they missed is no longer known.
 */
final class Resume {
    /** Below this many characters nothing is gained by a snapshot. */
    private static final int SMALL = 2_048;

    private final History history;

    Resume(History history) {
        this.history = history;
    }

    /** Not of another epoch, and not of the future. */
    static boolean comparable(Optional<Position> after, Channel channel) {
        return after.filter(p -> !p.epoch().equals(channel.epoch()) || p.seq() > channel.last())
                .isEmpty();
    }

    /**
     * @param channel with nothing pending
     * @param after how far the client has come; empty for a start from nothing
     * @param snapshot the channel's
     */
    List<String> lines(
            Channel channel,
            Optional<Position> after,
            SeatId seat,
            long nowMs,
            Supplier<String> snapshot) {
        Optional<List<String>> missed =
                after.filter(p -> comparable(after, channel))
                        .flatMap(p -> missed(channel, p, seat, nowMs));
        return missed.filter(lines -> !isLarger(lines, snapshot))
                .orElseGet(() -> List.of(snapshot.get()));
    }

    private static boolean isLarger(List<String> missed, Supplier<String> snapshot) {
        int size = missed.stream().mapToInt(String::length).sum();
        return size > SMALL && size > snapshot.get().length();
    }

    /** Empty when it was too long ago, or their audience may have been another then. */
    private Optional<List<String>> missed(
            Channel channel, Position after, SeatId seat, long nowMs) {
        return history.after(after.seq(), channel.audience(), seat)
                .map(events -> numbered(events, after.seq(), channel, nowMs));
    }

    private static List<String> numbered(
            List<History.Missed> events, long from, Channel channel, long nowMs) {
        PartId part = channel.audience().part();
        List<String> lines = new ArrayList<>();
        long prev = from;
        for (History.Missed event : events) {
            if (event.seq() > channel.last()) {
                break; // not yet for this audience
            }
            lines.add(Frames.frame(part, prev, event.seq(), event.tail()));
            prev = event.seq();
        }
        if (prev < channel.last()) {
            String beat = Frames.beat(nowMs, Optional.empty());
            lines.add(Frames.frame(part, prev, channel.last(), beat));
        }
        return lines;
    }
}
