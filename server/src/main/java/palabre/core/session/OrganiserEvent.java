package palabre.core.session;

/** What has happened to those who prepare sessions. */
public sealed interface OrganiserEvent {
    record OrganiserAppointed(int organiser, String name) implements OrganiserEvent {}

    record OrganiserReissued(int organiser) implements OrganiserEvent {}

    record OrganiserHandedOver(int organiser, String name) implements OrganiserEvent {}

    record OrganiserWithdrawn(int organiser) implements OrganiserEvent {}
}
