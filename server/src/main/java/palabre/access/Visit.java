package palabre.access;

import java.util.Optional;
import palabre.core.Code;
import palabre.core.Role;
import palabre.core.room.Entry;

/**
 * Who stands before a room's addresses, and whether they get what they came for. One rule for every
 * address that begins with {@code /r/}, {@code /j/} or {@code /api/rooms/}.
 */
public sealed interface Visit {
    /**
     * Somebody whose token or cookie opens nothing here: it is nobody's, was withdrawn or written
     * anew, has expired, or its seat is in another room.
     */
    record Nobody(Code why) implements Visit {}

    /**
     * Anybody, before an open room.
     *
     * @param over whether all may be told what was said, and the public view is not cut
     */
    record Anybody(boolean over) implements Visit {}

    /**
     * Somebody with an invitation or a seat.
     *
     * @param proven whether it is theirs alone: a link by name, or the cookie of a seat; a shared
     *     link is everybody's until one has come in by it
     * @param over whether all may be told what was said
     */
    record Invited(Entry entry, boolean proven, boolean over) implements Visit {
        private Optional<Code> stillToCome() {
            return unless(proven || entry.came(), Code.NOT_SEATED);
        }

        /** Whoever could still come in as often as they like would answer as often. */
        private Optional<Code> cameAfter() {
            return unless(!entry.late(), Code.CAME_AFTER);
        }

        /** What was said is told to observers once the session has ended. */
        private Optional<Code> notToldYet() {
            return unless(entry.role() != Role.OBSERVER || over, Code.NOT_CLOSED_YET);
        }
    }

    /** Why they do not get it; empty: they do. What only organisers get is not asked here. */
    default Optional<Code> refusal(Needs needs) {
        return switch (this) {
            case Nobody v -> Optional.of(v.why());
            case Anybody v ->
                    switch (needs) {
                        case NOTHING, SEE_DOOR, JOIN, SEE_SCREEN -> Optional.empty();
                        case READ_RESULTS -> unless(v.over(), Code.UNAUTHENTICATED);
                        case ENTER, EVALUATE -> Optional.of(Code.UNAUTHENTICATED);
                        case ORGANISE, HOST -> Optional.of(Code.NOT_FOUND);
                    };
            case Invited v ->
                    switch (needs) {
                        case NOTHING -> Optional.empty();
                        // who is asked to wait may come in again, and be asked to wait again
                        case SEE_DOOR, JOIN -> v.entry().refused().filter(Code.REMOVED::equals);
                        case ENTER, SEE_SCREEN -> v.entry().refused();
                        case EVALUATE -> v.entry().refused().or(v::stillToCome).or(v::cameAfter);
                        case READ_RESULTS ->
                                v.entry().refused().or(v::stillToCome).or(v::notToldYet);
                        case ORGANISE, HOST -> Optional.of(Code.NOT_FOUND);
                    };
        };
    }

    private static Optional<Code> unless(boolean fine, Code otherwise) {
        return fine ? Optional.empty() : Optional.of(otherwise);
    }
}
