package palabre.http.text;

import java.util.ArrayList;
import java.util.List;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.floor.FloorRequest;
import palabre.core.order.Place;
import palabre.core.order.Why;
import palabre.core.policy.RequestKind;
import palabre.text.Durations;
import palabre.text.Messages;

/** Who waits, in the order of speaking, and why each stands there. */
public record TextQueue(TextContext c) {
    static final int SHOWN = 20;

    /** Whether the reader can do anything about it. */
    boolean acts() {
        return c.presides() || c.me.role() == Role.STEWARD;
    }

    record Entry(String request, String words, List<TextContext.Act> acts) {}

    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < Math.min(SHOWN, c.order.size()); i++) {
            Place place = c.order.get(i);
            entries.add(new Entry(place.request().id().toString(), words(place), acts(i, place)));
        }
        return entries;
    }

    private String words(Place place) {
        FloorRequest r = place.request();
        String topic = r.ask().topic().isEmpty() ? "" : " – " + r.ask().topic();
        List<String> said = new ArrayList<>();
        said.add(why(c.m, place));
        if (r.kind() != RequestKind.SPEECH && place.why() != Why.POINT_OF_ORDER) {
            said.add(c.m.text("kind." + r.kind().wire()));
        }
        if (!r.ask().language().isEmpty()) {
            said.add(r.ask().language());
        }
        if (r.ask().delayed()) {
            said.add(c.m.text("floor.delayed"));
        }
        if (c.room.absent(r.seat())) {
            said.add(c.m.text("floor.absent"));
        }
        return c.label(r.seat()) + topic + " (" + String.join("; ", said) + ")";
    }

    private List<TextContext.Act> acts(int at, Place place) {
        FloorRequest r = place.request();
        SeatId seat = r.seat();
        List<TextContext.Act> acts = new ArrayList<>();
        if (c.presides()) {
            boolean absent = c.room.absent(seat);
            acts.add(
                    new TextContext.Act(
                            "floor.grant " + r.id() + (absent ? " anyway" : ""),
                            absent ? "chair.anyway" : "chair.grant"));
            acts.add(new TextContext.Act("floor.skip " + r.id(), "chair.skip"));
            if (at > 0) {
                String behind = at > 1 ? " " + c.order.get(at - 2).request().id() : "";
                acts.add(new TextContext.Act("floor.move " + r.id() + behind, "chair.up"));
            }
            acts.add(new TextContext.Act("floor.deny " + r.id(), "chair.deny"));
        } else if (c.keeps(seat)) {
            acts.add(new TextContext.Act("floor.release " + r.id(), "floor.withdraw"));
        }
        return acts;
    }

    /** The reason for a place, in words. */
    public static String why(Messages m, Place place) {
        return m.text(
                "why." + place.why().wire(),
                "person",
                Durations.clock(place.personMs()),
                "team",
                Durations.clock(place.teamMs()));
    }
}
