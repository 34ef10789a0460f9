package palabre.http.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import palabre.core.Audience;
import palabre.core.RequestId;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.floor.Floor;
import palabre.core.order.Place;
import palabre.core.order.SpeakingOrder;
import palabre.core.room.Presiding;
import palabre.core.room.Room;
import palabre.core.room.Visibility;
import palabre.core.seats.Person;
import palabre.core.seats.Seat;
import palabre.live.Briefing;
import palabre.live.LiveRoom;
import palabre.page.Choice;
import palabre.text.Messages;

/** What every part of a text page needs: the room as its reader sees it, words, forms. */
final class TextContext {
    final TextRequest request;
    final Messages m;
    final LiveRoom.View view;
    final Room room;
    final Floor floor;
    final Person me;
    final List<Place> order;

    /** So many people are in a choice or a list at most. */
    static final int CHOICES = 60;

    private final Map<RequestId, Integer> places = new HashMap<>();

    TextContext(TextRequest request, LiveRoom.View view) {
        this.request = request;
        this.m = request.messages();
        this.view = view;
        this.me = view.room().person(request.seat());
        this.room = Visibility.of(Audience.of(me.role()), view.room());
        this.floor = room.floor();
        this.order = SpeakingOrder.of(room.floor(), room);
        for (int i = 0; i < order.size(); i++) {
            places.put(order.get(i).request().id(), i + 1);
        }
    }

    /**
     * Those with whom something may be done, the first in the order of coming: whom a choice cannot
     * hold is found in the list of people.
     */
    List<Seat> some(Predicate<Seat> fit) {
        return view.room().seats().values().stream()
                .filter(s -> chairs() || s.person().role() != Role.OBSERVER)
                .filter(fit)
                .limit(CHOICES)
                .toList();
    }

    /** From 1; 0 when it does not wait. */
    int place(RequestId id) {
        return places.getOrDefault(id, 0);
    }

    /** Whether the reader could preside: they see what the chair sees. */
    boolean chairs() {
        return me.role().chairs();
    }

    /** Whether the reader may act as chair now: they are offered what the chair does. */
    boolean presides() {
        return Presiding.acts(view.room(), request.seat());
    }

    boolean isMe(SeatId seat) {
        return seat.equals(request.seat());
    }

    /** Whether the reader is the steward of somebody on-site. */
    boolean keeps(SeatId seat) {
        return room.seat(seat).flatMap(Seat::keeper).isPresent()
                && room.person(seat).site().equals(me.site())
                && me.role() == Role.STEWARD;
    }

    /** Where this page is, with the reader's choices. */
    String here(int refreshS) {
        String query = request.as().isEmpty() ? "" : "as=" + request.as();
        if (refreshS > 0) {
            query += (query.isEmpty() ? "" : "&") + "refresh=" + refreshS;
        }
        if (!room.charter().onRecord()) {
            query += (query.isEmpty() ? "" : "&") + "from=" + view.position().epoch();
        }
        String address = "/r/" + room.charter().room() + "/text";
        return address + (query.isEmpty() ? "" : "?" + query);
    }

    String here() {
        return here(request.refreshS());
    }

    /** Another page of the room, as the same of the browser's seats. */
    String beside(String page) {
        String as = request.as().isEmpty() ? "" : "?as=" + request.as();
        return "/r/" + room.charter().room() + page + as;
    }

    /**
     * A button.
     *
     * @param act what it sends: a command, and on what
     * @param key of its words
     */
    record Act(String act, String key) {}

    /** The roles that the reader may give. */
    List<Choice> roles() {
        return Stream.of(Role.values())
                .filter(r -> !r.chairs() || Presiding.promotes(view.room(), request.seat()))
                .map(r -> new Choice(r.wire(), m.text("role." + r.wire())))
                .toList();
    }

    /** The rooms to which the reader may send somebody. */
    List<Choice> rooms() {
        return request.session().map(s -> Briefing.rooms(s, room, me)).orElse(List.of()).stream()
                .map(r -> new Choice(r.room().value(), r.title()))
                .toList();
    }

    /** Name and whom the person stands for. */
    String label(SeatId id) {
        return view.room().seat(id).map(this::label).orElse("–");
    }

    /** The same of somebody whom the room as it is seen need not name. */
    String label(Seat seat) {
        Person p = seat.person();
        String site = p.site().isEmpty() ? "" : p.site();
        String stands = p.team().isEmpty() ? site : p.team();
        if (seat.keeper().isPresent() && !p.team().isEmpty()) {
            stands += " · " + site;
        }
        String name = stands.isEmpty() ? p.name() : p.name() + " (" + stands + ")";
        return isMe(seat.id()) ? name + ", " + m.text("queue.you") : name;
    }
}
