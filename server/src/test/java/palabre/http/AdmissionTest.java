package palabre.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import palabre.access.Needs;
import palabre.core.Code;
import palabre.testing.Browserless;
import palabre.testing.StreamCarrier;
import palabre.text.Messages;

/**
 * Every address its admission: who gets what, whichever way they come. The routes are those of the
 * router; one that has no line here fails.
 */
class AdmissionTest extends AdmissionCases {
    /** Every address of the server, and what is needed there. */
    private static final String ADDRESSES =
            """
            GET    /r/:room                                     app         ENTER
            GET    /r/:room/text                                text        ENTER
            POST   /r/:room/text                                text        ENTER
            GET    /api/rooms/:room/live                        api         ENTER
            GET    /api/rooms/:room/commands                    api         ENTER
            POST   /api/rooms/:room/commands                    api         ENTER
            POST   /r/:room/agree                               text        ENTER
            POST   /api/rooms/:room/agree                       api         ENTER
            GET    /api/rooms/:room/figures                     api         ENTER
            GET    /api/rooms/:room/log                         api         ENTER
            GET    /api/rooms/:room/people                      api         ENTER
            GET    /r/:room/text/people                         text        ENTER
            GET    /r/:room/text/lobby                          text        ENTER
            GET    /r/:room/text/questions                      text        ENTER
            GET    /r/:room/screen                              screen      SEE_SCREEN
            GET    /r/:room/visit                               visit       SEE_DOOR
            POST   /r/:room/visit                               visit       JOIN
            GET    /r/:room/pack                                results     READ_RESULTS
            GET    /r/:room/pack.md                             results     READ_RESULTS
            GET    /r/:room/pack.docx                           results     READ_RESULTS
            GET    /r/:room/statistics                          results     READ_RESULTS
            GET    /r/:room/statistics.csv                      results     READ_RESULTS
            GET    /r/:room/polls.csv                           results     READ_RESULTS
            GET    /r/:room/evaluation                          evaluate    EVALUATE
            POST   /r/:room/evaluation                          evaluate    EVALUATE
            GET    /j/:token                                    j-door      SEE_DOOR
            POST   /j/:token                                    j-door      JOIN
            GET    /j/:token/invitation.txt                     j-door      SEE_DOOR
            GET    /j/:token/invitation.ics                     j-door      SEE_DOOR
            GET    /j/:token/pack                               j-results   READ_RESULTS
            GET    /j/:token/pack.md                            j-results   READ_RESULTS
            GET    /j/:token/pack.docx                          j-results   READ_RESULTS
            GET    /j/:token/statistics                         j-results   READ_RESULTS
            GET    /j/:token/statistics.csv                     j-results   READ_RESULTS
            GET    /j/:token/polls.csv                          j-results   READ_RESULTS
            GET    /j/:token/evaluation                         j-evaluate  EVALUATE
            POST   /j/:token/evaluation                         j-evaluate  EVALUATE
            GET    /o/:token                                    desk        ORGANISE
            POST   /o/:token                                    desk        ORGANISE
            GET    /o/:token/:session                           session     ORGANISE
            POST   /o/:token/:session                           session     ORGANISE
            GET    /o/:token/:session/pack                      session     ORGANISE
            GET    /o/:token/:session/pack.md                   session     ORGANISE
            GET    /o/:token/:session/pack.docx                 session     ORGANISE
            GET    /o/:token/:session/statistics                session     ORGANISE
            GET    /o/:token/:session/statistics.csv            session     ORGANISE
            GET    /o/:token/:session/polls.csv                 session     ORGANISE
            GET    /o/:token/:session/evaluations.csv           session     ORGANISE
            GET    /o/:token/:session/file.yaml                 session     ORGANISE
            GET    /o/:token/:session/audit                     session     ORGANISE
            GET    /o/:token/organisers                         host        HOST
            POST   /o/:token/organisers                         host        HOST
            GET    /o/:token/trail                              host        HOST
            GET    /api/sessions                                api-desk    ORGANISE
            POST   /api/sessions                                api-desk    ORGANISE
            GET    /api/sessions/:session                       api-session ORGANISE
            DELETE /api/sessions/:session                       api-session ORGANISE
            GET    /api/sessions/:session/file                  api-session ORGANISE
            POST   /api/sessions/:session/people                api-session ORGANISE
            PUT    /api/sessions/:session/plan                  api-session ORGANISE
            POST   /api/sessions/:session/links                 api-session ORGANISE
            POST   /api/sessions/:session/rooms                 api-session ORGANISE
            POST   /api/sessions/:session/links/:link/reissue   api-session ORGANISE
            POST   /api/sessions/:session/links/:link/close     api-session ORGANISE
            POST   /api/sessions/:session/links/:link/open      api-session ORGANISE
            DELETE /api/sessions/:session/links/:link           api-session ORGANISE
            PUT    /api/sessions/:session/exchange              api-session ORGANISE
            PUT    /api/sessions/:session/course                api-session ORGANISE
            GET    /api/sessions/:session/audit                 api-session ORGANISE
            GET    /api/sessions/:session/pack.md               api-session ORGANISE
            GET    /api/sessions/:session/pack.docx             api-session ORGANISE
            GET    /api/sessions/:session/statistics.csv        api-session ORGANISE
            GET    /api/sessions/:session/polls.csv             api-session ORGANISE
            GET    /api/sessions/:session/evaluations.csv       api-session ORGANISE
            GET    /api/organisers                              api-host    HOST
            POST   /api/organisers                              api-host    HOST
            PUT    /api/organisers/:organiser                   api-host    HOST
            POST   /api/organisers/:organiser/reissue           api-host    HOST
            DELETE /api/organisers/:organiser                   api-host    HOST
            PUT    /api/sessions/:session/organiser             api-host    HOST
            GET    /                                            -           NOTHING
            GET    /c                                           -           NOTHING
            GET    /c/:code                                     -           NOTHING
            GET    /left                                        -           NOTHING
            GET    /assets/:file                                -           NOTHING
            GET    /api/openapi.json                            -           NOTHING
            GET    /health/live                                 -           NOTHING
            GET    /health/ready                                -           NOTHING
            GET    /metrics                                     -           NOTHING
            """;

    /**
     * What each gets: {@code yes}; {@code to-door}: is shown the door of an open room; {@code
     * moved}: is led to the room where they are; {@code waits}: the page of those who wait; else
     * the code. Who has both a token and a cookie has a line for each.
     */
    private static final String GUESTS =
            """
            who                         | app          text         api             screen       visit     results        evaluate        | j-door       j-results      j-evaluate
            stranger                    | NOT_FOUND    NOT_FOUND    NOT_FOUND       NOT_FOUND    NOT_FOUND NOT_FOUND      NOT_FOUND       | NOT_FOUND    NOT_FOUND      NOT_FOUND
            stranger, open room         | to-door      to-door      UNAUTHENTICATED yes          yes       to-door        UNAUTHENTICATED | NOT_FOUND    NOT_FOUND      NOT_FOUND
            stranger, open, over        | to-door      to-door      UNAUTHENTICATED yes          yes       yes            UNAUTHENTICATED | NOT_FOUND    NOT_FOUND      NOT_FOUND
            stranger, open, over, cut   | to-door      to-door      UNAUTHENTICATED yes          yes       to-door        UNAUTHENTICATED | NOT_FOUND    NOT_FOUND      NOT_FOUND
            stranger, open, over, delay | to-door      to-door      UNAUTHENTICATED yes          yes       to-door        UNAUTHENTICATED | NOT_FOUND    NOT_FOUND      NOT_FOUND
            guest of another room       | NOT_FOUND    NOT_FOUND    NOT_FOUND       NOT_FOUND    NOT_FOUND NOT_FOUND      NOT_FOUND       | yes          yes            yes
            invited, not come           | yes          yes          yes             yes          NOT_FOUND yes            yes             | yes          yes            yes
            observer, not come          | yes          yes          yes             yes          NOT_FOUND NOT_CLOSED_YET yes             | yes          NOT_CLOSED_YET yes
            by a shared link, not come  | yes          yes          yes             yes          NOT_FOUND NOT_SEATED     NOT_SEATED      | yes          NOT_SEATED     NOT_SEATED
            seated                      | yes          yes          yes             yes          NOT_FOUND yes            yes             | yes          yes            yes
            seated, token               | yes          yes          yes             yes          NOT_FOUND yes            yes             | yes          yes            yes
            seated by a shared link     | yes          yes          yes             yes          NOT_FOUND yes            yes             | yes          yes            yes
            in the lobby                | waits        waits        IN_LOBBY        IN_LOBBY     NOT_FOUND IN_LOBBY       IN_LOBBY        | yes          IN_LOBBY       IN_LOBBY
            removed                     | REMOVED      REMOVED      REMOVED         REMOVED      NOT_FOUND REMOVED        REMOVED         | REMOVED      REMOVED        REMOVED
            removed, token              | REMOVED      REMOVED      REMOVED         REMOVED      NOT_FOUND REMOVED        REMOVED         | REMOVED      REMOVED        REMOVED
            removed, open room, over    | REMOVED      REMOVED      REMOVED         yes          yes       yes            REMOVED         | REMOVED      REMOVED        REMOVED
            refused entry               | REMOVED      REMOVED      REMOVED         REMOVED      NOT_FOUND REMOVED        REMOVED         | REMOVED      REMOVED        REMOVED
            expired, never came         | LINK_EXPIRED LINK_EXPIRED LINK_EXPIRED    LINK_EXPIRED NOT_FOUND LINK_EXPIRED   LINK_EXPIRED    | LINK_EXPIRED LINK_EXPIRED   LINK_EXPIRED
            expired, came before        | yes          yes          yes             yes          NOT_FOUND yes            yes             | LINK_EXPIRED LINK_EXPIRED   LINK_EXPIRED
            expired, came before, token | LINK_EXPIRED LINK_EXPIRED LINK_EXPIRED    LINK_EXPIRED NOT_FOUND LINK_EXPIRED   LINK_EXPIRED    | LINK_EXPIRED LINK_EXPIRED   LINK_EXPIRED
            withdrawn                   | NOT_FOUND    NOT_FOUND    NOT_FOUND       NOT_FOUND    NOT_FOUND NOT_FOUND      NOT_FOUND       | LINK_REVOKED LINK_REVOKED   LINK_REVOKED
            withdrawn, token            | LINK_REVOKED LINK_REVOKED LINK_REVOKED    LINK_REVOKED NOT_FOUND LINK_REVOKED   LINK_REVOKED    | LINK_REVOKED LINK_REVOKED   LINK_REVOKED
            written anew                | NOT_FOUND    NOT_FOUND    NOT_FOUND       NOT_FOUND    NOT_FOUND NOT_FOUND      NOT_FOUND       | LINK_REVOKED LINK_REVOKED   LINK_REVOKED
            written anew, token         | LINK_REVOKED LINK_REVOKED LINK_REVOKED    LINK_REVOKED NOT_FOUND LINK_REVOKED   LINK_REVOKED    | LINK_REVOKED LINK_REVOKED   LINK_REVOKED
            observer                    | yes          yes          yes             yes          NOT_FOUND NOT_CLOSED_YET yes             | yes          NOT_CLOSED_YET yes
            observer, token             | yes          yes          yes             yes          NOT_FOUND NOT_CLOSED_YET yes             | yes          NOT_CLOSED_YET yes
            observer, over              | yes          yes          yes             yes          NOT_FOUND yes            yes             | yes          yes            yes
            observer, open room         | yes          yes          yes             yes          yes       NOT_CLOSED_YET yes             | yes          NOT_CLOSED_YET yes
            observer, cut               | waits        waits        PUBLIC_CUT      yes          yes       PUBLIC_CUT     PUBLIC_CUT      | yes          PUBLIC_CUT     PUBLIC_CUT
            observer, cut, token        | PUBLIC_CUT   PUBLIC_CUT   PUBLIC_CUT      yes          yes       PUBLIC_CUT     PUBLIC_CUT      | yes          PUBLIC_CUT     PUBLIC_CUT
            observer, over, cut         | waits        waits        PUBLIC_CUT      yes          yes       PUBLIC_CUT     PUBLIC_CUT      | yes          PUBLIC_CUT     PUBLIC_CUT
            observer, over, delay       | yes          yes          yes             yes          yes       NOT_CLOSED_YET yes             | yes          NOT_CLOSED_YET yes
            moved elsewhere             | moved        moved        MOVED           MOVED        NOT_FOUND MOVED          MOVED           | yes          yes            yes
            moved elsewhere, token      | MOVED        MOVED        MOVED           MOVED        NOT_FOUND MOVED          MOVED           | yes          yes            yes
            group has ended             | moved        moved        MOVED           MOVED        NOT_FOUND MOVED          MOVED           | NOT_FOUND    NOT_FOUND      NOT_FOUND
            session over                | yes          yes          yes             yes          NOT_FOUND yes            yes             | yes          yes            yes
            came when it was over       | yes          yes          yes             yes          NOT_FOUND yes            CAME_AFTER      | yes          yes            CAME_AFTER
            session over, token         | yes          yes          yes             yes          NOT_FOUND yes            yes             | yes          yes            yes
            session erased              | NOT_FOUND    NOT_FOUND    NOT_FOUND       NOT_FOUND    NOT_FOUND NOT_FOUND      NOT_FOUND       | NOT_FOUND    NOT_FOUND      NOT_FOUND
            session erased, token       | NOT_FOUND    NOT_FOUND    NOT_FOUND       NOT_FOUND    NOT_FOUND NOT_FOUND      NOT_FOUND       | NOT_FOUND    NOT_FOUND      NOT_FOUND
            """;

    private static final String ORGANISERS =
            """
            who                     | desk      session   host      | api-desk        api-session     api-host
            nobody                  | NOT_FOUND NOT_FOUND NOT_FOUND | UNAUTHENTICATED UNAUTHENTICATED UNAUTHENTICATED
            guest                   | NOT_FOUND NOT_FOUND NOT_FOUND | UNAUTHENTICATED UNAUTHENTICATED UNAUTHENTICATED
            organiser, withdrawn    | NOT_FOUND NOT_FOUND NOT_FOUND | UNAUTHENTICATED UNAUTHENTICATED UNAUTHENTICATED
            organiser, written anew | NOT_FOUND NOT_FOUND NOT_FOUND | UNAUTHENTICATED UNAUTHENTICATED UNAUTHENTICATED
            another organiser       | yes       NOT_FOUND NOT_FOUND | yes             NOT_FOUND       ROLE_MAY_NOT
            organiser               | yes       yes       NOT_FOUND | yes             yes             ROLE_MAY_NOT
            host                    | yes       yes       yes       | yes             yes             yes
            """;

    private record Address(HttpMethod method, String path, String group, Needs needs) {}

    private static List<Address> addresses() {
        return ADDRESSES
                .lines()
                .map(line -> line.split("\\s+"))
                .map(w -> new Address(HttpMethod.valueOf(w[0]), w[1], w[2], Needs.valueOf(w[3])))
                .toList();
    }

    @Test
    void everyAddressHasItsLine() {
        Set<String> declared = new TreeSet<>();
        for (Route route : server.server().addresses()) {
            String path = route.getName();
            if (path == null || route.getPath() == null) {
                continue;
            }
            Set<HttpMethod> methods = route.methods() == null ? Set.of() : route.methods();
            assertThat(methods).as(path).isNotEmpty();
            for (HttpMethod method : methods) {
                declared.add(method + " " + path + " " + route.getMetadata(Routes.NEEDS));
            }
        }
        Set<String> told = new TreeSet<>();
        addresses().forEach(a -> told.add(a.method() + " " + a.path() + " " + a.needs()));
        assertThat(declared).isEqualTo(told);
    }

    static Stream<String> guests() {
        return GUESTS.lines().skip(1);
    }

    static Stream<String> organisers() {
        return ORGANISERS.lines().skip(1);
    }

    private record Row(String who, List<String> cells) {
        static Row of(String line) {
            int bar = line.indexOf('|');
            String[] cells = line.substring(bar).replace("|", " ").strip().split("\\s+");
            return new Row(line.substring(0, bar).strip(), List.of(cells));
        }

        static List<String> columns(String table) {
            return of(table.lines().findFirst().orElseThrow()).cells();
        }
    }

    private interface Trial {
        String of(Address address);
    }

    /** What each group of addresses answers; the same at each of them, or all of it is told. */
    private static List<String> answers(List<String> columns, Trial trial) {
        Map<String, String> answers = new LinkedHashMap<>();
        columns.forEach(c -> answers.put(c, ""));
        List<Address> inOrder = new ArrayList<>(addresses());
        inOrder.sort(Comparator.comparingInt(AdmissionTest::lastsLonger));
        Map<String, Set<String>> given = new LinkedHashMap<>();
        for (Address a : inOrder) {
            if (columns.contains(a.group())) {
                given.computeIfAbsent(a.group(), _ -> new LinkedHashSet<>()).add(trial.of(a));
            }
        }
        given.forEach((column, all) -> answers.put(column, String.join("/", all)));
        return List.copyOf(answers.values());
    }

    /** What takes a seat is tried after all that does not; what erases, last. */
    private static int lastsLonger(Address a) {
        boolean takesTheSeat = a.needs() == Needs.ENTER || a.needs() == Needs.SEE_SCREEN;
        boolean erases = a.method().equals(HttpMethod.DELETE) && a.path().endsWith(":session");
        return erases ? 2 : takesTheSeat ? 1 : 0;
    }

    @ParameterizedTest
    @MethodSource("guests")
    void everybodyGetsWhatIsTheirsWhicheverWayTheyCome(String line) {
        Row row = Row.of(line);
        Guest guest = guest(row.who());
        assertThat(answers(Row.columns(GUESTS), a -> answer(guest, a))).isEqualTo(row.cells());
    }

    @ParameterizedTest
    @MethodSource("organisers")
    void organisersGetTheirOwnSessionsAndTheHostAll(String line) {
        Row row = Row.of(line);
        String token = organiserToken(row.who());
        assertThat(answers(Row.columns(ORGANISERS), a -> answer(token, a))).isEqualTo(row.cells());
    }

    private String answer(String token, Address a) {
        String path =
                a.path()
                        .replace(":token", token)
                        .replace(":session", id())
                        .replace(":link", "99")
                        .replace(":organiser", "99");
        boolean api = path.startsWith("/api/");
        return word(
                send(http, a.method(), path, api, api ? as(token) : new String[0]),
                "",
                a.needs() == Needs.HOST);
    }

    private static String answer(Guest guest, Address a) {
        String path = a.path().replace(":room", guest.room()).replace(":token", guest.token());
        boolean shows = guest.bearer() && !a.path().startsWith("/j/");
        HttpResponse<String> answer =
                send(
                        guest.browser(),
                        a.method(),
                        path,
                        a.group().equals("api"),
                        shows ? as(guest.token()) : new String[0]);
        String word = word(answer, guest.room(), false);
        boolean tells = a.needs() == Needs.READ_RESULTS || a.needs() == Needs.ENTER;
        if (!word.equals("yes") || !tells) {
            assertThat(answer.body()).as(a + " " + word).doesNotContain(PLANTED);
        }
        return word;
    }

    private static HttpResponse<String> send(
            Browserless by, HttpMethod method, String path, boolean json, String... headers) {
        return switch (method.name()) {
            case "GET" -> by.get(path, headers);
            case "DELETE" -> by.delete(path, headers);
            case "PUT" -> by.put(path, "{}", headers);
            default -> json ? by.postJson(path, "[]", headers) : by.form(path, Map.of(), headers);
        };
    }

    /** What was answered, in a word. */
    private static String word(HttpResponse<String> answer, String room, boolean hosts) {
        String body = answer.body();
        if (answer.statusCode() == 303) {
            String to = answer.headers().firstValue("Location").orElseThrow();
            return to.endsWith("/visit") ? "to-door" : to.contains(room) ? "yes" : "moved";
        }
        if (body.contains("id=\"waiting\"")) {
            return "waits";
        }
        boolean problem =
                answer.headers().firstValue("Content-Type").orElse("").contains("problem+json");
        String code = problem ? StreamCarrier.json(body).path("code").asText() : codeOf(answer);
        return ADMISSION.contains(code) || (hosts && code.equals("ROLE_MAY_NOT")) ? code : "yes";
    }

    /** The code that a page tells in words; empty: it tells none. */
    private static String codeOf(HttpResponse<String> page) {
        Messages m = Messages.of("en");
        if (!page.body().contains("<h1>" + m.text("nothing.title"))) {
            return "";
        }
        for (Code code : Code.values()) {
            String ended = "ended." + code;
            String key = m.all().containsKey(ended) ? ended : "code." + code;
            if (m.all().containsKey(key) && page.body().contains("<p>" + m.text(key) + "</p>")) {
                return code.name();
            }
        }
        assertThat(page.body()).contains(m.text("nothing.text"));
        return page.statusCode() == 401 ? "UNAUTHENTICATED" : "NOT_FOUND";
    }

    private static final List<String> ADMISSION =
            Stream.of(
                            Code.NOT_FOUND,
                            Code.UNAUTHENTICATED,
                            Code.REMOVED,
                            Code.LINK_EXPIRED,
                            Code.LINK_REVOKED,
                            Code.NOT_SEATED,
                            Code.CAME_AFTER,
                            Code.IN_LOBBY,
                            Code.PUBLIC_CUT,
                            Code.MOVED,
                            Code.NOT_CLOSED_YET,
                            Code.TOO_FAST)
                    .map(Code::name)
                    .toList();
}
