package palabre.core.questions;

/** What is asked about questions to the chair. */
public sealed interface QuestionCommand {
    /** By anybody, observers first of all. */
    record PutQuestion(String text) implements QuestionCommand {}

    record Upvote(int question) implements QuestionCommand {}

    /** By the chair. */
    record PublishQuestion(int question) implements QuestionCommand {}

    /** By the chair. */
    record AnswerQuestion(int question) implements QuestionCommand {}

    /** By the chair. */
    record DismissQuestion(int question) implements QuestionCommand {}
}
