package palabre.http.text;

import java.util.Optional;
import palabre.http.lists.ListQuery;

/**
 * Where the pages of a list before and behind the one that is shown are.
 *
 * @param list its page of the room, as its address ends
 * @param page how many entries are on a page
 * @param found how many entries there are on all pages
 */
record TextPages(TextContext c, String list, ListQuery query, int page, int found) {
    Optional<String> earlier() {
        return query.after() > 0 ? Optional.of(at(query.after() - page)) : Optional.empty();
    }

    Optional<String> later() {
        int next = query.after() + page;
        return next < found ? Optional.of(at(next)) : Optional.empty();
    }

    private String at(int entry) {
        return "/r/"
                + c.room.charter().room()
                + "/text/"
                + list
                + "?"
                + query.from(entry).address()
                + (c.request.as().isEmpty() ? "" : "&as=" + c.request.as());
    }
}
