package palabre.http.live;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import palabre.codec.Unreadable;
import palabre.core.Code;
import palabre.core.Limit;
import palabre.core.PartId;
import palabre.live.Position;
import palabre.live.Wants;
import palabre.part.Profile;

/**
 * What a connection asks for: main, and other parts, and how far its reader has come in each.
 *
 * @param main empty for a start from nothing
 */
record Follows(Optional<Position> main, Map<PartId, Optional<Position>> parts, Wants wants) {
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9-]{1,35}");

    Follows {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /**
     * Reads {@code ?follow=note-1,captions&after=E:S&after.note-1=E:S}, or the id of the last event
     * in place of the positions: {@code E:S,note-1=E:S}.
     *
     * @throws Unreadable when a part's name or a position is of no such form, or there are too many
     */
    static Follows of(RoutingContext ctx) throws Unreadable {
        HttpServerRequest request = ctx.request();
        String id = Optional.ofNullable(request.getHeader("Last-Event-ID")).orElse("");
        Map<String, String> lastId = positions(id);
        Map<PartId, Optional<Position>> parts = new LinkedHashMap<>();
        for (String name : listed(request.getParam("follow"))) {
            PartId part = part(name);
            String after = lastId.getOrDefault(name, request.getParam("after." + name));
            parts.put(part, position(after));
        }
        parts.remove(PartId.MAIN);
        if (parts.size() > Limit.PARTS_FOLLOWED.most()) {
            throw new Unreadable(Code.TOO_MANY);
        }
        String after = lastId.getOrDefault(PartId.MAIN.value(), request.getParam("after"));
        return new Follows(position(after), parts, wants(request));
    }

    private static List<String> listed(@Nullable String names) {
        return names == null || names.isEmpty() ? List.of() : List.of(names.split(",", -1));
    }

    /** The part of this name. */
    static PartId part(String name) throws Unreadable {
        if (!PartId.isOne(name)) {
            throw new Unreadable(Code.BAD_FIELD);
        }
        return new PartId(name);
    }

    /** No text is no position. */
    static Optional<Position> position(@Nullable String text) throws Unreadable {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Position> position = Position.parse(text);
        if (position.isEmpty()) {
            throw new Unreadable(Code.BAD_RESUME);
        }
        return position;
    }

    /** By part; that of main has no name in front of it. */
    private static Map<String, String> positions(String id) throws Unreadable {
        Map<String, String> found = new HashMap<>();
        for (String one : listed(id)) {
            int named = one.indexOf('=');
            String part = named < 0 ? PartId.MAIN.value() : one.substring(0, named);
            position(one.substring(named + 1));
            found.put(part, one.substring(named + 1));
        }
        return found;
    }

    private static Wants wants(HttpServerRequest request) {
        String language =
                Optional.ofNullable(request.getParam("lang"))
                        .filter(l -> LANGUAGE.matcher(l).matches())
                        .orElse("");
        Profile profile =
                Optional.ofNullable(request.getParam("profile"))
                        .flatMap(Profile::of)
                        .orElse(Profile.FULL);
        return new Wants(language, profile);
    }

    /** The same, in main from elsewhere: what was folded there is not gone on with. */
    Follows mainFromElsewhere() {
        return new Follows(main.map(p -> new Position("", p.seq())), parts, wants);
    }
}
