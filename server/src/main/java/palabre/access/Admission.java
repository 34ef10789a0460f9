package palabre.access;

import java.util.Optional;
import palabre.core.Code;
import palabre.core.session.Link;

/** What a token or cookie is good for. */
public sealed interface Admission {
    /**
     * @param link the invitation; empty when a cookie shows the seat
     */
    record Admitted(Seating seating, Optional<Link> link) implements Admission {}

    record Denied(Code code) implements Admission {}
}
