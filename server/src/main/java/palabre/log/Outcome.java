package palabre.log;

/**
 * What became of a command.
 *
 * @param bodyHash tells a resend from another command under the same id
 * @param seq the number of its last event, or where the log ended when it changed nothing
 */
public record Outcome(String bodyHash, long seq) {}
