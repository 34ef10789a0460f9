package palabre.core.session;

import static palabre.core.session.SessionScript.ANA;
import static palabre.core.session.SessionScript.ID;
import static palabre.core.session.SessionScript.given;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.SessionId;
import palabre.core.results.Result;
import palabre.core.results.ResultKind;

/** What becomes of a session: closed, archived, kept, followed, evaluated. */
class LifecycleTest {
    private static final SessionEvent CLOSED = new SessionEvent.SessionClosed(1_000);
    private static final Lifecycle.Evaluation WELL =
            new Lifecycle.Evaluation(List.of(5, 4, 3, 2, 1), "Well done");
    private static final SessionEvent ANSWERED =
            new SessionEvent.EvaluationGiven("ticket", new Lifecycle.Answer(WELL, "device"));

    private static SessionCommand evaluate(
            String device, Lifecycle.Evaluation evaluation, long atMs) {
        return new SessionCommand.Evaluate(ANA, "ticket", device, evaluation, atMs);
    }

    @Test
    void aSessionClosesOnce() {
        SessionScript script = given().when(new SessionCommand.Close(1_000));
        script.then(CLOSED);
        script.when(new SessionCommand.Close(2_000)).thenNothing();
    }

    @Test
    void aSessionIsPutOutOfTheWayAndBack() {
        SessionScript script = given().when(new SessionCommand.Archive(true));
        script.then(new SessionEvent.SessionArchived(true));
        script.when(new SessionCommand.Archive(true)).thenNothing();
        script.when(new SessionCommand.Archive(false))
                .then(new SessionEvent.SessionArchived(false));
    }

    @Test
    void aSessionIsKeptForSoManyDays() {
        SessionScript script = given().when(new SessionCommand.SetRetention(30));
        script.then(new SessionEvent.RetentionSet(30));
        script.when(new SessionCommand.SetRetention(30)).thenNothing();
    }

    @Test
    void aSessionFollowsAnotherButNeverItself() {
        List<Result> open =
                List.of(new Result(1, ResultKind.ACTION, "Draft", "Ana", "", true, false));
        SessionCommand follow =
                new SessionCommand.Follow("Films", Optional.of(new SessionId("r")), open);
        SessionScript script = given().when(follow);
        script.then(
                new SessionEvent.SessionFollows("Films", Optional.of(new SessionId("r")), open));
        script.when(follow).thenNothing();
        script.when(new SessionCommand.Follow("Films", Optional.of(ID), List.of()))
                .thenRefused(Code.CYCLE);
    }

    @Test
    void whoWasThereAnswersTheQuestionnaireOnceTheSessionIsOver() {
        given().when(evaluate("device", WELL, 500)).thenRefused(Code.NOT_CLOSED_YET);
        SessionScript script = given(CLOSED).when(evaluate("device", WELL, 2_000));
        script.then(ANSWERED);
        script.when(evaluate("device", WELL, 3_000)).thenNothing();
        Lifecycle.Evaluation poorly = new Lifecycle.Evaluation(List.of(1, 1, 1, 1, 1), "");
        script.when(evaluate("device", poorly, 3_000))
                .then(
                        new SessionEvent.EvaluationGiven(
                                "ticket", new Lifecycle.Answer(poorly, "device")));
    }

    @Test
    void anAnswerIsChangedFromTheDeviceThatGaveItAlone() {
        given(CLOSED, ANSWERED)
                .when(evaluate("other", WELL, 2_000))
                .thenRefused(Code.ANSWERED_ELSEWHERE);
    }

    @Test
    void anAnswerIsTakenForTwoWeeksAndOnlyToWhatIsAsked() {
        given(CLOSED)
                .when(evaluate("device", WELL, 1_000 + Lifecycle.EVALUATION_MS))
                .thenRefused(Code.POLL_CLOSED);
        given(CLOSED)
                .when(evaluate("device", new Lifecycle.Evaluation(List.of(5), ""), 2_000))
                .thenRefused(Code.BAD_BALLOT);
        given(CLOSED)
                .when(
                        evaluate(
                                "device",
                                new Lifecycle.Evaluation(List.of(6, 1, 1, 1, 1), ""),
                                2_000))
                .thenRefused(Code.BAD_BALLOT);
    }

    @Test
    void whatWasAnsweredBeforeThereWereTicketsStands() {
        given(CLOSED, new SessionEvent.Evaluated(ANA, WELL))
                .when(evaluate("device", WELL, 2_000))
                .thenRefused(Code.ANSWERED_ELSEWHERE);
    }
}
