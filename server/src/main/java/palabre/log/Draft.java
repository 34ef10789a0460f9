package palabre.log;

/**
 * What is to be appended: all events of one command.
 *
 * @param bodyHash hash of the command's body
 * @param atMs the server's time in milliseconds
 * @param events how many events the payload holds; may be 0
 */
public record Draft(CommandKey key, String bodyHash, long atMs, int events, byte[] payload) {}
