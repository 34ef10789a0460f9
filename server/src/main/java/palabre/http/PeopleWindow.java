package palabre.http;

import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import palabre.core.room.Charter;
import palabre.core.session.Link;
import palabre.core.session.Session;
import palabre.text.Html;
import palabre.text.Messages;

/**
 * Which of a session's invitations the organiser's page shows: there may be twenty thousand, too
 * many for a page, for a slow link, and for the memory of a small machine.
 *
 * @param query words that are in a name, a team, a sector, a site or the title of a room
 * @param from how many of those that match come before the first that is shown
 */
record PeopleWindow(String query, int from) {
    static final int SHOWN_MAX = 200;

    static PeopleWindow of(RoutingContext ctx) {
        String from = Optional.ofNullable(ctx.request().getParam("from")).orElse("0");
        return new PeopleWindow(
                Optional.ofNullable(ctx.request().getParam("q")).orElse("").strip(),
                from.matches("\\d{1,6}") ? Integer.parseInt(from) : 0);
    }

    private List<Link> found(Session session) {
        List<String> words =
                Stream.of(query.toLowerCase(Locale.ROOT).split("\\s+")).distinct().toList();
        return session.links().values().stream()
                .filter(l -> words.stream().allMatch(words(session, l)::contains))
                .toList();
    }

    private static String words(Session session, Link link) {
        return String.join(
                        "\n",
                        link.person().name(),
                        link.person().team(),
                        link.person().sector(),
                        link.person().site(),
                        session.room(link.room()).map(Charter::title).orElse(""))
                .toLowerCase(Locale.ROOT);
    }

    /** Writes the way to the others, if there are any, and returns those to show. */
    List<Link> write(Html page, Messages m, Session session, String address) {
        List<Link> found = found(session);
        if (session.links().size() > SHOWN_MAX) {
            page.raw("<form method=\"get\" action=\"").text(address + "#people");
            page.raw("\"><p><label>").text(m.text("organiser.search"));
            page.raw(" <input name=\"q\" maxlength=\"200\" value=\"").text(query);
            page.raw("\"></label> <button>").text(m.text("organiser.find"));
            page.raw("</button></p></form><p>");
            for (int i = 0; i < found.size(); i += SHOWN_MAX) {
                String range = (i + 1) + "–" + Math.min(i + SHOWN_MAX, found.size());
                String q = URLEncoder.encode(query, StandardCharsets.UTF_8);
                page.raw("<a href=\"").text(address + "?q=" + q + "&from=" + i + "#people");
                page.raw(i == from ? "\" aria-current=\"page\">" : "\">").text(range);
                page.raw("</a> ");
            }
            page.raw("</p>");
        }
        return found.stream().skip(from).limit(SHOWN_MAX).toList();
    }
}
