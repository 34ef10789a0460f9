package palabre.core.contacts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import palabre.core.Persistent;
import palabre.core.SeatId;

/**
 * Who would exchange contacts with whom. Two know of each other's wish only when both have it.
 *
 * @param cards what each wrote
 * @param wants with whom each would exchange
 */
public record Contacts(Map<SeatId, String> cards, Map<SeatId, Set<SeatId>> wants) {
    /** The longest card, in code points. */
    public static final int CARD_MAX = 300;

    public static final Contacts NONE = new Contacts(Map.of(), Map.of());

    public Contacts {
        cards = Persistent.map(cards);
        wants = Persistent.map(wants);
    }

    public boolean wants(SeatId one, SeatId other) {
        return wants.getOrDefault(one, Set.of()).contains(other);
    }

    /** What the seat has been given, by whom. */
    public Map<SeatId, String> givenTo(SeatId seat) {
        Map<SeatId, String> given = new LinkedHashMap<>();
        if (cards.containsKey(seat)) {
            for (SeatId other : wants.getOrDefault(seat, Set.of())) {
                String card = cards.get(other);
                if (card != null && wants(other, seat)) {
                    given.put(other, card);
                }
            }
        }
        return given;
    }

    public Contacts evolve(ContactEvent event) {
        return switch (event) {
            case ContactEvent.CardWritten e ->
                    new Contacts(
                            e.card().isEmpty()
                                    ? Persistent.without(cards, e.seat())
                                    : Persistent.with(cards, e.seat(), e.card()),
                            wants);
            case ContactEvent.ContactWanted e -> {
                Set<SeatId> mine = new LinkedHashSet<>(wants.getOrDefault(e.seat(), Set.of()));
                mine.add(e.with());
                yield wanting(e.seat(), mine);
            }
            case ContactEvent.ContactUnwanted e -> {
                Set<SeatId> mine = new LinkedHashSet<>(wants.getOrDefault(e.seat(), Set.of()));
                mine.remove(e.with());
                yield wanting(e.seat(), mine);
            }
        };
    }

    private Contacts wanting(SeatId seat, Set<SeatId> mine) {
        return new Contacts(
                cards,
                mine.isEmpty()
                        ? Persistent.without(wants, seat)
                        : Persistent.with(wants, seat, Collections.unmodifiableSet(mine)));
    }
}
