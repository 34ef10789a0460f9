package palabre.http.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import palabre.core.room.Figures;
import palabre.text.Durations;
import palabre.text.Messages;

/**
 * How evenly the floor was shared, in figures; for whom the rules show it.
 *
 * @param silent the first of those who have not spoken
 */
record TextFigures(Figures figures, List<Shares> shares, List<String> silent) {
    private static final int SILENT_SHOWN = 20;

    /**
     * What each of some groups has had.
     *
     * @param key of what they are groups of, in the catalogue
     */
    record Shares(String key, String words) {}

    static TextFigures of(TextContext c) {
        Figures f = Figures.of(c.view.room(), c.view.nowMs());
        List<Shares> shares = new ArrayList<>();
        add(shares, c.m, "figures.teams", f.teams(), "");
        add(shares, c.m, "figures.sectors", f.sectors(), "");
        add(shares, c.m, "figures.sites", f.sites(), "");
        add(shares, c.m, "figures.modes", f.modes(), "mode.");
        add(shares, c.m, "figures.declared", f.declared(), "declare.");
        return new TextFigures(
                f, shares, f.silent().stream().limit(SILENT_SHOWN).map(c::label).toList());
    }

    /**
     * @param prefix of the catalogue's keys for the names; none when they are people's own words
     */
    private static void add(
            List<Shares> all,
            Messages m,
            String key,
            Map<String, Figures.Share> shares,
            String prefix) {
        if (!shares.isEmpty()) {
            String words =
                    shares.entrySet().stream()
                            .map(s -> {
                                String name =
                                        prefix.isEmpty() ? s.getKey() : m.text(prefix + s.getKey());
                                String spoken = Durations.clock(s.getValue().spokenMs());
                                return "%s %s (%d)".formatted(name, spoken, s.getValue().turns());
                            })
                            .collect(Collectors.joining(", "));
            all.add(new Shares(key, words));
        }
    }
}
