package palabre.core.questions;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import palabre.core.Audience;

/**
 * Questions to the chair, by their number from 1.
 *
 * @param numbered how many there have been
 */
public record Questions(Map<Integer, Question> all, int numbered) {
    public static final Questions NONE = new Questions(Map.of(), 0);

    public Questions {
        all = Collections.unmodifiableMap(all);
    }

    public Optional<Question> question(int id) {
        return Optional.ofNullable(all.get(id));
    }

    public Questions evolve(QuestionEvent event) {
        return switch (event) {
            case QuestionEvent.QuestionPut e ->
                    put(
                            new Question(
                                    e.question(),
                                    e.seat(),
                                    e.name(),
                                    e.text(),
                                    Question.State.PUT,
                                    false,
                                    Set.of()));
            case QuestionEvent.QuestionPublished e ->
                    put(question(e.question()).orElseGet(() -> of(e)).in(Question.State.PUBLISHED));
            case QuestionEvent.QuestionUpvoted e -> change(e.question(), q -> q.up(e.seat()));
            case QuestionEvent.QuestionAnswered e ->
                    change(e.question(), q -> q.in(Question.State.ANSWERED));
            case QuestionEvent.QuestionDismissed e ->
                    change(e.question(), q -> q.in(Question.State.DISMISSED));
        };
    }

    /** As those get it who had not seen it before. */
    private static Question of(QuestionEvent.QuestionPublished e) {
        return new Question(
                e.question(),
                Question.NOBODY,
                e.name(),
                e.text(),
                Question.State.PUBLISHED,
                true,
                Set.of());
    }

    private Questions change(int id, UnaryOperator<Question> by) {
        return question(id).map(q -> put(by.apply(q))).orElse(this);
    }

    private Questions put(Question question) {
        Map<Integer, Question> next = new LinkedHashMap<>(all);
        next.put(question.id(), question);
        return new Questions(next, Math.max(numbered, question.id()));
    }

    /** The chair sees who asked what; others what the chair has published. */
    public Questions seenBy(Audience audience) {
        Map<Integer, Question> seen = new LinkedHashMap<>();
        int last = 0;
        for (Question q : all.values()) {
            if (audience == Audience.CHAIR) {
                seen.put(q.id(), q.withoutUps());
            } else if (q.published()) {
                seen.put(q.id(), q.anonymous());
                last = Math.max(last, q.id());
            }
        }
        return new Questions(seen, audience == Audience.CHAIR ? numbered : last);
    }
}
