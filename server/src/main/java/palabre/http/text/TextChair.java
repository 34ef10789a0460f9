package palabre.http.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import palabre.core.floor.PauseCause;
import palabre.core.policy.OrderRule;
import palabre.core.policy.OvertimeRule;
import palabre.core.policy.RequestKind;
import palabre.core.room.Access;
import palabre.core.room.Presiding;
import palabre.core.seats.Grouping;
import palabre.core.seats.Seat;
import palabre.page.Choice;

/** What the chair can do about the floor. */
record TextChair(TextContext c) {
    String who() {
        return c.floor
                .chairing()
                .presiding()
                .flatMap(c.room::seat)
                .map(s -> c.m.text("chair.who", "name", c.label(s.id())))
                .orElseGet(() -> c.m.text("chair.nobody"));
    }

    boolean mayTake() {
        return Presiding.mayTake(c.view.room(), c.request.seat());
    }

    /** Who could preside instead. */
    List<Choice> others() {
        return c
                .some(s ->
                        s.person().role().chairs()
                                && !c.floor.chairing().presiding().equals(Optional.of(s.id())))
                .stream()
                .map(s -> new Choice(s.id().value(), s.person().name()))
                .toList();
    }

    /** Whether the clock of the turn stands, and the chair can let it go on. */
    boolean stands() {
        return c.floor
                .stage()
                .holder()
                .filter(t -> t.pausedBy(PauseCause.CHAIR) || t.pausedBy(PauseCause.LINK))
                .isPresent();
    }

    List<TextContext.Act> switches() {
        List<TextContext.Act> acts = new ArrayList<>();
        acts.add(
                c.floor.line().open()
                        ? new TextContext.Act("list.close", "chair.close")
                        : new TextContext.Act("list.open", "chair.open"));
        acts.add(
                c.floor.stage().paused()
                        ? new TextContext.Act("floor.resume", "chair.resumeAll")
                        : new TextContext.Act("floor.pause", "chair.pauseAll"));
        acts.add(
                c.floor.line().locked()
                        ? new TextContext.Act("floor.unlock", "chair.unlock")
                        : new TextContext.Act("floor.lock", "chair.lock"));
        acts.add(new TextContext.Act("floor.tour", "chair.tour"));
        if (c.room.charter().access() == Access.CLOSED) {
            acts.add(
                    c.floor.onScreen()
                            ? new TextContext.Act("screen.show 0", "screen.hide")
                            : new TextContext.Act("screen.show 1", "screen.show"));
        }
        return acts;
    }

    List<RequestKind> kinds() {
        return List.of(RequestKind.values()).reversed();
    }

    List<Choice> orders() {
        return Stream.of(OrderRule.values())
                .map(r -> new Choice(r.wire(), c.m.text("order." + r.wire())))
                .toList();
    }

    List<Choice> groupings() {
        return Stream.of(Grouping.values())
                .map(g -> new Choice(g.wire(), c.m.text("group." + g.wire())))
                .toList();
    }

    List<Choice> ends() {
        return Stream.of(OvertimeRule.values())
                .map(z -> new Choice(z.wire(), c.m.text("zero." + z.wire())))
                .toList();
    }

    /** Who may read the figures. */
    List<Choice> readers() {
        return List.of(
                new Choice("chair", c.m.text("rules.figures.chair")),
                new Choice("all", c.m.text("rules.figures.all")));
    }

    /** Whose time can be given to or taken from; only where there are budgets. */
    List<Choice> purses() {
        List<Choice> purses = new ArrayList<>();
        if (c.floor.policy().teamMs() > 0) {
            c.view.room().teams().forEach(t -> purses.add(new Choice("team " + t, t)));
        }
        if (c.floor.policy().personMs() > 0) {
            for (Seat s : c.some(s -> s.person().role().speaks())) {
                purses.add(new Choice("seat " + s.id(), c.label(s)));
            }
        }
        c.floor
                .item()
                .filter(i -> i.budgetMs() > 0)
                .ifPresent(i -> purses.add(new Choice("item", i.title())));
        return purses;
    }

    /** The same, and time that nobody had. */
    List<Choice> sources() {
        return Stream.concat(Stream.of(new Choice("", c.m.text("budget.new"))), purses().stream())
                .toList();
    }
}
