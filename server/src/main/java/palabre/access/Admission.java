package palabre.access;

import palabre.core.Code;
import palabre.core.session.Link;

/** What a token or cookie is good for. */
public sealed interface Admission {
    record Admitted(Seating seating, Link link) implements Admission {}

    record Denied(Code code) implements Admission {}
}
