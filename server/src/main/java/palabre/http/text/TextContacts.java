package palabre.http.text;

import java.util.List;
import java.util.Set;
import palabre.core.SeatId;
import palabre.core.contacts.Contacts;
import palabre.core.seats.Seat;

/** The reader's card, the cards they were given, and those with whom they could exchange theirs. */
record TextContacts(TextContext c) {
    private Contacts all() {
        return c.view.room().meeting().contacts();
    }

    String card() {
        return all().cards().getOrDefault(c.request.seat(), "");
    }

    List<String> given() {
        return all().givenTo(c.request.seat()).entrySet().stream()
                .map(e -> c.view.room().known(e.getKey()).name() + ": " + e.getValue())
                .toList();
    }

    /** Nobody before there is a card to give. */
    List<Seat> offered() {
        boolean offers = all().cards().containsKey(c.request.seat());
        return c.some(s -> offers && !c.isMe(s.id()) && s.keeper().isEmpty());
    }

    boolean wants(Seat seat) {
        return all().wants().getOrDefault(c.request.seat(), Set.<SeatId>of()).contains(seat.id());
    }
}
