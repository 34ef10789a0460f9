package palabre.log;

import palabre.core.SeatId;

/** What makes a command one: its id, unique for its seat as long as the log lives. */
public record CommandKey(SeatId seat, String id) {}
