package palabre.sessions;

import palabre.codec.EventCodec;
import palabre.codec.OfficeEventCodec;
import palabre.core.Decision;
import palabre.core.SeatId;
import palabre.core.session.Office;
import palabre.core.session.OfficeCommand;
import palabre.core.session.OfficeEvent;
import palabre.writer.Aggregate;

/** The office as the writer needs it; its log is short, as a session's is. */
record OfficeAggregate() implements Aggregate<Office, OfficeCommand, OfficeEvent> {
    @Override
    public Office empty() {
        return Office.EMPTY;
    }

    @Override
    public Decision<OfficeEvent> decide(
            Office office, SeatId actor, OfficeCommand command, long atMs) {
        return office.decide(command);
    }

    @Override
    public Office evolve(Office office, OfficeEvent event, long atMs) {
        return office.evolve(event);
    }

    @Override
    public EventCodec<OfficeEvent> events() {
        return new OfficeEventCodec();
    }
}
