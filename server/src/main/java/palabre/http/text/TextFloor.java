package palabre.http.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import palabre.core.RequestId;
import palabre.core.floor.AgendaItem;
import palabre.core.floor.FloorRequest;
import palabre.core.floor.PauseCause;
import palabre.core.floor.Turn;
import palabre.core.policy.RequestKind;
import palabre.page.Choice;
import palabre.text.Durations;
import palabre.text.Messages;

/** Who has the floor, and the next thing that the reader can sensibly do about it. */
record TextFloor(TextContext c) {
    String who() {
        Optional<Turn> holder = c.floor.stage().holder();
        if (holder.isEmpty()) {
            return c.m.text("floor.nobody");
        }
        return c.isMe(holder.get().request().seat())
                ? c.m.text("floor.you")
                : c.m.text("floor.holder", "name", c.label(holder.get().request().seat()));
    }

    /** What is said of the turn behind its holder's name; nothing when there is none. */
    String turn() {
        StringBuilder said = new StringBuilder();
        c.floor
                .stage()
                .holder()
                .ifPresent(t -> {
                    said.append(' ').append(clock(t)).append('.');
                    RequestKind kind = t.request().kind();
                    if (kind != RequestKind.SPEECH) {
                        said.append(' ').append(c.m.text("kind." + kind.wire())).append('.');
                    }
                    for (PauseCause cause : t.pauses().keySet()) {
                        said.append(' ').append(c.m.text("pause." + cause.wire())).append('.');
                    }
                    if (!t.request().ask().topic().isEmpty()) {
                        said.append(' ').append(t.request().ask().topic());
                    }
                });
        return said.toString();
    }

    private String clock(Turn t) {
        long now = c.view.nowMs();
        if (t.leftMs(now).isEmpty()) {
            return c.m.text("time.used", "t", Durations.clock(t.usedMs(now)));
        }
        long left = t.leftMs(now).getAsLong();
        return c.m.text(left >= 0 ? "time.left" : "time.over", "t", Durations.clock(left));
    }

    String item(AgendaItem i) {
        long ms = c.view.nowMs() - i.startedMs();
        String time =
                i.budgetMs() == 0
                        ? Durations.clock(ms)
                        : Durations.clock(ms) + " / " + Durations.clock(i.budgetMs());
        return c.m.text("item.now", "n", i.number(), "title", i.title(), "t", time);
    }

    /** What the reader holds and waits for. */
    List<FloorRequest> mine() {
        return c.floor.of(c.request.seat());
    }

    /** What may be asked for. */
    List<Choice> kinds(boolean open) {
        List<Choice> kinds = new ArrayList<>();
        for (RequestKind kind : List.of(RequestKind.values()).reversed()) {
            if (!kind.procedural() && (open || kind.onClosedList())) {
                kinds.add(new Choice(kind.wire(), c.m.text("kind." + kind.wire())));
            }
        }
        return kinds;
    }

    /** What may interrupt now. */
    List<RequestKind> procedural() {
        return c.floor.stage().holder().isPresent()
                ? List.of(RequestKind.POINT_OF_ORDER, RequestKind.QUESTION)
                : List.of(RequestKind.POINT_OF_ORDER);
    }

    /** Those of my team to whom I could hand over. */
    List<Choice> team() {
        String mine = c.me.team();
        return c.some(s -> !mine.isEmpty() && s.person().team().equals(mine)).stream()
                .filter(s -> s.person().role().speaks() && !s.absent() && !c.isMe(s.id()))
                .map(s -> new Choice(s.id().value(), s.person().name()))
                .toList();
    }

    /** Where a request of the reader's stands, and for how long. */
    String place(FloorRequest r) {
        Messages m = c.m;
        int place = c.place(r.id());
        String said = place == 1 ? m.text("floor.next") : m.text("floor.place", "n", place);
        Optional<Long> wait = waitMs(r.id());
        if (wait.isPresent()) {
            said += " " + m.text("floor.wait", "t", Durations.clock(wait.get()));
        }
        return r.kind() == RequestKind.SPEECH
                ? said
                : said + " " + m.text("kind." + r.kind().wire());
    }

    /** By what turns have lasted so far; unknown before the first has ended. */
    private Optional<Long> waitMs(RequestId id) {
        long mean = c.floor.ledger().meanTurnMs();
        if (mean == 0) {
            return Optional.empty();
        }
        long left =
                c.floor
                        .stage()
                        .holder()
                        .map(t -> Math.max(0, t.leftMs(c.view.nowMs()).orElse(mean / 2)))
                        .orElse(0L);
        long wait = left + (c.place(id) - 1) * mean;
        return Optional.of((wait + 14_999) / 15_000 * 15_000);
    }
}
