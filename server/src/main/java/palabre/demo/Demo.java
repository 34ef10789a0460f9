package palabre.demo;

import io.vertx.core.Future;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import palabre.core.Role;
import palabre.core.SessionId;
import palabre.core.room.Access;
import palabre.core.room.Charter;
import palabre.core.seats.Person;
import palabre.core.session.Link;
import palabre.core.session.Organiser;
import palabre.core.session.Session;
import palabre.sessions.Preparation;
import palabre.sessions.Sessions;

/**
 * A day of an exchange on film policy between countries: a plenary that the public may follow, a
 * round table on the record, and a place to talk safely.
 */
public final class Demo {
    /** The session's id, by which a directory that has a demo inside is known. */
    public static final SessionId ID = new SessionId("demo");

    private static final String TITLE =
            "Peer learning on film policy: Gabon asks, five countries share";

    private static final List<Preparation.RoomPlan> ROOMS =
            List.of(
                    new Preparation.RoomPlan(
                            "Plenary: how others fund their films", Access.OPEN, true),
                    new Preparation.RoomPlan("Round table: funding models", Access.CLOSED, true),
                    new Preparation.RoomPlan(
                            "Safe room: what went wrong for us", Access.CLOSED, false));

    private static final List<Person> PEOPLE =
            List.of(
                    Person.named("Moderator", Role.MODERATOR),
                    Person.named("Deputy", Role.DEPUTY),
                    Person.named("Secretary", Role.SECRETARY),
                    Person.named("Captioner", Role.CAPTIONER),
                    Person.named("Participant", Role.PARTICIPANT),
                    Person.named("Observer", Role.OBSERVER),
                    new Person("Steward", Role.STEWARD, "", "", "Libreville"));

    private Demo() {}

    /** The demo's session: made when it is not there yet, else gone on with, links and all. */
    public static Session prepare(Sessions sessions) {
        return sessions.find(ID)
                .filter(s -> s.links().size() == ROOMS.size() * PEOPLE.size())
                .orElseGet(() -> make(sessions));
    }

    private static Session make(Sessions sessions) {
        Preparation preparation = new Preparation(sessions, Organiser.HOST);
        Session known = sessions.find(ID).orElseGet(() -> Session.empty(ID));
        Session session =
                known.rooms().size() == ROOMS.size()
                        ? known
                        : await(
                                preparation.create(
                                        ID,
                                        TITLE,
                                        ROOMS.subList(known.rooms().size(), ROOMS.size())));
        List<Charter> rooms = List.copyOf(session.rooms().values());
        for (int i = session.links().size(); i < ROOMS.size() * PEOPLE.size(); i++) {
            session =
                    await(
                                    preparation.invite(
                                            ID,
                                            rooms.get(i / PEOPLE.size()).room(),
                                            Link.Kind.SHARED,
                                            PEOPLE.get(i % PEOPLE.size()),
                                            OptionalLong.empty()))
                            .session();
        }
        return session;
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the demo's session cannot be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
