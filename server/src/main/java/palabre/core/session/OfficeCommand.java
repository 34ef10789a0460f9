package palabre.core.session;

/** What the host asks of the office. */
public sealed interface OfficeCommand {
    record Appoint(String name) implements OfficeCommand {}

    /** Their link is written anew, or the host's (0); the old one is good no more. */
    record Reissue(int organiser) implements OfficeCommand {}

    /** Their sessions go on with somebody else, by a new link. */
    record HandOver(int organiser, String name) implements OfficeCommand {}

    record Withdraw(int organiser) implements OfficeCommand {}
}
