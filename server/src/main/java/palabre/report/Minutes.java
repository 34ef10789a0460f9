package palabre.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import palabre.core.RoomId;
import palabre.core.agenda.Agenda;
import palabre.core.agenda.AgendaEntry;
import palabre.core.polls.Poll;
import palabre.core.polls.PollKind;
import palabre.core.polls.PollTerms;
import palabre.core.questions.Question;
import palabre.core.results.Result;
import palabre.core.results.ResultKind;
import palabre.core.results.Results;
import palabre.core.room.Room;
import palabre.core.session.Session;
import palabre.text.Durations;
import palabre.text.Messages;

/**
 * The minutes of a session: what was to come out of it and what did, room by room. Shared notes and
 * transcripts have their place behind the results of a room.
 */
public final class Minutes {
    private final Session session;
    private final Messages m;
    private final Report.Builder out = new Report.Builder();

    private Minutes(Session session, Messages m) {
        this.session = session;
        this.m = m;
    }

    /**
     * @param rooms on the record, the main one first, as their reader may see them
     * @param versions that were approved, of each room
     * @param nowMs for what has not ended
     */
    public static Report of(
            Session session,
            List<Room> rooms,
            Map<RoomId, List<Version>> versions,
            Messages m,
            long nowMs) {
        Minutes minutes = new Minutes(session, m);
        minutes.head();
        for (Room room : rooms) {
            int level = minutes.named(room, rooms.size() > 1);
            minutes.version(room, versions.getOrDefault(room.charter().room(), List.of()));
            minutes.room(room, level, nowMs);
        }
        return minutes.report();
    }

    /**
     * A version as it was approved.
     *
     * @param session as it was then
     */
    public static Report of(Session session, Version version, Messages m) {
        Minutes minutes = new Minutes(session, m);
        minutes.head();
        int level = minutes.named(version.room(), true);
        minutes.out.text(minutes.approved(version) + " " + m.text("version.kept"));
        minutes.room(version.room(), level, version.atMs());
        return minutes.report();
    }

    private Report report() {
        return new Report(
                m.language(),
                m.text("language.dir"),
                m.text("minutes.title", "t", session.title()),
                out.blocks());
    }

    /** Which version this is, by whom it was approved, and what changed since the one before. */
    private void version(Room room, List<Version> versions) {
        if (versions.isEmpty()) {
            if (room.charter().main()) {
                out.text(m.text("version.first") + " " + m.text("minutes.notApproved"));
            }
            return;
        }
        Version last = versions.getLast();
        if (last.isStill(room)) {
            out.text(approved(last));
        } else {
            out.text(m.text("version.later", "n", last.number() + 1) + " " + approved(last));
            out.text(m.text("version.changes", "n", last.number())).bullets(last.changes(room, m));
        }
        for (int i = 1; i < versions.size(); i++) {
            Version now = versions.get(i);
            out.text(approved(versions.get(i - 1)));
            out.text(m.text("version.changed.to", "n", now.number()))
                    .bullets(versions.get(i - 1).changes(now.room(), m));
        }
    }

    private String approved(Version v) {
        return m.text(
                "version.approved",
                "n",
                v.number(),
                "names",
                String.join(", ", v.names()),
                "t",
                moment(v.atMs()));
    }

    private void head() {
        if (session.closed()) {
            out.text(m.text("minutes.closed", "t", moment(session.lifecycle().closedMs())));
        } else {
            out.text(m.text("minutes.draft"));
        }
        if (!session.plan().place().isEmpty()) {
            out.text(m.text("invite.place", "t", session.plan().place()));
        }
        if (!session.plan().results().isEmpty()) {
            out.heading(2, m.text("plan.results")).text(session.plan().results());
        }
    }

    private String moment(long ms) {
        ZoneId zone =
                session.plan().schedule().map(s -> ZoneId.of(s.zone())).orElse(ZoneId.of("UTC"));
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(Locale.forLanguageTag(m.language()))
                        .format(Instant.ofEpochMilli(ms).atZone(zone))
                + " ("
                + zone.getId()
                + ")";
    }

    private int named(Room room, boolean named) {
        if (named) {
            out.heading(2, room.charter().title());
        }
        return named ? 3 : 2;
    }

    private void room(Room room, int level, long nowMs) {
        results(room.meeting().results(), level);
        agenda(room.meeting().agenda(), level, nowMs);
        room.meeting().polls().all().values().forEach(p -> poll(p, level));
        questions(room, level);
        present(room, level);
        Statistics.floor(out, session, room, m, level, nowMs);
    }

    private void results(Results results, int level) {
        for (ResultKind kind : ResultKind.values()) {
            List<Result> entries = results.of(kind);
            String name = ResultLines.kind(kind);
            if (!entries.isEmpty()) {
                out.heading(level, m.text(name))
                        .bullets(entries.stream().map(e -> ResultLines.line(m, e)).toList());
            } else if (results.none().contains(kind)) {
                out.heading(level, m.text(name)).text(m.text("result.isNone"));
            }
        }
        results.next()
                .ifPresent(
                        n -> out.heading(level, m.text("next.label")).text(ResultLines.next(m, n)));
    }

    private void agenda(Agenda agenda, int level, long nowMs) {
        if (agenda.items().isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (AgendaEntry i : agenda.items()) {
            rows.add(
                    List.of(
                            i.title() + (i.lead().isEmpty() ? "" : " (" + i.lead() + ")"),
                            i.plannedMs() == 0 ? "–" : Durations.clock(i.plannedMs()),
                            i.begun() ? Durations.clock(i.lastedMs(nowMs)) : state(i)));
        }
        out.heading(level, m.text("plan.agenda"))
                .table(
                        List.of(
                                m.text("minutes.item"),
                                m.text("minutes.planned"),
                                m.text("minutes.actual")),
                        rows);
    }

    private String state(AgendaEntry i) {
        return i.skipped() ? m.text("agenda.skipped") : "–";
    }

    private void poll(Poll poll, int level) {
        PollTerms terms = poll.terms();
        out.heading(level, m.text("minutes.poll", "q", terms.question()))
                .text(
                        m.text(terms.anonymous() ? "poll.anonymous" : "poll.named")
                                + " "
                                + m.text("poll.votes", "n", poll.standing().votes()));
        if (poll.open() && terms.hidden()) {
            return;
        }
        if (terms.kind() == PollKind.WORDS) {
            List<String> words = new ArrayList<>();
            poll.standing().words().forEach((word, n) -> words.add(word + " (" + n + ")"));
            out.bullets(words);
            return;
        }
        List<String> head = new ArrayList<>(List.of(m.text("poll.question"), m.text("poll.all")));
        head.addAll(poll.standing().teams().keySet());
        List<List<String>> rows = new ArrayList<>();
        List<Report.Bar> bars = new ArrayList<>();
        for (int i = 0; i < poll.standing().counts().size(); i++) {
            String name =
                    terms.kind() == PollKind.RATING
                            ? Integer.toString(i + 1)
                            : terms.options().get(i);
            int count = poll.standing().counts().get(i);
            List<String> row = new ArrayList<>(List.of(name, Integer.toString(count)));
            for (List<Integer> team : poll.standing().teams().values()) {
                row.add(team.get(i).toString());
            }
            rows.add(row);
            bars.add(new Report.Bar(name, count, Integer.toString(count)));
        }
        out.bars(terms.question(), bars).table(head, rows);
    }

    private void questions(Room room, int level) {
        List<String> shown = new ArrayList<>();
        for (Question q : room.meeting().questions().all().values()) {
            if (q.published() && q.state() != Question.State.DISMISSED) {
                boolean answered = q.state() == Question.State.ANSWERED;
                shown.add(
                        q.name()
                                + ": "
                                + q.text().replace('\n', ' ')
                                + (answered ? " (" + m.text("question.answered") + ")" : ""));
            }
        }
        if (!shown.isEmpty()) {
            out.heading(level, m.text("question.label")).bullets(shown);
        }
    }

    private void present(Room room, int level) {
        List<String> names = Present.in(room).stream().map(p -> present(room, p)).toList();
        if (!names.isEmpty()) {
            out.heading(level, m.text("minutes.present")).bullets(names);
        }
    }

    private String present(Room room, Present p) {
        String team = p.person().team().isEmpty() ? "" : " (" + p.person().team() + ")";
        StringBuilder line = new StringBuilder(p.person().name()).append(team);
        line.append(", ").append(m.text("role." + p.person().role().wire()));
        if (p.succeeds()) {
            line.append(", ").append(m.text("minutes.from", "t", moment(p.cameMs())));
            room.attendance()
                    .departed(p.seat().before().getLast())
                    .ifPresent(d ->
                            line.append(", ")
                                    .append(m.text("minutes.after", "name", d.person().name())));
        }
        if (p.untilMs() > 0) {
            line.append(", ").append(m.text("minutes.until", "t", moment(p.untilMs())));
        }
        return line.toString();
    }
}
