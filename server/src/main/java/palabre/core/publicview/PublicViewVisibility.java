package palabre.core.publicview;

import java.util.Optional;

/** How much the public sees can be seen by everybody. */
public final class PublicViewVisibility {
    private PublicViewVisibility() {}

    /** The event as anybody in the room is told of it. */
    public static Optional<PublicViewEvent> of(PublicViewEvent event) {
        return switch (event) {
            case PublicViewEvent.PublicViewSet _ -> Optional.of(event);
        };
    }
}
