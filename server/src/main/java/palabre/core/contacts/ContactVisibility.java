package palabre.core.contacts;

import java.util.Optional;

/** What somebody gave of their contacts can be seen by nobody; those who are meant are told. */
public final class ContactVisibility {
    private ContactVisibility() {}

    /** The event as anybody in the room is told of it, if at all. */
    public static Optional<ContactEvent> of(ContactEvent event) {
        return switch (event) {
            case ContactEvent.CardWritten _,
                    ContactEvent.ContactWanted _,
                    ContactEvent.ContactUnwanted _ ->
                    Optional.empty();
        };
    }
}
