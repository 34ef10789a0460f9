package palabre.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import palabre.core.SeatId;
import palabre.core.room.Figures;
import palabre.core.room.Room;
import palabre.core.session.Session;
import palabre.live.Traffic;
import palabre.text.Durations;
import palabre.text.Messages;

/**
 * Who was there and how the floor was shared, by team, sector, site, mode and language. Groups
 * under {@link Figures#SHOWN_FROM} are told together, as others.
 */
public final class Statistics {
    private Statistics() {}

    /** One line of a table. */
    public record Row(String room, String by, String group, int people, int turns, long spokenMs) {}

    /**
     * A group's figures, those of small groups together under {@code ""}; when they are too few
     * even together, the next larger group joins them, or the rest to the whole would give them
     * away.
     */
    private static Map<String, Figures.Share> large(Map<String, Figures.Share> shares) {
        Map<String, Figures.Share> large = new TreeMap<>();
        Figures.Share others = new Figures.Share(0, 0, 0);
        List<Map.Entry<String, Figures.Share>> fromTheSmallest = new ArrayList<>(shares.entrySet());
        fromTheSmallest.sort(Comparator.comparingInt(e -> e.getValue().members()));
        for (Map.Entry<String, Figures.Share> e : fromTheSmallest) {
            boolean tooFew = others.members() > 0 && others.members() < Figures.SHOWN_FROM;
            if (tooFew || e.getValue().members() < Figures.SHOWN_FROM) {
                others = others.plus(e.getValue());
            } else {
                large.put(e.getKey(), e.getValue());
            }
        }
        if (others.members() >= Figures.SHOWN_FROM) {
            large.put("", others);
        }
        return large;
    }

    /** All that is told of rooms, in figures. */
    public static List<Row> rows(Session session, List<Room> rooms, long nowMs) {
        List<Row> rows = new ArrayList<>();
        for (Room room : rooms) {
            String title = room.charter().title();
            Figures f = Figures.of(room, nowMs);
            int turns = f.people().stream().mapToInt(Figures.PersonShare::turns).sum();
            long spoken = f.people().stream().mapToLong(Figures.PersonShare::spokenMs).sum();
            rows.add(new Row(title, "all", "", Present.in(room).size(), turns, spoken));
            add(rows, title, "team", f.teams());
            add(rows, title, "sector", f.sectors());
            add(rows, title, "site", f.sites());
            add(rows, title, "mode", f.modes());
            add(rows, title, "declared", f.declared());
            add(rows, title, "language", languages(session, f));
        }
        return rows;
    }

    private static void add(
            List<Row> rows, String room, String by, Map<String, Figures.Share> shares) {
        large(shares)
                .forEach((group, s) ->
                        rows.add(new Row(room, by, group, s.members(), s.turns(), s.spokenMs())));
    }

    private static Map<String, Figures.Share> languages(Session session, Figures f) {
        Map<String, Figures.Share> shares = new TreeMap<>();
        Function<SeatId, String> language =
                seat -> session.link(seat.link()).map(l -> l.language(seat)).orElse("");
        for (Figures.PersonShare p : f.people()) {
            String name = language.apply(p.seat());
            if (!name.isEmpty()) {
                Figures.Share one = new Figures.Share(1, p.turns(), p.spokenMs());
                shares.merge(name, one, Figures.Share::plus);
            }
        }
        return shares;
    }

    /** As spreadsheets read it. */
    public static String csv(List<Row> rows) {
        Csv csv = new Csv("room", "by", "group", "people", "turns", "seconds");
        for (Row r : rows) {
            csv.row(r.room(), r.by(), r.group(), r.people(), r.turns(), r.spokenMs() / 1_000);
        }
        return csv.toString();
    }

    /** The floor's part of the minutes. */
    static void floor(
            Report.Builder out, Session session, Room room, Messages m, int level, long nowMs) {
        Figures f = Figures.of(room, nowMs);
        if (!spoken(f)) {
            return;
        }
        out.heading(level, m.text("statistics.label"));
        out.text(
                m.text("figures.gini", "g", "%.2f".formatted(f.giniPeople()))
                        + " "
                        + m.text("figures.wait", "t", Durations.clock(f.longestWaitMs())));
        shares(out, m, "statistics.teams", f.teams(), "");
        shares(out, m, "statistics.sectors", f.sectors(), "");
        shares(out, m, "statistics.sites", f.sites(), "");
        shares(out, m, "statistics.modes", f.modes(), "mode.");
        shares(out, m, "statistics.languages", languages(session, f), "");
        shares(out, m, "statistics.declared", f.declared(), "declare.");
    }

    private static boolean spoken(Figures f) {
        return f.people().stream().anyMatch(p -> p.spokenMs() > 0);
    }

    private static void shares(
            Report.Builder out,
            Messages m,
            String key,
            Map<String, Figures.Share> shares,
            String prefix) {
        List<Report.Bar> bars = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        large(shares)
                .forEach((name, s) -> {
                    String said = Durations.clock(s.spokenMs());
                    String shown =
                            name.isEmpty()
                                    ? m.text("statistics.others")
                                    : prefix.isEmpty() ? name : m.text(prefix + name);
                    bars.add(new Report.Bar(shown, s.spokenMs(), said));
                    rows.add(
                            List.of(
                                    shown,
                                    Integer.toString(s.members()),
                                    Integer.toString(s.turns()),
                                    said));
                });
        if (!bars.isEmpty()) {
            out.bars(m.text(key), bars)
                    .table(
                            List.of(
                                    m.text(key),
                                    m.text("statistics.people"),
                                    m.text("statistics.turns"),
                                    m.text("statistics.time")),
                            rows);
        }
    }

    /** A page of its own: attendance, the floor room by room, and how the links did. */
    public static Report report(
            Session session, List<Room> rooms, Traffic traffic, Messages m, long nowMs) {
        Report.Builder out = new Report.Builder();
        List<List<String>> present = new ArrayList<>();
        List<Report.Bar> bars = new ArrayList<>();
        for (Room room : rooms) {
            int people = Present.in(room).size();
            String title = room.charter().title();
            present.add(List.of(title, Integer.toString(people)));
            bars.add(new Report.Bar(title, people, Integer.toString(people)));
        }
        out.heading(2, m.text("statistics.attendance"));
        if (rooms.isEmpty()) {
            out.text(m.text("statistics.nobody"));
        } else {
            out.bars(m.text("statistics.attendance"), bars)
                    .table(
                            List.of(m.text("statistics.room"), m.text("statistics.people")),
                            present);
        }
        for (Room room : rooms) {
            out.heading(2, room.charter().title());
            if (!spoken(Figures.of(room, nowMs))) {
                out.text(m.text("statistics.silent"));
            }
            floor(out, session, room, m, 3, nowMs);
        }
        out.heading(2, m.text("statistics.links"))
                .text(
                        m.text(
                                "statistics.traffic",
                                "c",
                                traffic.connections(),
                                "r",
                                traffic.resumes(),
                                "b",
                                traffic.bytes() / 1_000));
        out.text(m.text("statistics.small", "n", Figures.SHOWN_FROM));
        return new Report(
                m.language(),
                m.text("language.dir"),
                m.text("statistics.title", "t", session.title()),
                out.blocks());
    }
}
