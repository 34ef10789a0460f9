package palabre.core.publicview;

/** What has happened to what the public sees. */
public sealed interface PublicViewEvent {
    /** Whether the public sees what happens; what it sees is so old. */
    record PublicViewSet(boolean cut, long delayMs) implements PublicViewEvent {}
}
