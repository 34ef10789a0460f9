package palabre.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import palabre.core.room.Ballot;
import palabre.core.room.Poll;
import palabre.core.room.PollKind;
import palabre.core.room.PollTerms;
import palabre.core.room.Tally;
import palabre.text.Html;
import palabre.text.Messages;

/** Polls: to vote in, as they stand, and for the chair to open and close. */
final class TextPolls {
    /** Options that the chair's form has room for. */
    private static final int OPTIONS_OFFERED = 6;

    private final TextContext c;
    private final Messages m;

    TextPolls(TextContext c) {
        this.c = c;
        this.m = c.m;
    }

    void write(Html page) {
        Map<Integer, Poll> polls = c.view.room().meeting().polls().all();
        if (polls.isEmpty() && !c.presides()) {
            return;
        }
        page.element("h2", m.text("poll.label"));
        List<Poll> newestFirst = new ArrayList<>(polls.values()).reversed();
        newestFirst.forEach(p -> poll(page, p));
        if (c.presides() && !c.room.meeting().closed()) {
            newPoll(page);
        }
    }

    private void poll(Html page, Poll poll) {
        PollTerms terms = poll.terms();
        page.raw("<section id=\"poll-" + poll.id() + "\">").element("h3", terms.question());
        page.element(
                "p",
                m.text(terms.anonymous() ? "poll.anonymous" : "poll.named")
                        + " "
                        + m.text("poll.votes", "n", poll.standing().votes())
                        + (poll.open() ? "" : " " + m.text("poll.isClosed")));
        if (poll.open() && c.me.role().speaks()) {
            ballot(page, poll);
        }
        if (!poll.open() || !terms.hidden()) {
            count(page, m, terms, poll.standing());
        } else {
            page.element("p", m.text("poll.hiddenYet"));
        }
        if (c.presides() && poll.open()) {
            c.oneButton(page, "poll.close " + poll.id(), "poll.close");
        }
        page.raw("</section>");
    }

    private void ballot(Html page, Poll poll) {
        PollTerms terms = poll.terms();
        Optional<Ballot> mine = Optional.ofNullable(poll.ballots().get(c.request.seat()));
        c.form(page);
        page.raw("<fieldset><legend>")
                .text(m.text("poll.how." + wire(terms.kind())))
                .raw("</legend>");
        switch (terms.kind()) {
            case SINGLE -> options(page, terms.options(), "radio", mine);
            case MULTIPLE -> options(page, terms.options(), "checkbox", mine);
            case RATING -> options(page, List.of("1", "2", "3", "4", "5"), "radio", mine);
            case RANKING -> ranks(page, terms.options(), mine);
            case WORDS -> {
                for (int i = 0; i < PollTerms.WORDS_MAX; i++) {
                    int at = i;
                    String said =
                            mine.filter(b -> b.words().size() > at)
                                    .map(b -> b.words().get(at))
                                    .orElse("");
                    c.input(page, "w" + i, "poll.word", said, 80);
                }
            }
        }
        page.raw("</fieldset>");
        c.button(page, "poll.vote " + poll.id(), mine.isEmpty() ? "poll.vote" : "poll.again");
        page.raw("</form>");
    }

    static String wire(PollKind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static void options(
            Html page, List<String> options, String type, Optional<Ballot> mine) {
        for (int i = 0; i < options.size(); i++) {
            int at = i;
            boolean chosen = mine.filter(b -> b.choices().contains(at)).isPresent();
            String name = type.equals("radio") ? "choice" : "c" + i;
            page.raw("<label><input type=\"" + type + "\" name=\"" + name + "\" value=\"" + i);
            page.raw(chosen ? "\" checked> " : "\"> ").text(options.get(i)).raw("</label><br>");
        }
    }

    private void ranks(Html page, List<String> options, Optional<Ballot> mine) {
        for (int i = 0; i < options.size(); i++) {
            int at = i;
            int place = mine.map(b -> b.choices().indexOf(at) + 1).orElse(0);
            page.raw("<label>").text(options.get(i)).raw(" <select name=\"r" + i + "\">");
            for (int p = 0; p <= options.size(); p++) {
                page.raw("<option value=\"" + (p == 0 ? "" : p) + "\"");
                page.raw(p == place ? " selected>" : ">").raw(p == 0 ? "–" : "" + p);
                page.raw("</option>");
            }
            page.raw("</select></label><br>");
        }
    }

    /** The count; the teams stand beside the whole. */
    static void count(Html page, Messages m, PollTerms terms, Tally tally) {
        List<String> options =
                terms.kind() == PollKind.RATING
                        ? List.of("1", "2", "3", "4", "5")
                        : terms.options();
        if (terms.kind() == PollKind.WORDS) {
            page.raw("<p>");
            tally.words().forEach((word, n) -> page.text(word + " (" + n + ")").raw(" "));
            page.raw("</p>");
            return;
        }
        page.raw("<table><thead><tr><td></td><th scope=\"col\">").text(m.text("poll.all"));
        page.raw("</th>");
        tally.teams().keySet().forEach(t -> page.element("th scope=\"col\"", t));
        page.raw("</tr></thead><tbody>");
        for (int i = 0; i < options.size(); i++) {
            page.raw("<tr>").element("th scope=\"row\"", options.get(i));
            page.element("td", tally.counts().get(i));
            for (List<Integer> team : tally.teams().values()) {
                page.element("td", team.get(i));
            }
            page.raw("</tr>");
        }
        page.raw("</tbody></table>");
    }

    private void newPoll(Html page) {
        c.open(page, "poll.new");
        c.form(page);
        c.input(page, "question", "poll.question", "", 200);
        List<String[]> kinds = new ArrayList<>();
        for (PollKind kind : PollKind.values()) {
            kinds.add(new String[] {wire(kind), m.text("poll.kind." + wire(kind))});
        }
        c.choice(page, "kind", "poll.kind", "single", kinds);
        page.raw("<br>");
        for (int i = 1; i <= OPTIONS_OFFERED; i++) {
            page.raw("<label>").text(m.text("poll.option", "n", i));
            page.raw(" <input name=\"o" + i + "\" maxlength=\"200\"></label><br>");
        }
        page.raw("<label><input type=\"checkbox\" name=\"anonymous\" value=\"1\" checked> ");
        page.text(m.text("poll.anonymous")).raw("</label><br>");
        page.raw("<label><input type=\"checkbox\" name=\"hidden\" value=\"1\"> ");
        page.text(m.text("poll.hidden")).raw("</label><br>");
        c.button(page, "poll.open", "poll.open");
        page.raw("</form>");
        c.close(page);
    }
}
