package palabre.core.polls;

import palabre.core.SeatId;

/** What has happened to polls. */
public sealed interface PollEvent {
    record PollOpened(int poll, PollTerms terms) implements PollEvent {}

    /** Takes the place of what the seat voted before. */
    record VoteCast(int poll, SeatId seat, Ballot ballot) implements PollEvent {}

    record PollClosed(int poll, Tally tally) implements PollEvent {}
}
