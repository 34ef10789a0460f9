package palabre.core.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import palabre.core.SeatId;
import palabre.core.SessionId;
import palabre.core.Texts;
import palabre.core.results.Result;
import palabre.core.room.Figures;

/**
 * What becomes of a session over time.
 *
 * @param organiser whose it is, by number; 0: the host's
 * @param closedMs since when it is over; 0: it is not
 * @param archived whether it is out of the organiser's way
 * @param keepDays how long it is kept after it is over; 0: until an organiser erases it
 * @param exchange the name of the series that it belongs to; may be empty
 * @param previous the session of the series before this one
 * @param carried what was left open then
 * @param evaluations what was answered to the questionnaire, by the ticket it came with
 */
public record Lifecycle(
        int organiser,
        long closedMs,
        boolean archived,
        int keepDays,
        String exchange,
        Optional<SessionId> previous,
        List<Result> carried,
        Map<String, Answer> evaluations) {
    static final Lifecycle NEW =
            new Lifecycle(0, 0, false, 0, "", Optional.empty(), List.of(), Map.of());

    /** Evaluations are taken this long after the end. */
    public static final long EVALUATION_MS = 14L * 24 * 3_600_000;

    /** What is asked: to each a number from 1 to 5. */
    public static final int QUESTIONS = 5;

    /**
     * What somebody thinks of the session.
     *
     * @param ratings from 1 to 5; 0: no answer
     * @param comment in their own words; may be empty
     */
    public record Evaluation(List<Integer> ratings, String comment) {
        /** The longest comment, in code points. */
        public static final int COMMENT_MAX = 2_000;

        public Evaluation {
            ratings = List.copyOf(ratings);
            Texts.text(comment, COMMENT_MAX);
        }

        /** Whether it answers what is asked. */
        boolean coherent() {
            return ratings.size() == QUESTIONS && ratings.stream().allMatch(r -> r >= 0 && r <= 5);
        }
    }

    /**
     * An answer as it is kept: without the seat that gave it.
     *
     * @param device proves which device may read and change it; empty: none may
     */
    public record Answer(Evaluation evaluation, String device) {}

    public Lifecycle {
        Texts.title(exchange);
        carried = List.copyOf(carried);
        evaluations = Collections.unmodifiableMap(evaluations);
    }

    /** When it is to be erased, in milliseconds of the server's clock; 0: not by itself. */
    public long eraseAtMs() {
        return closedMs == 0 || keepDays == 0 ? 0 : closedMs + keepDays * 24L * 3_600_000;
    }

    public boolean takesEvaluations(long nowMs) {
        return closedMs > 0 && nowMs < closedMs + EVALUATION_MS;
    }

    /** Whether no answer is taken any more. */
    private boolean evaluationsOver(long nowMs) {
        return closedMs > 0 && !takesEvaluations(nowMs);
    }

    /** What was answered with this ticket. */
    public Optional<Answer> answer(String ticket) {
        return Optional.ofNullable(evaluations.get(ticket));
    }

    /**
     * Under what a seat's answer was kept before there were tickets; no device may read or change
     * it.
     */
    public static String oldTicket(SeatId seat) {
        return "seat-" + seat;
    }

    /**
     * The answers that may be shown: all once nobody can answer any more, before that only whole
     * fives, so that the last who answered cannot be told from those before. Sorted by what they
     * say: their order tells nothing.
     */
    public List<Evaluation> shown(long nowMs) {
        int all = evaluations.size();
        return evaluations.values().stream()
                .limit(evaluationsOver(nowMs) ? all : all - all % Figures.SHOWN_FROM)
                .map(Answer::evaluation)
                .sorted(Comparator.comparing(Evaluation::toString))
                .toList();
    }

    /** The mean of each question's answers, 0 where there are none. */
    public static List<Double> means(List<Evaluation> answers) {
        List<Double> means = new ArrayList<>();
        for (int q = 0; q < QUESTIONS; q++) {
            int at = q;
            means.add(
                    answers.stream()
                            .mapToInt(e -> e.ratings().get(at))
                            .filter(r -> r > 0)
                            .average()
                            .orElse(0));
        }
        return means;
    }

    Lifecycle entrusted(int to) {
        return new Lifecycle(
                to, closedMs, archived, keepDays, exchange, previous, carried, evaluations);
    }

    Lifecycle closed(long atMs) {
        return new Lifecycle(
                organiser, atMs, archived, keepDays, exchange, previous, carried, evaluations);
    }

    Lifecycle archived(boolean now) {
        return new Lifecycle(
                organiser, closedMs, now, keepDays, exchange, previous, carried, evaluations);
    }

    Lifecycle kept(int days) {
        return new Lifecycle(
                organiser, closedMs, archived, days, exchange, previous, carried, evaluations);
    }

    Lifecycle following(String series, Optional<SessionId> before, List<Result> open) {
        return new Lifecycle(
                organiser, closedMs, archived, keepDays, series, before, open, evaluations);
    }

    Lifecycle evaluated(String ticket, Answer answer) {
        Map<String, Answer> next = new LinkedHashMap<>(evaluations);
        next.put(ticket, answer);
        return new Lifecycle(
                organiser, closedMs, archived, keepDays, exchange, previous, carried, next);
    }
}
