package palabre.core.questions;

import static palabre.core.Decision.accepted;
import static palabre.core.Decision.refused;

import java.util.Optional;
import java.util.function.Predicate;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.Limit;
import palabre.core.LinkId;
import palabre.core.SeatId;
import palabre.core.seats.Roster;

/** Anybody may put a question; who presides decides which are shown. */
public final class QuestionDecider {
    private QuestionDecider() {}

    public static Decision<QuestionEvent> decide(
            Questions questions, Roster room, SeatId actor, QuestionCommand command) {
        return switch (command) {
            case QuestionCommand.PutQuestion c -> put(room, questions, actor, c);
            case QuestionCommand.Upvote c -> upvote(questions.question(c.question()), actor);
            case QuestionCommand.PublishQuestion c ->
                    happen(
                            questions.question(c.question()),
                            Question.State.PUBLISHED,
                            q -> new QuestionEvent.QuestionPublished(q.id(), q.name(), q.text()));
            case QuestionCommand.AnswerQuestion c ->
                    happen(
                            questions.question(c.question()),
                            Question.State.ANSWERED,
                            q -> new QuestionEvent.QuestionAnswered(q.id()));
            case QuestionCommand.DismissQuestion c ->
                    happen(
                            questions.question(c.question()),
                            Question.State.DISMISSED,
                            q -> new QuestionEvent.QuestionDismissed(q.id()));
        };
    }

    private static Decision<QuestionEvent> put(
            Roster room, Questions questions, SeatId actor, QuestionCommand.PutQuestion c) {
        if (Limit.QUESTIONS_OF_SEAT.reached(waiting(questions, q -> q.seat().equals(actor)))) {
            return refused(Code.TOO_MANY);
        }
        LinkId link = actor.link();
        if (Limit.QUESTIONS_OF_LINK.reached(waiting(questions, q -> q.seat().link().equals(link)))
                || Limit.QUESTIONS.reached(waiting(questions, _ -> true))) {
            return refused(Code.QUESTIONS_FULL);
        }
        return accepted(
                new QuestionEvent.QuestionPut(
                        questions.numbered() + 1, actor, room.person(actor).name(), c.text()));
    }

    /** Those that the chair has taken up or dismissed bind nobody. */
    private static long waiting(Questions questions, Predicate<Question> which) {
        return questions.all().values().stream()
                .filter(q -> q.state() == Question.State.PUT)
                .filter(which)
                .count();
    }

    private static Decision<QuestionEvent> upvote(Optional<Question> question, SeatId actor) {
        if (question.filter(q -> q.state() == Question.State.PUBLISHED).isEmpty()) {
            return refused(Code.UNKNOWN_QUESTION);
        }
        boolean up = question.get().ups().contains(actor);
        return up || actor.before().stream().anyMatch(question.get().ups()::contains)
                ? accepted()
                : accepted(new QuestionEvent.QuestionUpvoted(question.get().id(), actor));
    }

    private interface Happens {
        QuestionEvent to(Question question);
    }

    private static Decision<QuestionEvent> happen(
            Optional<Question> question, Question.State becomes, Happens happens) {
        if (question.isEmpty()) {
            return refused(Code.UNKNOWN_QUESTION);
        }
        return question.get().state() == becomes
                ? accepted()
                : accepted(happens.to(question.get()));
    }
}
