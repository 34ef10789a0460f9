package palabre.core.questions;

import palabre.core.SeatId;

/** What has happened to questions to the chair. */
public sealed interface QuestionEvent {
    int question();

    record QuestionPut(int question, SeatId seat, String name, String text)
            implements QuestionEvent {}

    /** Shown to all; with what those need who had not seen it. */
    record QuestionPublished(int question, String name, String text) implements QuestionEvent {}

    record QuestionUpvoted(int question, SeatId seat) implements QuestionEvent {}

    record QuestionAnswered(int question) implements QuestionEvent {}

    record QuestionDismissed(int question) implements QuestionEvent {}
}
