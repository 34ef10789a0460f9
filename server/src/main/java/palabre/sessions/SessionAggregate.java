package palabre.sessions;

import palabre.codec.EventCodec;
import palabre.codec.SessionEventCodec;
import palabre.core.Decision;
import palabre.core.SeatId;
import palabre.core.SessionId;
import palabre.core.session.Session;
import palabre.core.session.SessionCommand;
import palabre.core.session.SessionDecider;
import palabre.core.session.SessionEvent;
import palabre.writer.Aggregate;

/** A session as the writer needs it. Its log is short: it keeps no snapshots. */
public record SessionAggregate(SessionId id)
        implements Aggregate<Session, SessionCommand, SessionEvent> {
    @Override
    public Session empty() {
        return Session.empty(id);
    }

    @Override
    public Decision<SessionEvent> decide(
            Session session, SeatId actor, SessionCommand command, long atMs) {
        return new SessionDecider(session).decide(command);
    }

    @Override
    public Session evolve(Session session, SessionEvent event, long atMs) {
        return session.evolve(event);
    }

    @Override
    public EventCodec<SessionEvent> events() {
        return new SessionEventCodec(id);
    }
}
