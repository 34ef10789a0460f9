package palabre.core.entry;

/** What is asked about the ground rules. Their text is the session's; a room knows the version. */
public sealed interface RulesCommand {
    /** The server tells which hold now; 0: none. */
    record LayRules(int version) implements RulesCommand {}

    /** The actor will keep to them. */
    record AcceptRules(int version) implements RulesCommand {}
}
