package palabre.core.session;

import static palabre.core.session.SessionScript.ANA;
import static palabre.core.session.SessionScript.ID;
import static palabre.core.session.SessionScript.PLENARY;
import static palabre.core.session.SessionScript.SIDE;
import static palabre.core.session.SessionScript.charter;
import static palabre.core.session.SessionScript.given;
import static palabre.core.session.SessionScript.nothing;
import static palabre.core.session.SessionScript.personal;
import static palabre.testing.Plans.ruled;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.Role;
import palabre.core.RoomId;
import palabre.core.SessionId;
import palabre.core.room.Charter;

/** A session is made, planned, given to somebody, and has rooms. */
class SessionMadeTest {
    private static final SessionEvent CREATED = new SessionEvent.SessionCreated("Film policy");
    private static final Plan LISTEN = ruled("Listen.");

    private static SessionCommand prepare(RoomId invitedTo, Optional<SessionCommand.Follow> after) {
        return new SessionCommand.Prepare(
                "Film policy",
                2,
                LISTEN,
                List.of(charter(PLENARY)),
                List.of(personal(ANA, invitedTo, Role.PARTICIPANT)),
                after);
    }

    @Test
    void anOrganiserMakesASessionOnce() {
        SessionCommand create = new SessionCommand.CreateSession("Film policy", 2);
        SessionScript script = nothing().when(create);
        script.then(CREATED, new SessionEvent.SessionEntrusted(2));
        script.when(create).thenNothing();
        nothing().when(new SessionCommand.CreateSession("Film policy", 0)).then(CREATED);
    }

    @Test
    void aWholeSessionIsMadeAtOnceOrNotAtAll() {
        SessionCommand.Follow after =
                new SessionCommand.Follow("Films", Optional.of(new SessionId("r")), List.of());
        SessionScript script = nothing().when(prepare(PLENARY, Optional.of(after)));
        script.then(
                CREATED,
                new SessionEvent.SessionEntrusted(2),
                new SessionEvent.SessionPlanned(LISTEN),
                new SessionEvent.RoomAdded(charter(PLENARY)),
                new SessionEvent.LinkAdded(personal(ANA, PLENARY, Role.PARTICIPANT)),
                new SessionEvent.SessionFollows(
                        "Films", Optional.of(new SessionId("r")), List.of()));
        script.when(prepare(PLENARY, Optional.of(after))).thenNothing();
        nothing().when(prepare(SIDE, Optional.empty())).thenRefused(Code.UNKNOWN_ROOM);
        SessionCommand.Follow itself =
                new SessionCommand.Follow("Films", Optional.of(ID), List.of());
        nothing().when(prepare(PLENARY, Optional.of(itself))).thenRefused(Code.CYCLE);
    }

    @Test
    void theHostGivesASessionToAnotherOrganiser() {
        SessionScript script = given().when(new SessionCommand.Entrust(2));
        script.then(new SessionEvent.SessionEntrusted(2));
        script.when(new SessionCommand.Entrust(2)).thenNothing();
    }

    @Test
    void aSessionGetsAnotherTitle() {
        SessionScript script = given().when(new SessionCommand.Retitle("Films"));
        script.then(new SessionEvent.SessionCreated("Films"));
        script.when(new SessionCommand.Retitle("Films")).thenNothing();
    }

    @Test
    void aSessionGetsAnotherPlan() {
        SessionScript script = given().when(new SessionCommand.ChangePlan(LISTEN));
        script.then(new SessionEvent.SessionPlanned(LISTEN));
        script.when(new SessionCommand.ChangePlan(LISTEN)).thenNothing();
    }

    @Test
    void aRoomIsAddedOnce() {
        Charter hall = charter(new RoomId("hall"));
        SessionScript script = given().when(new SessionCommand.AddRoom(hall));
        script.then(new SessionEvent.RoomAdded(hall));
        script.when(new SessionCommand.AddRoom(hall)).thenRefused(Code.ROOM_EXISTS);
    }

    @Test
    void aSessionHasNoMoreThanAThousandRooms() {
        SessionScript script = given();
        for (int i = script.session().rooms().size(); i < 1_000; i++) {
            script.and(new SessionEvent.RoomAdded(charter(new RoomId("r" + i))));
        }
        script.when(new SessionCommand.AddRoom(charter(new RoomId("hall"))))
                .thenRefused(Code.TOO_MANY);
    }
}
