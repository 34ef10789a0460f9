package palabre.http.organiser;

import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import palabre.core.room.Charter;
import palabre.core.session.Link;
import palabre.core.session.Session;

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

    List<Link> shown(Session session) {
        return found(session).stream().skip(from).limit(SHOWN_MAX).toList();
    }

    /**
     * One of the parts of the list.
     *
     * @param query what follows the page's address
     * @param range from which to which
     */
    record Part(String query, String range, boolean shown) {}

    /** All parts of what was found. */
    List<Part> parts(Session session) {
        int found = found(session).size();
        String q = URLEncoder.encode(query, StandardCharsets.UTF_8);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < found; i += SHOWN_MAX) {
            String range = (i + 1) + "–" + Math.min(i + SHOWN_MAX, found);
            parts.add(new Part("?q=" + q + "&from=" + i, range, i == from));
        }
        return parts;
    }
}
