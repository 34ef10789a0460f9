package palabre.http.screen;

import gg.jte.html.HtmlTemplateOutput;
import java.util.List;
import java.util.Optional;
import palabre.page.Page;
import palabre.text.Messages;

/**
 * The big screen of a venue: who speaks, the clock, who comes next, how to join.
 *
 * @param script the address of what makes the page change at once
 * @param shown empty on a closed room's screen until the chair puts the room on it
 */
record ScreenPage(Messages m, String title, String script, Optional<Shown> shown) implements Page {
    /**
     * @param item the agenda's, and how late the meeting is; each may be empty
     * @param interrupted whose turn goes on afterwards; may be empty
     * @param next who comes next and why, the first three
     * @param behind how many wait behind them
     * @param way how one joins; only into an open room
     */
    record Shown(
            boolean open,
            boolean onRecord,
            String item,
            String late,
            boolean paused,
            Optional<Speaker> speaker,
            String interrupted,
            List<String> next,
            int behind,
            boolean listOpen,
            Optional<Way> way) {}

    /**
     * @param stands for whom they speak, and from where
     * @param pauses why the clock stands
     */
    record Speaker(String name, String stands, Clock clock, List<String> pauses, String topic) {}

    /**
     * A time with the words around it.
     *
     * @param eachMs what a second adds; 0 while it stands
     */
    record Clock(String before, long ms, long eachMs, String after) {}

    /**
     * @param host the server's address, shortened for reading
     * @param word the room's code
     */
    record Way(QrCode code, String address, String host, String word) {}

    @Override
    public void write(HtmlTemplateOutput out) {
        JtescreenPageGenerated.render(out, null, this);
    }
}
