package palabre.http.lists;

import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import palabre.core.Texts;
import palabre.core.room.People;

/**
 * Which part of a list is asked for.
 *
 * @param search a part of the words by which an entry is found; empty for every entry
 * @param after how many entries come before
 */
public record ListQuery(String search, int after) {
    private static final int AFTER_DIGITS = 6;

    /** Empty when it is too long, or not a number. */
    public static Optional<ListQuery> of(RoutingContext ctx) {
        return read(ctx.request().getParam("q"), ctx.request().getParam("after"));
    }

    /** The same of a form that names the list from which it was sent. */
    public static Optional<ListQuery> ofForm(RoutingContext ctx) {
        return read(ctx.request().getFormAttribute("q"), ctx.request().getFormAttribute("after"));
    }

    private static Optional<ListQuery> read(@Nullable String q, @Nullable String from) {
        String search = Optional.ofNullable(q).orElse("");
        String after = Optional.ofNullable(from).orElse("0");
        boolean reads =
                Texts.isLine(search, People.SEARCH_MAX)
                        && after.matches("\\d{1," + AFTER_DIGITS + "}");
        return reads
                ? Optional.of(new ListQuery(search, Integer.parseInt(after)))
                : Optional.empty();
    }

    /** As it follows an address that has a question mark already. */
    public String address() {
        String words = URLEncoder.encode(search, StandardCharsets.UTF_8);
        return "after=" + after + (words.isEmpty() ? "" : "&q=" + words);
    }

    public ListQuery from(int entry) {
        return new ListQuery(search, Math.max(0, entry));
    }
}
