package palabre.sessions;

import palabre.codec.EventCodec;
import palabre.codec.OrganiserEventCodec;
import palabre.core.Decision;
import palabre.core.SeatId;
import palabre.core.session.OrganiserCommand;
import palabre.core.session.OrganiserEvent;
import palabre.core.session.OrganiserRoster;
import palabre.writer.Aggregate;

/** Who organises, as the writer needs it; the log is short, as that of a session is. */
record OrganiserAggregate()
        implements Aggregate<OrganiserRoster, OrganiserCommand, OrganiserEvent> {
    @Override
    public OrganiserRoster empty() {
        return OrganiserRoster.EMPTY;
    }

    @Override
    public Decision<OrganiserEvent> decide(
            OrganiserRoster roster, SeatId actor, OrganiserCommand command, long atMs) {
        return roster.decide(command);
    }

    @Override
    public OrganiserRoster evolve(OrganiserRoster roster, OrganiserEvent event, long atMs) {
        return roster.evolve(event);
    }

    @Override
    public EventCodec<OrganiserEvent> events() {
        return new OrganiserEventCodec();
    }
}
