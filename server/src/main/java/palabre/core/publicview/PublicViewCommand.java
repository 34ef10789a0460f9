package palabre.core.publicview;

/** What the chair says of what the public sees. */
public sealed interface PublicViewCommand {
    record SetPublicView(boolean cut, long delayMs) implements PublicViewCommand {}
}
