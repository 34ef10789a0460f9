package palabre.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import palabre.core.room.Agenda;
import palabre.core.room.AgendaEntry;
import palabre.core.room.NextMeeting;
import palabre.core.room.Poll;
import palabre.core.room.PollKind;
import palabre.core.room.PollTerms;
import palabre.core.room.Question;
import palabre.core.room.Result;
import palabre.core.room.ResultKind;
import palabre.core.room.Results;
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
     * @param nowMs for what has not ended
     */
    public static Report of(Session session, List<Room> rooms, Messages m, long nowMs) {
        Minutes minutes = new Minutes(session, m);
        minutes.head();
        rooms.forEach(r -> minutes.room(r, rooms.size() > 1, nowMs));
        return new Report(
                m.language(),
                m.text("language.dir"),
                m.text("minutes.title", "t", session.title()),
                minutes.out.blocks());
    }

    private void head() {
        if (session.closed()) {
            out.text(m.text("minutes.closed", "t", moment(session.course().closedMs())));
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

    private void room(Room room, boolean named, long nowMs) {
        if (named) {
            out.heading(2, room.charter().title());
        }
        int level = named ? 3 : 2;
        results(room.meeting().results(), level, room.charter().main());
        agenda(room.meeting().agenda(), level, nowMs);
        room.meeting().polls().all().values().forEach(p -> poll(p, level));
        questions(room, level);
        present(room, level);
        Statistics.floor(out, session, room, m, level, nowMs);
    }

    private void results(Results results, int level, boolean main) {
        for (ResultKind kind : ResultKind.values()) {
            List<Result> entries = results.of(kind);
            String name = "result." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (!entries.isEmpty()) {
                out.heading(level, m.text(name))
                        .bullets(entries.stream().map(e -> line(m, e)).toList());
            } else if (results.none().contains(kind)) {
                out.heading(level, m.text(name)).text(m.text("result.isNone"));
            }
        }
        results.next().ifPresent(n -> out.heading(level, m.text("next.label")).text(next(m, n)));
        if (!results.approved().isEmpty()) {
            String names = String.join(", ", results.approved().values());
            out.text(m.text("result.approved", "names", names));
        } else if (main) {
            out.text(m.text("minutes.notApproved"));
        }
    }

    /** An entry on one line. */
    public static String line(Messages m, Result e) {
        String text = e.text().replace("\n", " ");
        String who = e.who().isEmpty() ? "" : " – " + e.who();
        String due = e.due().isEmpty() ? "" : " – " + m.text("result.by", "t", e.due());
        String carried = e.carried() ? " (" + m.text("result.carried") + ")" : "";
        String done = e.done() ? " (" + m.text("result.isDone") + ")" : "";
        return text + who + due + carried + done;
    }

    /** When people meet again. */
    public static String next(Messages m, NextMeeting next) {
        if (next.never()) {
            return m.text("next.never");
        }
        String place = next.place().isEmpty() ? "" : ", " + next.place();
        return next.start().replace('T', ' ') + " (" + next.zone() + ")" + place;
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
