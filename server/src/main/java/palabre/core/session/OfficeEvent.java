package palabre.core.session;

/** What has happened to those who prepare sessions. */
public sealed interface OfficeEvent {
    record OrganiserAppointed(int organiser, String name) implements OfficeEvent {}

    record OrganiserReissued(int organiser) implements OfficeEvent {}

    record OrganiserHandedOver(int organiser, String name) implements OfficeEvent {}

    record OrganiserWithdrawn(int organiser) implements OfficeEvent {}
}
