package palabre.core.contacts;

import palabre.core.SeatId;

/** What is asked about contacts. */
public sealed interface ContactCommand {
    record WriteCard(String card) implements ContactCommand {}

    /** Both get each other's card once both have asked for it, and not before. */
    record WantContact(SeatId with) implements ContactCommand {}

    record UnwantContact(SeatId with) implements ContactCommand {}
}
