package palabre.log;

import java.util.List;

/**
 * A stretch of a log, whole records in order. {@code end}: nothing came after it when it was read.
 */
public record Page(List<LogRecord> records, boolean end) {}
