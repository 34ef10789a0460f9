package palabre.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import palabre.core.RequestId;
import palabre.core.room.FloorRequest;
import palabre.core.room.PauseCause;
import palabre.core.room.RequestKind;
import palabre.core.room.RequestState;
import palabre.core.room.Seat;
import palabre.core.room.Turn;
import palabre.text.Durations;
import palabre.text.Html;
import palabre.text.Messages;

/** Who has the floor, and the next thing that the reader can sensibly do about it. */
final class TextFloor {
    private final TextContext c;
    private final Messages m;

    TextFloor(TextContext c) {
        this.c = c;
        this.m = c.m;
    }

    void write(Html page) {
        page.element("h2", m.text("floor.label"));
        stage(page);
        c.floor.stage().interrupted().ifPresent(t -> interrupted(page, t));
        state(page);
        item(page);
        mine(page);
    }

    private void stage(Html page) {
        Optional<Turn> holder = c.floor.stage().holder();
        page.raw("<p id=\"floor\"");
        holder.ifPresent(h -> page.raw(" data-request=\"" + h.id() + "\""));
        page.raw("><strong>");
        if (holder.isEmpty()) {
            page.text(m.text("floor.nobody"));
        } else if (c.isMe(holder.get().request().seat())) {
            page.text(m.text("floor.you"));
        } else {
            page.text(m.text("floor.holder", "name", c.label(holder.get().request().seat())));
        }
        page.raw("</strong>");
        holder.ifPresent(t -> turn(page, t));
        page.raw("</p>");
        holder.filter(t -> c.keeps(t.request().seat()))
                .ifPresent(t -> c.oneButton(page, "floor.release " + t.id(), "floor.done"));
    }

    private void turn(Html page, Turn t) {
        page.raw(" ").text(clock(t)).raw(".");
        RequestKind kind = t.request().kind();
        if (kind != RequestKind.SPEECH) {
            page.raw(" ").text(m.text("kind." + kind.wire())).raw(".");
        }
        for (PauseCause cause : t.pauses().keySet()) {
            page.raw(" ").text(m.text("pause." + cause.wire())).raw(".");
        }
        if (!t.request().ask().topic().isEmpty()) {
            page.raw(" ").text(t.request().ask().topic());
        }
    }

    private String clock(Turn t) {
        long now = c.view.nowMs();
        if (t.leftMs(now).isEmpty()) {
            return m.text("time.used", "t", Durations.clock(t.usedMs(now)));
        }
        long left = t.leftMs(now).getAsLong();
        return m.text(left >= 0 ? "time.left" : "time.over", "t", Durations.clock(left));
    }

    private void interrupted(Html page, Turn t) {
        page.element("p", m.text("floor.interrupted", "name", c.label(t.request().seat())));
    }

    private void state(Html page) {
        if (c.floor.stage().paused()) {
            page.element("p class=\"warn\"", m.text("floor.paused"));
        }
        if (c.floor.line().locked()) {
            page.element("p", m.text("floor.locked"));
        }
        if (c.floor.chairing().lost()) {
            page.element(
                    "p class=\"warn\"",
                    m.text(c.floor.chairing().frozen() ? "chair.frozen" : "chair.lost"));
        }
    }

    private void item(Html page) {
        c.floor
                .item()
                .ifPresent(i -> {
                    long ms = c.view.nowMs() - i.startedMs();
                    String time =
                            i.budgetMs() == 0
                                    ? Durations.clock(ms)
                                    : Durations.clock(ms) + " / " + Durations.clock(i.budgetMs());
                    page.element(
                            "p id=\"item\"",
                            m.text("item.now", "n", i.number(), "title", i.title(), "t", time));
                });
    }

    private void mine(Html page) {
        List<FloorRequest> mine = c.floor.of(c.request.seat());
        if (!c.me.role().speaks()) {
            if (!c.chairs() && c.me.role() != palabre.core.Role.STEWARD) {
                page.element("p", m.text("floor.watching"));
            }
            if (c.me.role() == palabre.core.Role.STEWARD) {
                onSite(page);
            }
            return;
        }
        boolean waitsOrSpeaks = false;
        for (FloorRequest r : mine) {
            waitsOrSpeaks |= !r.kind().procedural();
            if (r.state() == RequestState.GRANTED) {
                speaking(page, r);
            } else {
                waiting(page, r);
            }
        }
        if (!waitsOrSpeaks) {
            ask(page, mine.isEmpty());
        }
        if (mine.stream().noneMatch(r -> r.kind().procedural())) {
            procedural(page);
        }
    }

    private void ask(Html page, boolean first) {
        if (first) {
            page.element("p", m.text("floor.notWaiting"));
        }
        boolean open = c.floor.line().open();
        c.form(page);
        if (open) {
            c.input(page, "topic", "floor.topic", "", 200);
        } else {
            page.element("p", m.text("floor.listClosed"));
        }
        c.choice(page, "kind", "floor.kind", "speech", kinds(open));
        c.input(page, "language", "floor.language", "", 35);
        c.button(page, "floor.request", "floor.ask");
        page.raw("</form>");
    }

    private List<String[]> kinds(boolean open) {
        List<String[]> kinds = new ArrayList<>();
        for (RequestKind kind : List.of(RequestKind.values()).reversed()) {
            if (!kind.procedural() && (open || kind.onClosedList())) {
                kinds.add(new String[] {kind.wire(), m.text("kind." + kind.wire())});
            }
        }
        return kinds;
    }

    private void procedural(Html page) {
        c.open(page, "floor.other");
        for (RequestKind kind : List.of(RequestKind.POINT_OF_ORDER, RequestKind.QUESTION)) {
            if (kind == RequestKind.POINT_OF_ORDER || c.floor.stage().holder().isPresent()) {
                c.form(page);
                page.hidden("kind", kind.wire());
                c.button(page, "floor.request", "kind." + kind.wire());
                page.raw("</form>");
            }
        }
        c.close(page);
    }

    private void speaking(Html page, FloorRequest r) {
        c.oneButton(page, "floor.release " + r.id(), "floor.done");
        List<String[]> team = team();
        if (!team.isEmpty() && !r.kind().procedural()) {
            c.open(page, "floor.handover");
            c.form(page);
            c.choice(page, "to", "floor.handover.to", "", team);
            c.button(page, "floor.handover " + r.id(), "floor.handover");
            page.raw("</form>");
            c.close(page);
        }
    }

    /** Those of my team to whom I could hand over. */
    private List<String[]> team() {
        List<String[]> team = new ArrayList<>();
        for (Seat s : c.room.seats().values()) {
            boolean same = !c.me.team().isEmpty() && s.person().team().equals(c.me.team());
            if (same && s.person().role().speaks() && !s.absent() && !c.isMe(s.id())) {
                team.add(new String[] {s.id().value(), s.person().name()});
            }
        }
        return team;
    }

    private void waiting(Html page, FloorRequest r) {
        int place = c.place(r.id());
        page.raw("<p id=\"place\">");
        page.text(place == 1 ? m.text("floor.next") : m.text("floor.place", "n", place));
        waitMs(r.id())
                .ifPresent(
                        ms -> page.raw(" ").text(m.text("floor.wait", "t", Durations.clock(ms))));
        if (r.kind() != RequestKind.SPEECH) {
            page.raw(" ").text(m.text("kind." + r.kind().wire()));
        }
        page.raw("</p>");
        c.form(page);
        c.button(page, "floor.release " + r.id(), "floor.withdraw");
        c.button(page, "floor.requeue " + r.id(), "floor.requeue");
        page.raw("</form>");
        c.form(page);
        c.input(page, "topic", "floor.topic", r.ask().topic(), 200);
        c.button(page, "floor.change " + r.id(), "text.rename");
        page.raw("</form>");
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

    /** A slip of paper: a name and a team. */
    void onSite(Html page) {
        page.element("h2", m.text("onsite.label"));
        c.form(page);
        c.input(page, "name", "onsite.name", "", 80);
        c.input(page, "team", "onsite.team", "", 80);
        if (c.me.site().isEmpty()) {
            c.input(page, "site", "onsite.site", "", 80);
        }
        c.button(page, "floor.queue", "onsite.queue");
        page.raw("</form>");
    }
}
