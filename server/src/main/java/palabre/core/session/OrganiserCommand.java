package palabre.core.session;

/** What the host asks about who organises. */
public sealed interface OrganiserCommand {
    record Appoint(String name) implements OrganiserCommand {}

    /** Their link is written anew, or the host's (0); the old one is good no more. */
    record Reissue(int organiser) implements OrganiserCommand {}

    /** Their sessions go on with somebody else, by a new link. */
    record HandOver(int organiser, String name) implements OrganiserCommand {}

    record Withdraw(int organiser) implements OrganiserCommand {}
}
