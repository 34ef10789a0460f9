package palabre.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import palabre.core.room.OrderRule;
import palabre.core.session.AgendaPlan;
import palabre.core.session.Modality;
import palabre.core.session.Plan;
import palabre.core.session.Schedule;
import palabre.core.session.TeamPlan;
import palabre.core.session.Term;
import palabre.text.Html;
import palabre.text.Messages;

/** The plan of a session as one form. */
final class PlanForm extends OrganiserForms {
    /** Empty rows at the end of each list. */
    private static final int SPARE = 3;

    PlanForm(Messages m, String address) {
        super(m, address);
    }

    void write(Html page, String title, Plan p) {
        page.element("h2 id=\"plan\"", m.text("organiser.plan"));
        form(page, "plan");
        input(page, "title", "organiser.name", title, "required maxlength=\"200\"");
        area(page, "results", "plan.results", p.results());
        page.raw("<p>");
        List<String[]> modalities = new ArrayList<>();
        for (Modality each : Modality.values()) {
            modalities.add(new String[] {each.wire(), m.text("modality." + each.wire())});
        }
        select(page, "modality", "organiser.modality", p.modality().wire(), modalities);
        page.raw("</p>");
        input(page, "place", "organiser.place", p.place(), "maxlength=\"200\"");
        input(page, "sound", "organiser.sound", p.sound(), "maxlength=\"200\"");
        String start = p.schedule().map(Schedule::start).orElse("");
        String zone = p.schedule().map(Schedule::zone).orElse("");
        String minutes = p.schedule().map(s -> Integer.toString(s.minutes())).orElse("90");
        input(page, "start", "next.start", start, "type=\"datetime-local\"");
        input(
                page,
                "zone",
                "next.zone",
                zone,
                "maxlength=\"80\" placeholder=\"Africa/Libreville\"");
        input(
                page,
                "minutes",
                "item.minutes",
                minutes,
                "inputmode=\"numeric\" size=\"4\" maxlength=\"4\"");
        String languages = String.join(", ", p.languages());
        input(page, "languages", "organiser.languages", languages, "maxlength=\"200\"");
        agenda(page, p);
        teams(page, p);
        area(page, "rules", "plan.rules", p.rules());
        glossary(page, p);
        area(page, "notes", "organiser.notes", p.notes());
        button(page, "organiser.save");
    }

    private void agenda(Html page, Plan p) {
        page.raw("<fieldset><legend>").text(m.text("plan.agenda")).raw("</legend><ol>");
        int planned = p.agenda().size();
        for (int i = 0; i < planned; i++) {
            item(page, i, Optional.of(p.agenda().get(i)));
        }
        page.raw("</ol>");
        fold(page, planned == 0, m.text("organiser.moreItems"));
        page.raw("<ol start=\"" + (planned + 1) + "\">");
        for (int i = planned; i < planned + SPARE; i++) {
            item(page, i, Optional.empty());
        }
        page.raw("</ol></details></fieldset>");
    }

    /** What an item must have is seen; the rest is folded under what it says. */
    private void item(Html page, int i, Optional<AgendaPlan> item) {
        page.raw("<li>");
        cell(
                page,
                "at" + i,
                "organiser.item",
                item.map(AgendaPlan::title).orElse(""),
                "maxlength=\"200\" size=\"26\"");
        cell(
                page,
                "am" + i,
                "organiser.minutes",
                item.map(a -> Integer.toString(a.minutes())).orElse(""),
                "inputmode=\"numeric\" size=\"4\" maxlength=\"4\"");
        String lead = item.map(AgendaPlan::lead).orElse("");
        String order = item.flatMap(AgendaPlan::order).map(OrderRule::wire).orElse("");
        String turn =
                item.filter(a -> a.turnSeconds() > 0)
                        .map(a -> Integer.toString(a.turnSeconds()))
                        .orElse("");
        String material = item.map(a -> String.join(" ", a.links())).orElse("");
        String said =
                Stream.of(
                                lead,
                                order.isEmpty() ? "" : m.text("order." + order),
                                turn.isEmpty() ? "" : turn + " s",
                                material)
                        .filter(s -> !s.isEmpty())
                        .collect(Collectors.joining(" · "));
        fold(page, false, said.isEmpty() ? m.text("organiser.itemMore") : said);
        cell(page, "al" + i, "organiser.lead", lead, "maxlength=\"80\"");
        List<String[]> orders = new ArrayList<>();
        orders.add(new String[] {"", "–"});
        for (OrderRule rule : OrderRule.values()) {
            orders.add(new String[] {rule.wire(), m.text("order." + rule.wire())});
        }
        select(page, "ao" + i, "order.label", order, orders);
        cell(
                page,
                "as" + i,
                "organiser.turn",
                turn,
                "inputmode=\"numeric\" size=\"4\" maxlength=\"5\"");
        cell(page, "ak" + i, "organiser.material", material, "maxlength=\"2000\"");
        page.raw("</details></li>");
    }

    /** Begins what can be folded. */
    private static void fold(Html page, boolean open, String summary) {
        page.raw(open ? "<details open><summary>" : "<details><summary>");
        page.text(summary).raw("</summary>");
    }

    private void teams(Html page, Plan p) {
        page.raw("<fieldset><legend>").text(m.text("organiser.teams")).raw("</legend>");
        int known = p.teams().size();
        for (int i = 0; i < known + SPARE; i++) {
            Optional<TeamPlan> team = i < known ? Optional.of(p.teams().get(i)) : Optional.empty();
            if (i == known) {
                fold(page, known == 0, m.text("organiser.moreTeams"));
            }
            page.raw("<p>");
            cell(
                    page,
                    "tn" + i,
                    "onsite.team",
                    team.map(TeamPlan::name).orElse(""),
                    "maxlength=\"80\"");
            select(
                    page,
                    "ts" + i,
                    "organiser.side",
                    team.map(TeamPlan::side).orElse(""),
                    List.of(
                            new String[] {"", "–"},
                            new String[] {"seeking", m.text("side.seeking")},
                            new String[] {"providing", m.text("side.providing")}));
            page.raw("</p>");
        }
        page.raw("</details></fieldset>");
    }

    private void glossary(Html page, Plan p) {
        fold(page, false, m.text("organiser.glossary"));
        for (int i = 0; i < p.glossary().size() + SPARE; i++) {
            Optional<Term> term =
                    i < p.glossary().size() ? Optional.of(p.glossary().get(i)) : Optional.empty();
            page.raw("<p>");
            cell(
                    page,
                    "gt" + i,
                    "glossary.term",
                    term.map(Term::term).orElse(""),
                    "maxlength=\"80\"");
            cell(
                    page,
                    "gl" + i,
                    "organiser.language",
                    term.map(Term::language).orElse(""),
                    "maxlength=\"35\" size=\"6\"");
            cell(
                    page,
                    "gm" + i,
                    "glossary.means",
                    term.map(Term::means).orElse(""),
                    "maxlength=\"1000\"");
            page.raw("</p>");
        }
        page.raw("</details>");
    }
}
