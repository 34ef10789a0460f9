package palabre.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.Limit;
import palabre.core.LinkId;
import palabre.core.Role;
import palabre.core.RoomId;
import palabre.core.SessionId;
import palabre.core.room.Access;
import palabre.core.room.Charter;
import palabre.core.seats.Person;

/** A session of thousands. */
class LargeSessionTest {
    private static final SessionId ID = new SessionId("s");
    private static final RoomId HALL = new RoomId("hall");
    private static final Session EMPTY =
            Session.empty(ID)
                    .evolve(new SessionEvent.SessionCreated("Assembly"))
                    .evolve(
                            new SessionEvent.RoomAdded(
                                    new Charter(HALL, ID, "Hall", Access.OPEN, true)));

    private static List<Link> links(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(n ->
                        Link.of(
                                new LinkId(Integer.toString(n)),
                                Link.Kind.PERSONAL,
                                HALL,
                                Person.named("Person " + n, Role.PARTICIPANT)))
                .toList();
    }

    private static Session invite(Session session, List<Link> links) {
        Session next = session;
        for (SessionEvent e : accepted(session, new SessionCommand.AddLinks(links))) {
            next = next.evolve(e);
        }
        return next;
    }

    private static List<SessionEvent> accepted(Session session, SessionCommand command) {
        if (new SessionDecider(session).decide(command)
                instanceof Decision.Accepted<SessionEvent> a) {
            return a.events();
        }
        throw new AssertionError("refused: " + command);
    }

    /** Memory is counted, not time: it is the same on every machine. */
    private static long bytesToInvite(int people) {
        List<Link> links = links(1, people);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(invite(EMPTY, links).links()).hasSize(people);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void tenTimesAsManyPeopleTakeAboutTenTimesTheMemory() {
        bytesToInvite(1_000); // what is found out once
        assertThat(bytesToInvite(10_000)).isLessThan(20 * bytesToInvite(1_000));
    }

    @Test
    void peopleStayInTheOrderInWhichTheyWereInvitedAlsoWhenALinkIsWrittenAnew() {
        Session session =
                invite(EMPTY, links(1, 12))
                        .evolve(new SessionEvent.LinkReissued(new LinkId("3")))
                        .evolve(new SessionEvent.LinkRevoked(new LinkId("11")));
        assertThat(session.links().keySet().stream().map(LinkId::value))
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12");
    }

    @Test
    void whoIsOneTooManyIsRefusedAndNobodyOfTheirTableIsInvited() {
        int most = Limit.SESSION_LINKS.most();
        Session full = invite(EMPTY, links(1, most - 1));
        assertThat(new SessionDecider(full).decide(new SessionCommand.AddLinks(links(most, 2))))
                .isEqualTo(Decision.refused(Code.TOO_MANY));
        Session last = invite(full, links(most, 1));
        assertThat(
                        new SessionDecider(last)
                                .decide(new SessionCommand.AddLink(links(most + 1, 1).getFirst())))
                .isEqualTo(Decision.refused(Code.TOO_MANY));
    }
}
