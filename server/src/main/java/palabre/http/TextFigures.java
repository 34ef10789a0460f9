package palabre.http;

import java.util.Map;
import palabre.core.room.Figures;
import palabre.text.Durations;
import palabre.text.Html;
import palabre.text.Messages;

/** How evenly the floor was shared, in figures; for whom the rules show it. */
final class TextFigures {
    private static final int SILENT_SHOWN = 20;

    private TextFigures() {}

    static void write(Html page, TextContext c) {
        if (!c.chairs() && !c.floor.policy().figuresForAll()) {
            return;
        }
        Figures f = Figures.of(c.view.room(), c.view.nowMs());
        Messages m = c.m;
        page.element("h2", m.text("figures.label"));
        shares(page, m, "figures.teams", f.teams(), "");
        shares(page, m, "figures.sectors", f.sectors(), "");
        shares(page, m, "figures.sites", f.sites(), "");
        shares(page, m, "figures.modes", f.modes(), "mode.");
        shares(page, m, "figures.declared", f.declared(), "declare.");
        page.raw("<p>")
                .text(m.text("figures.gini", "g", "%.2f".formatted(f.giniPeople())))
                .raw(" ")
                .text(m.text("figures.wait", "t", Durations.clock(f.longestWaitMs())))
                .raw("</p>");
        if (!f.silent().isEmpty()) {
            page.raw("<p>").text(m.text("figures.silent", "n", f.silent().size())).raw(" ");
            f.silent().stream().limit(SILENT_SHOWN).forEach(s -> page.text(c.label(s)).raw("; "));
            page.raw("</p>");
        }
    }

    /**
     * @param prefix of the catalogue's keys for the names; none when they are people's own words
     */
    private static void shares(
            Html page, Messages m, String key, Map<String, Figures.Share> shares, String prefix) {
        if (shares.isEmpty()) {
            return;
        }
        page.raw("<p>").text(m.text(key)).raw(" ");
        String between = "";
        for (Map.Entry<String, Figures.Share> s : shares.entrySet()) {
            String name = prefix.isEmpty() ? s.getKey() : m.text(prefix + s.getKey());
            page.raw(between).text(name).raw(" ").text(Durations.clock(s.getValue().spokenMs()));
            page.raw(" (" + s.getValue().turns() + ")");
            between = ", ";
        }
        page.raw(".</p>");
    }
}
