package palabre.core.questions;

import java.util.Optional;
import palabre.core.Audience;

/**
 * A question can be seen by the chair until the chair has published it, then by everybody; who
 * asked, by the chair; who voted it up, by nobody.
 */
public final class QuestionVisibility {
    private QuestionVisibility() {}

    /**
     * The event as the audience is told of it, if at all.
     *
     * @param before the questions as they were before it
     */
    public static Optional<QuestionEvent> of(
            Audience audience, QuestionEvent event, Questions before) {
        return switch (event) {
            case QuestionEvent.QuestionUpvoted _ -> Optional.empty();
            case QuestionEvent.QuestionPublished _ -> Optional.of(event);
            case QuestionEvent.QuestionPut _,
                    QuestionEvent.QuestionAnswered _,
                    QuestionEvent.QuestionDismissed _ ->
                    audience == Audience.CHAIR || isPublished(event, before)
                            ? Optional.of(event)
                            : Optional.empty();
        };
    }

    /** What was not published yet is answered or dismissed unseen. */
    private static boolean isPublished(QuestionEvent event, Questions before) {
        return before.question(event.question()).filter(Question::published).isPresent();
    }
}
