package palabre.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.SeatId;
import palabre.core.SessionId;
import palabre.core.session.Course;
import palabre.core.session.Session;
import palabre.core.session.SessionCommand;
import palabre.core.session.SessionEvent;

/** What earlier versions wrote is read, and what this one writes comes back the same. */
class OldEventsTest {
    private static final SessionId SESSION = new SessionId("s");
    private static final SessionEventCodec CODEC = new SessionEventCodec(SESSION);
    private static final Course.Evaluation WELL =
            new Course.Evaluation(List.of(5, 4, 3, 2, 1), "Well done");

    private static SessionEvent read(String json) {
        try {
            return CODEC.read(Json.parse(json.getBytes(StandardCharsets.UTF_8)));
        } catch (Unreadable e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anEvaluationComesBackTheSame() {
        SessionEvent given =
                new SessionEvent.EvaluationGiven("ticket", new Course.Answer(WELL, "device"));
        assertThat(read(Json.write(CODEC.write(given)))).isEqualTo(given);
    }

    @Test
    void anEvaluationThatNamesItsSeatCountsAndCanBeReadAndChangedByNobody() {
        SessionEvent old =
                read(
                        "{\"ev\":\"session.evaluated\",\"seat\":\"7\",\"evaluation\":"
                                + "{\"ratings\":[5,4,3,2,1],\"comment\":\"Well done\"}}");
        Session session =
                Session.empty(SESSION).evolve(new SessionEvent.SessionClosed(1_000)).evolve(old);
        assertThat(session.course().shown(2_000)).isEmpty();
        assertThat(session.course().shown(1_000 + Course.EVALUATION_MS)).containsExactly(WELL);
        assertThat(
                        session.decide(
                                new SessionCommand.Evaluate(
                                        new SeatId("7"), "ticket", "device", WELL, 2_000)))
                .isEqualTo(Decision.refused(Code.ANSWERED_ELSEWHERE));
    }
}
