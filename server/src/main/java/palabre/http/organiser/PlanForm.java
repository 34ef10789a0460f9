package palabre.http.organiser;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import palabre.core.policy.OrderRule;
import palabre.core.session.AgendaPlan;
import palabre.core.session.Modality;
import palabre.core.session.Plan;
import palabre.core.session.TeamPlan;
import palabre.core.session.Term;
import palabre.page.Choice;
import palabre.text.Messages;

/** The plan of a session as one form: rows for what there is, and spare ones behind. */
record PlanForm(Messages m, String title, Plan plan) {
    /** Empty rows at the end of each list. */
    private static final int SPARE = 3;

    record Item(
            int row,
            String title,
            String minutes,
            String lead,
            String order,
            String turn,
            String material) {}

    record Team(int row, String name, String side) {}

    record Word(int row, String term, String language, String means) {}

    String minutes() {
        return plan.schedule().map(s -> Integer.toString(s.minutes())).orElse("90");
    }

    List<Choice> modalities() {
        return Stream.of(Modality.values())
                .map(each -> new Choice(each.wire(), m.text("modality." + each.wire())))
                .toList();
    }

    List<Item> items() {
        return IntStream.range(0, plan.agenda().size())
                .mapToObj(i -> item(i, plan.agenda().get(i)))
                .toList();
    }

    private static Item item(int row, AgendaPlan a) {
        return new Item(
                row,
                a.title(),
                Integer.toString(a.minutes()),
                a.lead(),
                a.order().map(OrderRule::wire).orElse(""),
                a.turnSeconds() > 0 ? Integer.toString(a.turnSeconds()) : "",
                String.join(" ", a.links()));
    }

    List<Item> spareItems() {
        int known = plan.agenda().size();
        return IntStream.range(known, known + SPARE)
                .mapToObj(i -> new Item(i, "", "", "", "", "", ""))
                .toList();
    }

    /** Under what the rest of an item is folded: what it says, if it says something. */
    String more(Item item) {
        String said =
                Stream.of(
                                item.lead(),
                                item.order().isEmpty() ? "" : m.text("order." + item.order()),
                                item.turn().isEmpty() ? "" : item.turn() + " s",
                                item.material())
                        .filter(s -> !s.isEmpty())
                        .collect(Collectors.joining(" · "));
        return said.isEmpty() ? m.text("organiser.itemMore") : said;
    }

    List<Choice> orders() {
        List<Choice> orders = new ArrayList<>();
        orders.add(new Choice("", "–"));
        for (OrderRule rule : OrderRule.values()) {
            orders.add(new Choice(rule.wire(), m.text("order." + rule.wire())));
        }
        return orders;
    }

    List<Team> teams() {
        List<TeamPlan> teams = plan.teams();
        return IntStream.range(0, teams.size())
                .mapToObj(i -> new Team(i, teams.get(i).name(), teams.get(i).side()))
                .toList();
    }

    List<Team> spareTeams() {
        int known = plan.teams().size();
        return IntStream.range(known, known + SPARE).mapToObj(i -> new Team(i, "", "")).toList();
    }

    List<Choice> sides() {
        return List.of(
                new Choice("", "–"),
                new Choice("seeking", m.text("side.seeking")),
                new Choice("providing", m.text("side.providing")));
    }

    /** The glossary, with its spare rows. */
    List<Word> terms() {
        List<Term> terms = plan.glossary();
        return IntStream.range(0, terms.size() + SPARE)
                .mapToObj(i -> {
                    Term t = i < terms.size() ? terms.get(i) : null;
                    return t == null
                            ? new Word(i, "", "", "")
                            : new Word(i, t.term(), t.language(), t.means());
                })
                .toList();
    }
}
