package palabre.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Supplier;
import palabre.core.PartId;
import palabre.core.room.Room;
import palabre.part.AudienceKey;
import palabre.part.PartKind;
import palabre.writer.Published;

/** What of a part is told, as its kind has it. Confined to the room's context. */
final class PartTelling<S, E> implements Telling<S, E> {
    private static final int MARK_CHARS = 6;

    private final PartId part;
    private final PartKind<S, ?, E> kind;
    private final Supplier<Room> main;
    private final Lane lane = new Lane();

    /** Known once the log is open. */
    private String epoch = "";

    PartTelling(PartId part, PartKind<S, ?, E> kind, Supplier<Room> main) {
        this.part = part;
        this.kind = kind;
        this.main = main;
    }

    void opened(String logEpoch) {
        epoch = logEpoch;
    }

    @Override
    public PartId part() {
        return part;
    }

    @Override
    public Tails tails(Published<S, E> event) {
        return Tails.once(a -> kind.told(a, event).map(t -> Frames.tail(t, event)));
    }

    @Override
    public ObjectNode snapshot(AudienceKey audience, S state) {
        return kind.snapshot(audience, state);
    }

    @Override
    public boolean urgent(E event) {
        return kind.urgent(event);
    }

    @Override
    public long publicDelayMs(Published<S, E> event) {
        return publicDelayMs();
    }

    @Override
    public long publicDelayMs() {
        return main.get().doors().publicDelayMs();
    }

    /**
     * What one audience folded is not gone on with as another, nor what was folded by other rules:
     * their epochs differ.
     */
    @Override
    public String epoch(AudienceKey audience) {
        String fold = kind.aggregate(part).fold().orElse("");
        String of =
                String.join(
                        " ",
                        fold,
                        audience.viewer().name(),
                        audience.language(),
                        audience.profile().name());
        String mark = Integer.toUnsignedString(of.hashCode(), Character.MAX_RADIX);
        return epoch + mark.substring(0, Math.min(MARK_CHARS, mark.length()));
    }

    @Override
    public Lane lane(AudienceKey audience, S state, boolean lags) {
        return lane;
    }

    @Override
    public Optional<String> here() {
        return Optional.empty();
    }
}
