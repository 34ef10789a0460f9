package palabre.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import palabre.core.room.Access;
import palabre.core.room.AtZero;
import palabre.core.room.Chairing;
import palabre.core.room.FloorPolicy;
import palabre.core.room.Grouping;
import palabre.core.room.OrderRule;
import palabre.core.room.PauseCause;
import palabre.core.room.Presiding;
import palabre.core.room.RequestKind;
import palabre.core.room.Seat;
import palabre.core.room.Turn;
import palabre.text.Html;
import palabre.text.Messages;

/** All that the chair can do, as forms. */
final class TextChair {
    private final TextContext c;
    private final Messages m;

    TextChair(TextContext c) {
        this.c = c;
        this.m = c.m;
    }

    void write(Html page) {
        page.element("h2", m.text("chair.label"));
        presiding(page);
        if (!c.presides()) {
            return;
        }
        now(page);
        switches(page);
        new TextFloor(c).onSite(page);
        item(page);
        rules(page);
        budgets(page);
        new TextDoors(c).chair(page);
    }

    private void presiding(Html page) {
        Chairing chairing = c.floor.chairing();
        Optional<Seat> chair = chairing.presiding().flatMap(c.room::seat);
        page.element(
                "p id=\"chair\"",
                chair.map(s -> m.text("chair.who", "name", c.label(s.id())))
                        .orElseGet(() -> m.text("chair.nobody")));
        if (!c.presides()) {
            page.element("p", m.text("chair.first"));
        }
        c.form(page);
        if (Presiding.mayTake(c.view.room(), c.request.seat())) {
            c.button(page, "chair.take", "chair.take");
        }
        List<String[]> others = new ArrayList<>();
        for (Seat s : c.room.seats().values()) {
            if (s.person().role().chairs() && !chairing.presiding().equals(Optional.of(s.id()))) {
                others.add(new String[] {s.id().value(), s.person().name()});
            }
        }
        if (!others.isEmpty() && c.presides()) {
            c.choice(page, "to", "chair.give.to", "", others);
            c.button(page, "chair.give", "chair.give");
        }
        page.raw("</form>");
    }

    private void now(Html page) {
        Optional<Turn> holder = c.floor.stage().holder();
        String id = holder.map(t -> t.id().toString()).orElse("");
        c.form(page);
        c.button(page, "floor.next " + (id.isEmpty() ? "0" : id), "chair.next");
        page.raw("</form>");
        if (holder.isEmpty()) {
            return;
        }
        c.form(page);
        c.input(page, "reason", "chair.reason", "", 200);
        c.button(page, "floor.revoke " + id, "chair.end");
        page.raw("</form>");
        c.form(page);
        page.hidden("seconds", "60");
        c.button(page, "turn.extend " + id, "chair.extend");
        boolean stands =
                holder.get().pausedBy(PauseCause.CHAIR) || holder.get().pausedBy(PauseCause.LINK);
        c.button(
                page,
                (stands ? "turn.resume " : "turn.pause ") + id,
                stands ? "chair.resume" : "chair.pause");
        page.raw("</form>");
    }

    private void switches(Html page) {
        boolean open = c.floor.line().open();
        boolean locked = c.floor.line().locked();
        boolean paused = c.floor.stage().paused();
        c.form(page);
        c.button(page, open ? "list.close" : "list.open", open ? "chair.close" : "chair.open");
        c.button(
                page,
                paused ? "floor.resume" : "floor.pause",
                paused ? "chair.resumeAll" : "chair.pauseAll");
        c.button(
                page,
                locked ? "floor.unlock" : "floor.lock",
                locked ? "chair.unlock" : "chair.lock");
        c.button(page, "floor.tour", "chair.tour");
        if (c.room.charter().access() == Access.CLOSED) {
            boolean shown = c.floor.onScreen();
            c.button(page, "screen.show " + (shown ? 0 : 1), shown ? "screen.hide" : "screen.show");
        }
        page.raw("</form><p><a href=\"/r/").text(c.room.charter().room()).raw("/screen");
        page.raw(c.request.as().isEmpty() ? "\">" : "?as=" + c.request.as() + "\">");
        page.text(m.text("screen.open")).raw("</a></p>");
    }

    private void item(Html page) {
        c.form(page);
        c.input(page, "title", "item.title", "", 200);
        c.number(page, "minutes", "item.minutes", 0);
        c.button(page, "item.start", "item.start");
        page.raw("</form>");
    }

    private void rules(Html page) {
        FloorPolicy p = c.floor.policy();
        c.open(page, "rules.label");
        c.form(page);
        c.choice(page, "order", "order.label", p.order().wire(), orders());
        c.number(page, "tie", "rules.tie", p.tieMs() / 1_000);
        page.raw("<br>");
        String by = p.run().map(r -> r.by().wire()).orElse("team");
        c.choice(page, "runBy", "rules.runBy", by, groupings());
        c.number(page, "runTurns", "rules.runTurns", p.run().map(r -> r.turns()).orElse(0));
        page.raw("<br>");
        for (RequestKind kind : List.of(RequestKind.values()).reversed()) {
            long ms = p.turnMs().getOrDefault(kind, 0L);
            c.number(page, kind.wire(), "kind." + kind.wire(), ms / 1_000);
        }
        page.text(m.text("rules.seconds")).raw("<br>");
        c.number(page, "person", "rules.person", p.personMs() / 60_000);
        c.number(page, "team", "rules.team", p.teamMs() / 60_000);
        page.raw("<br>");
        c.choice(page, "atZero", "rules.atZero", p.atZero().wire(), ends());
        c.number(page, "grace", "rules.grace", p.graceMs() / 1_000);
        c.number(page, "lag", "rules.lag", p.lagMs() / 1_000);
        page.raw("<br>");
        c.choice(
                page,
                "figures",
                "rules.figures",
                p.figuresForAll() ? "all" : "chair",
                List.of(
                        new String[] {"chair", m.text("rules.figures.chair")},
                        new String[] {"all", m.text("rules.figures.all")}));
        page.raw("<br>");
        c.input(page, "reason", "chair.reason", "", 200);
        c.button(page, "floor.policy", "rules.change");
        page.raw("</form>");
        c.close(page);
    }

    private List<String[]> orders() {
        List<String[]> all = new ArrayList<>();
        for (OrderRule rule : OrderRule.values()) {
            all.add(new String[] {rule.wire(), m.text("order." + rule.wire())});
        }
        return all;
    }

    private List<String[]> groupings() {
        List<String[]> all = new ArrayList<>();
        for (Grouping by : Grouping.values()) {
            all.add(new String[] {by.wire(), m.text("group." + by.wire())});
        }
        return all;
    }

    private List<String[]> ends() {
        List<String[]> all = new ArrayList<>();
        for (AtZero zero : AtZero.values()) {
            all.add(new String[] {zero.wire(), m.text("zero." + zero.wire())});
        }
        return all;
    }

    /** Only where there are budgets. */
    private void budgets(Html page) {
        List<String[]> purses = new ArrayList<>();
        if (c.floor.policy().teamMs() > 0) {
            c.room.teams().forEach(t -> purses.add(new String[] {"team " + t, t}));
        }
        if (c.floor.policy().personMs() > 0) {
            for (Seat s : c.room.seats().values()) {
                if (s.person().role().speaks()) {
                    purses.add(new String[] {"seat " + s.id(), c.label(s.id())});
                }
            }
        }
        c.floor
                .item()
                .filter(i -> i.budgetMs() > 0)
                .ifPresent(i -> purses.add(new String[] {"item", i.title()}));
        if (purses.isEmpty()) {
            return;
        }
        List<String[]> from = new ArrayList<>();
        from.add(new String[] {"", m.text("budget.new")});
        from.addAll(purses);
        c.open(page, "budget.label");
        c.form(page);
        c.choice(page, "from", "budget.from", "", from);
        c.choice(page, "to", "budget.to", "", purses);
        c.number(page, "minutes", "item.minutes", 1);
        c.input(page, "reason", "chair.reason", "", 200);
        c.button(page, "budget.give", "budget.give");
        page.raw("</form>");
        c.close(page);
    }
}
