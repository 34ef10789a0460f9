package palabre.load;

import java.util.Optional;

/** A moderator or deputy: while presiding, calls the next as soon as nobody speaks. */
final class Presider extends Attendee {
    private long calledFor = -1;

    Presider(MeetingClock clock, Member member, String name, long seed) {
        super(clock, member, name, "", seed);
    }

    @Override
    void come() {
        super.come();
        clock.every(3, this::preside);
    }

    /** Hears a point of order at once; else, when the floor is free, calls the next. */
    private void preside() {
        if (!presides() && !floor.presides("")) {
            return;
        }
        Optional<Long> point = floor.firstOf("point-of-order");
        if (point.filter(p -> p != calledFor).isPresent()) {
            calledFor = point.get();
            act("floor.grant", ",\"request\":" + calledFor);
        } else if (floor.holder().isEmpty() && floor.waiting() > 0 && idle()) {
            act("floor.next", ",\"holder\":0");
        }
    }
}
