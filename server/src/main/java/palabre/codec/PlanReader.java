package palabre.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import palabre.core.Code;
import palabre.core.Limit;
import palabre.core.Texts;
import palabre.core.policy.OrderRule;
import palabre.core.session.AgendaPlan;
import palabre.core.session.Modality;
import palabre.core.session.Plan;
import palabre.core.session.Schedule;
import palabre.core.session.TeamPlan;
import palabre.core.session.Term;

/** Reads a plan that somebody wrote, and tells all that is wrong in it. */
final class PlanReader {
    static final Set<String> FIELDS =
            Set.of(
                    "results",
                    "modality",
                    "place",
                    "sound",
                    "start",
                    "zone",
                    "minutes",
                    "languages",
                    "agenda",
                    "teams",
                    "rules",
                    "glossary",
                    "notes");

    private static final Pattern LANGUAGE =
            Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");
    private static final AgendaPlan NO_ITEM =
            new AgendaPlan("?", 0, "", Optional.empty(), 0, List.of());
    private static final TeamPlan NO_TEAM = new TeamPlan("?", "");
    private static final Term NO_TERM = new Term("?", "", "?");

    private final Faults faults;
    private final OptionalLong begins;

    PlanReader(Faults faults) {
        this(faults, OptionalLong.empty());
    }

    /**
     * @param begins the moment of the start, if it was settled before
     */
    PlanReader(Faults faults, OptionalLong begins) {
        this.faults = faults;
        this.begins = begins;
    }

    /**
     * @param node whose fields may hold others too
     */
    Plan read(ObjectNode node) {
        ObjectNode mine = Json.object();
        node.properties().stream()
                .filter(f -> FIELDS.contains(f.getKey()))
                .forEach(f -> mine.set(f.getKey(), f.getValue()));
        return faults.at("", Optional.<Fields>empty(), () -> Optional.of(Fields.of(mine, FIELDS)))
                .map(this::plan)
                .orElse(Plan.NONE);
    }

    private Plan plan(Fields f) {
        return new Plan(
                faults.at("results", "", () -> f.paragraphs("results", Plan.TEXT_MAX)),
                faults.at(
                        "modality",
                        Modality.HYBRID,
                        () -> f.word("modality", Modality::fromWire).orElse(Modality.HYBRID)),
                faults.at("place", "", () -> f.text("place", Texts.LINE_MAX).orElse("")),
                faults.at("sound", "", () -> f.text("sound", Texts.LINE_MAX).orElse("")),
                faults.at("start", Optional.empty(), () -> schedule(f)),
                list(f, "languages", "?", n -> language(n.asText("?"))),
                list(f, "agenda", NO_ITEM, PlanReader::item),
                teams(f),
                faults.at("rules", "", () -> f.paragraphs("rules", Plan.TEXT_MAX)),
                list(f, "glossary", NO_TERM, PlanReader::term),
                faults.at("notes", "", () -> f.paragraphs("notes", Plan.TEXT_MAX)));
    }

    interface Item<T> {
        T read(JsonNode node) throws Unreadable;
    }

    /** Each element by itself: one that is wrong does not hide the next. */
    <T> List<T> list(Fields f, String field, T otherwise, Item<T> item) {
        Optional<List<JsonNode>> given =
                faults.at(field, Optional.empty(), () -> f.list(field, Limit.PLAN_ENTRIES.most()));
        List<T> all = new ArrayList<>();
        int i = 0;
        for (JsonNode node : given.orElse(List.of())) {
            all.add(faults.at(field + "[" + i++ + "]", otherwise, () -> item.read(node)));
        }
        return all;
    }

    private List<TeamPlan> teams(Fields f) {
        List<TeamPlan> teams = list(f, "teams", NO_TEAM, PlanReader::team);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < teams.size(); i++) {
            if (!names.add(teams.get(i).name()) && !teams.get(i).equals(NO_TEAM)) {
                faults.add("teams[" + i + "]", Code.DUPLICATE);
            }
        }
        return teams;
    }

    private Optional<Schedule> schedule(Fields f) throws Unreadable {
        Optional<String> start = f.text("start", 30);
        if (start.isEmpty()) {
            return Optional.empty();
        }
        String time = start.get().replace(' ', 'T');
        String zone = f.name("zone");
        long at = begins.isPresent() ? begins.getAsLong() : moment(time, zone);
        int minutes = f.number("minutes", 1, Schedule.MINUTES_MAX).orElse(90L).intValue();
        return Optional.of(new Schedule(time, zone, minutes, at));
    }

    /**
     * A time that the clocks show twice is the first; one that they skip is none. A zone is known
     * by its name alone: an offset would be wrong after the next change of the clocks.
     */
    static long moment(String start, String zone) throws Unreadable {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw new Unreadable(Code.UNKNOWN_ZONE);
        }
        try {
            LocalDateTime time = LocalDateTime.parse(start);
            ZoneId place = ZoneId.of(zone);
            if (place.getRules().getValidOffsets(time).isEmpty()) {
                throw new Unreadable(Code.BAD_TIME);
            }
            return ZonedDateTime.of(time, place).withEarlierOffsetAtOverlap().toEpochSecond()
                    * 1_000;
        } catch (DateTimeException e) {
            throw new Unreadable(Code.BAD_FIELD);
        }
    }

    static String language(String tag) throws Unreadable {
        if (!tag.isEmpty() && !LANGUAGE.matcher(tag).matches()) {
            throw new Unreadable(Code.BAD_FIELD);
        }
        return tag;
    }

    private static AgendaPlan item(JsonNode node) throws Unreadable {
        Fields f = Fields.of(node, Set.of("title", "minutes", "lead", "order", "turn", "links"));
        List<String> links = new ArrayList<>();
        for (JsonNode link : f.list("links", 20).orElse(List.of())) {
            links.add(address(link.asText()));
        }
        return new AgendaPlan(
                f.title("title"),
                f.number("minutes", 0, Schedule.MINUTES_MAX).orElse(0L).intValue(),
                f.text("lead", Texts.NAME_MAX).orElse(""),
                f.word("order", OrderRule::fromWire),
                f.number("turn", 0, 86_400).orElse(0L).intValue(),
                links);
    }

    private static String address(String text) throws Unreadable {
        try {
            URI uri = URI.create(text);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null && Texts.isLine(text, Texts.LINE_MAX * 5)) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            throw new Unreadable(Code.BAD_ADDRESS);
        }
        throw new Unreadable(Code.BAD_ADDRESS);
    }

    private static TeamPlan team(JsonNode node) throws Unreadable {
        Fields f = Fields.of(node, Set.of("name", "side"));
        return new TeamPlan(f.name("name"), f.text("side", Texts.NAME_MAX).orElse(""));
    }

    private static Term term(JsonNode node) throws Unreadable {
        Fields f = Fields.of(node, Set.of("term", "language", "means"));
        return new Term(
                f.name("term"),
                language(f.text("language", Texts.NAME_MAX).orElse("")),
                f.paragraphs("means", Texts.LINE_MAX * 5));
    }
}
