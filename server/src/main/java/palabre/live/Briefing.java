package palabre.live;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palabre.core.SeatId;
import palabre.core.room.AgendaCommand;
import palabre.core.room.AgendaEntry;
import palabre.core.room.RoomCommand;
import palabre.core.room.RulesCommand;
import palabre.core.session.AgendaPlan;
import palabre.core.session.Schedule;
import palabre.core.session.Session;

/**
 * What a session tells its rooms: the ground rules, the agenda, what was left open last time, and
 * that it is over. Told again whenever it has changed; what a room knows already changes nothing.
 */
final class Briefing {
    private final LiveRoom room;
    private volatile String rulesText = "";
    private volatile @Nullable Session told;

    Briefing(LiveRoom room) {
        this.room = room;
    }

    String rulesText() {
        return rulesText;
    }

    @SuppressWarnings("ReferenceEquality") // the same object is the same state, and that is all
    Future<Void> brief(Session session) {
        if (told == session) {
            return Future.succeededFuture();
        }
        rulesText = session.plan().rules();
        return room.look(LiveRoom.View::room)
                .compose(now -> {
                    Future<Void> done = Future.succeededFuture();
                    if (now.rules().version() != session.rulesToAccept()) {
                        done = tell(done, new RulesCommand.LayRules(session.rulesToAccept()));
                    }
                    if (now.charter().main() && !now.meeting().agenda().begun()) {
                        done = tell(done, agenda(session));
                    }
                    return done;
                })
                .onSuccess(_ -> told = session);
    }

    private Future<Void> tell(Future<Void> after, RoomCommand command) {
        return after.compose(_ -> room.byServer(SeatId.SERVER, command)).mapEmpty();
    }

    private static AgendaCommand agenda(Session session) {
        List<AgendaEntry> items = new ArrayList<>();
        for (AgendaPlan plan : session.plan().agenda()) {
            items.add(
                    AgendaEntry.planned(
                            items.size() + 1,
                            plan.title(),
                            plan.minutes() * 60_000L,
                            plan.lead(),
                            plan.order(),
                            plan.turnSeconds()));
        }
        long begins = session.plan().schedule().map(Schedule::beginsMs).orElse(0L);
        return new AgendaCommand.LayAgenda(items, begins);
    }
}
