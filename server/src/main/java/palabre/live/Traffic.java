package palabre.live;

/**
 * What the links of a room went through since it was loaded; counts alone.
 *
 * @param connections that were made
 * @param resumes those that went on from where another had been cut
 * @param bytes of what was told, as text, to all of them together
 */
public record Traffic(long connections, long resumes, long bytes) {
    public static final Traffic NONE = new Traffic(0, 0, 0);

    public Traffic plus(Traffic other) {
        return new Traffic(
                connections + other.connections, resumes + other.resumes, bytes + other.bytes);
    }
}
