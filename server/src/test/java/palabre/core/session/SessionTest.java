package palabre.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.testing.Plans.ruled;

import java.util.List;
import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.LinkId;
import palabre.core.Role;
import palabre.core.RoomId;
import palabre.core.SessionId;
import palabre.core.room.Access;
import palabre.core.room.Charter;
import palabre.core.seats.Person;

class SessionTest {
    private static final SessionId ID = new SessionId("s");
    private static final RoomId PLENARY = new RoomId("plenary");

    private static Session after(Session session, SessionCommand command) {
        Session next = session;
        if (new SessionDecider(session).decide(command)
                instanceof Decision.Accepted<SessionEvent> accepted) {
            for (SessionEvent event : accepted.events()) {
                next = next.evolve(event);
            }
            return next;
        }
        throw new AssertionError("refused: " + command);
    }

    private static SessionCommand.Prepare prepare(RoomId invitedTo) {
        return new SessionCommand.Prepare(
                "Film policy",
                0,
                ruled("Be brief."),
                List.of(new Charter(PLENARY, ID, "Plenary", Access.OPEN, true)),
                List.of(
                        Link.of(
                                        new LinkId("1"),
                                        Link.Kind.PERSONAL,
                                        invitedTo,
                                        Person.named("Ana", Role.PARTICIPANT))
                                .speaking("es", "", "")));
    }

    @Test
    void isMadeWholeOrNotAtAll() {
        Session made = after(Session.empty(ID), prepare(PLENARY));
        assertThat(made.title()).isEqualTo("Film policy");
        assertThat(made.link(new LinkId("1")).orElseThrow().language()).isEqualTo("es");
        assertThat(new SessionDecider(Session.empty(ID)).decide(prepare(new RoomId("elsewhere"))))
                .isEqualTo(Decision.refused(Code.UNKNOWN_ROOM));
    }

    @Test
    void isMadeOnce() {
        Session made = after(Session.empty(ID), prepare(PLENARY));
        assertThat(after(made, prepare(PLENARY))).isEqualTo(made);
    }

    @Test
    void rulesHaveAVersionThatCountsOnlyTheirOwnChanges() {
        Session made = after(Session.empty(ID), prepare(PLENARY));
        assertThat(made.rulesVersion()).isEqualTo(1);
        Session same = after(made, new SessionCommand.ChangePlan(ruled("Be brief.")));
        assertThat(same.rulesVersion()).isEqualTo(1);
        Session other = after(same, new SessionCommand.ChangePlan(ruled("Be very brief.")));
        assertThat(other.rulesVersion()).isEqualTo(2);
    }
}
