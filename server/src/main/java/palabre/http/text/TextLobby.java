package palabre.http.text;

import gg.jte.html.HtmlTemplateOutput;
import java.util.List;
import java.util.Map;
import palabre.core.SeatId;
import palabre.core.room.People;
import palabre.core.seats.Person;
import palabre.http.lists.ListQuery;
import palabre.page.Page;

/**
 * All who wait in the lobby, as a page of its own: found by name or team, let in or sent away. Who
 * does not see the lobby finds nobody.
 *
 * @param found those whom the search found, in the order of coming
 */
record TextLobby(TextContext c, ListQuery query, List<Map.Entry<SeatId, Person>> found)
        implements Page {
    /** So many are on the room's own page; whoever else waits is found here. */
    static final int SHOWN = 20;

    /** So many are on a page of the list. */
    private static final int PAGE = 50;

    static TextLobby of(TextContext c, ListQuery query) {
        String wanted = People.plain(query.search().strip());
        return new TextLobby(
                c,
                query,
                c.room.doors().waiting().entrySet().stream()
                        .filter(w ->
                                People.plain(w.getValue().name() + "\n" + w.getValue().team())
                                        .contains(wanted))
                        .toList());
    }

    @Override
    public void write(HtmlTemplateOutput out) {
        JtetextLobbyGenerated.render(out, null, this);
    }

    List<Map.Entry<SeatId, Person>> shown() {
        return found.stream().skip(query.after()).limit(PAGE).toList();
    }

    /** How many wait, whatever is looked for. */
    int waiting() {
        return c.room.doors().waiting().size();
    }

    boolean acts() {
        return c.presides() && c.view.room().rules().heldBy(c.request.seat());
    }

    static String words(Person person) {
        return person.team().isEmpty() ? person.name() : person.name() + " (" + person.team() + ")";
    }

    TextPages pages() {
        return new TextPages(c, "lobby", query, PAGE, found.size());
    }
}
