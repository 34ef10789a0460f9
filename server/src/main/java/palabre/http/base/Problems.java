package palabre.http.base;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import palabre.codec.Fault;
import palabre.codec.Json;
import palabre.core.Code;

/** Refused requests as RFC 9457 problem details, with the code of the contract. */
public final class Problems {
    private static final int FAULTS_TOLD = 10_000;

    private Problems() {}

    /** The HTTP status that stands for a code. */
    public static int status(Code code) {
        return switch (code) {
            case NOT_FOUND, UNKNOWN_LINK, UNKNOWN_ROOM, UNKNOWN_SEAT -> 404;
            case UNKNOWN_ORGANISER, UNKNOWN_PART -> 404;
            case UNAUTHENTICATED -> 401;
            case BAD_ORIGIN, BAD_CSRF, STALE_FORM, ROLE_MAY_NOT, REMOVED -> 403;
            case NOT_OVER_MODERATOR, ONLY_INVITED_GIVES, LINK_CLOSED -> 403;
            case LINK_EXPIRED, LINK_REVOKED, ERASED -> 410;
            case TOO_LARGE -> 413;
            case NOT_ACCEPTABLE -> 406;
            case TOO_FAST, DOOR_BUSY -> 429;
            case OVERLOADED, STORE_UNAVAILABLE, SHUTTING_DOWN, IMPORTS_WAITING, SERVER_FULL -> 503;
            case INTERNAL, DAMAGED -> 500;
            case BAD_JSON,
                    BAD_ENCODING,
                    BAD_FIELD,
                    UNKNOWN_FIELD,
                    UNKNOWN_COMMAND,
                    BAD_ID,
                    BAD_TIME,
                    UNKNOWN_ZONE,
                    DUPLICATE,
                    BAD_ADDRESS,
                    BAD_CHANGE,
                    BAD_RESUME ->
                    400;
            case ID_REUSED,
                    ALREADY_WAITING,
                    LIST_CLOSED,
                    NO_REQUEST,
                    UNKNOWN_REQUEST,
                    REQUEST_ENDED,
                    NOT_YOURS,
                    NOT_GRANTED,
                    ALREADY_GRANTED,
                    NOBODY_WAITING,
                    NOT_SEATED,
                    LAST_CHAIR,
                    ROOM_EXISTS,
                    LINK_EXISTS,
                    FLOOR_LOCKED,
                    FLOOR_PAUSED,
                    FLOOR_FROZEN,
                    NOT_PRESIDING,
                    CHAIR_PRESENT,
                    BUDGET_SPENT,
                    NO_BUDGET,
                    WRONG_SITE,
                    NO_SITE,
                    NOT_YOUR_TEAM,
                    ABSENT,
                    NOBODY_SPEAKING,
                    QUEUE_FULL,
                    OTHER_KIND,
                    NOT_RECORDED,
                    RULES_FIRST,
                    IN_LOBBY,
                    AGREE_FIRST,
                    SWITCHING,
                    ANSWERED_ELSEWHERE,
                    CAME_AFTER,
                    UNKNOWN_BASE,
                    OLD_BASE,
                    UNKNOWN_PROPOSAL,
                    NOTE_FULL,
                    SEAT_VOTED,
                    SESSION_CLOSED,
                    UNKNOWN_ITEM,
                    ITEM_PAST,
                    UNKNOWN_POLL,
                    POLL_CLOSED,
                    BAD_BALLOT,
                    RESULTS_MISSING,
                    RESULTS_THERE,
                    UNKNOWN_RESULT,
                    UNKNOWN_QUESTION,
                    TOO_MANY,
                    NOT_MAIN_ROOM,
                    GROUPS_RUN,
                    NO_GROUPS,
                    NOBODY_TO_SEND,
                    NOT_EVERYBODY,
                    NOTHING_PROPOSED,
                    PUBLIC_CUT,
                    ROOM_FULL,
                    LOBBY_FULL,
                    QUESTIONS_FULL,
                    CYCLE,
                    NOT_CLOSED_YET,
                    NOT_FROM_HERE,
                    NOT_INVITED_THERE,
                    MOVED ->
                    409;
        };
    }

    /** All that is wrong in a file; the first decides the status. */
    public static void answer(HttpServerResponse response, List<Fault> faults) {
        Code first = faults.getFirst().code();
        ObjectNode body = problem(first);
        ArrayNode all = body.putArray("faults");
        faults.stream()
                .limit(FAULTS_TOLD)
                .forEach(f ->
                        all.addObject()
                                .put("at", f.at())
                                .put("code", f.code().name())
                                .put("message", f.code().message()));
        body.put("count", faults.size());
        response.setStatusCode(status(first))
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "no-store")
                .end(Json.write(body));
    }

    public static void answer(HttpServerResponse response, Code code) {
        if (response.ended()) {
            return;
        }
        response.setStatusCode(status(code))
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "no-store");
        if (code.temporary()) {
            response.putHeader("Retry-After", "2");
        }
        response.end(Json.write(problem(code)));
    }

    private static ObjectNode problem(Code code) {
        return Json.object()
                .put("type", "about:blank")
                .put("title", code.message())
                .put("status", status(code))
                .put("code", code.name())
                .put("number", code.number())
                .put("temporary", code.temporary());
    }
}
