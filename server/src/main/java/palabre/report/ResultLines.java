package palabre.report;

import java.util.Locale;
import palabre.core.results.NextMeeting;
import palabre.core.results.Result;
import palabre.core.results.ResultKind;
import palabre.text.Messages;

/** How results are written in lines of text. */
public final class ResultLines {
    private ResultLines() {}

    /** Under which heading a kind of results stands. */
    static String kind(ResultKind kind) {
        return "result." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
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
}
