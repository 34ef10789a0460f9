package palabre.core.room;

import static palabre.core.room.RoomScript.ANA;
import static palabre.core.room.RoomScript.BEN;
import static palabre.core.room.RoomScript.CHAIR;
import static palabre.core.room.RoomScript.WATCHER;
import static palabre.core.room.RoomScript.given;
import static palabre.testing.On.on;

import java.util.List;
import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.questions.QuestionCommand;
import palabre.core.questions.QuestionEvent;
import palabre.core.results.ResultsEvent;

class QuestionsTest {
    private static final RoomEvent PUT =
            on(new QuestionEvent.QuestionPut(1, WATCHER, "P5", "Why?"));
    private static final RoomEvent PUBLISHED =
            on(new QuestionEvent.QuestionPublished(1, "P5", "Why?"));
    private static final RoomCommand ASK = on(new QuestionCommand.PutQuestion("Why?"));
    private static final RoomCommand PUBLISH = on(new QuestionCommand.PublishQuestion(1));
    private static final RoomCommand ANSWER = on(new QuestionCommand.AnswerQuestion(1));
    private static final RoomCommand DISMISS = on(new QuestionCommand.DismissQuestion(1));
    private static final RoomCommand UP = on(new QuestionCommand.Upvote(1));

    @Test
    void anybodyPutsAQuestionToTheChair() {
        given().when(WATCHER, ASK).then(PUT);
        given(PUT).when(CHAIR, ASK).then(on(new QuestionEvent.QuestionPut(2, CHAIR, "P1", "Why?")));
    }

    @Test
    void nobodyPutsMoreThanFiveThatWaitForTheChair() {
        RoomScript script = given();
        for (int i = 1; i <= 5; i++) {
            script.when(ANA, on(new QuestionCommand.PutQuestion("Why " + i + "?")));
        }
        script.when(ANA, ASK).thenRefused(Code.TOO_MANY);
        script.when(CHAIR, DISMISS).when(ANA, ASK);
        script.then(on(new QuestionEvent.QuestionPut(6, ANA, "P2", "Why?")));
    }

    @Test
    void theChairShowsAQuestionToAll() {
        RoomScript script = given(PUT).when(CHAIR, PUBLISH);
        script.then(PUBLISHED);
        script.when(CHAIR, PUBLISH).thenNothing();
        given(PUT).when(WATCHER, PUBLISH).thenRefused(Code.ROLE_MAY_NOT);
        given().when(CHAIR, PUBLISH).thenRefused(Code.UNKNOWN_QUESTION);
    }

    @Test
    void aQuestionIsVotedUpOnceByEach() {
        RoomScript script = given(PUT, PUBLISHED).when(ANA, UP);
        script.then(on(new QuestionEvent.QuestionUpvoted(1, ANA)));
        script.when(ANA, UP).thenNothing();
        script.when(BEN, UP).then(on(new QuestionEvent.QuestionUpvoted(1, BEN)));
        given(PUT).when(ANA, UP).thenRefused(Code.UNKNOWN_QUESTION);
    }

    @Test
    void aQuestionIsAnsweredAlsoWithoutHavingBeenShown() {
        RoomScript script = given(PUT, PUBLISHED).when(CHAIR, ANSWER);
        script.then(on(new QuestionEvent.QuestionAnswered(1)));
        script.when(CHAIR, ANSWER).thenNothing();
        given(PUT).when(CHAIR, ANSWER).then(on(new QuestionEvent.QuestionAnswered(1)));
        given(PUT).when(ANA, ANSWER).thenRefused(Code.ROLE_MAY_NOT);
        given().when(CHAIR, ANSWER).thenRefused(Code.UNKNOWN_QUESTION);
    }

    @Test
    void aQuestionIsNotTaken() {
        RoomScript script = given(PUT).when(CHAIR, DISMISS);
        script.then(on(new QuestionEvent.QuestionDismissed(1)));
        script.when(CHAIR, DISMISS).thenNothing();
        given(PUT).when(ANA, DISMISS).thenRefused(Code.ROLE_MAY_NOT);
        given().when(CHAIR, DISMISS).thenRefused(Code.UNKNOWN_QUESTION);
    }

    @Test
    void whatWasDismissedByMistakeCanBeShownAfterAll() {
        given(PUT, on(new QuestionEvent.QuestionDismissed(1))).when(CHAIR, PUBLISH).then(PUBLISHED);
    }

    @Test
    void nobodyAsksOnceTheSessionIsOver() {
        for (RoomCommand command : List.of(ASK, UP)) {
            given(PUT, PUBLISHED, on(new ResultsEvent.MeetingClosed()))
                    .when(ANA, command)
                    .thenRefused(Code.SESSION_CLOSED);
        }
    }
}
