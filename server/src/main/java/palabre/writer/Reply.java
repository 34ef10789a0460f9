package palabre.writer;

import palabre.core.Code;

/** The writer's answer to a command. */
public sealed interface Reply {
    /** It has happened, and is as durable as the log; {@code seq} is where it ends in the log. */
    record Ack(long seq) implements Reply {}

    /** It has not happened. */
    record Nack(Code code) implements Reply {}
}
