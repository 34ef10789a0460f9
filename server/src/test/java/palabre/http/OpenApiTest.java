package palabre.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.Role;
import palabre.testing.ServedTest;
import palabre.testing.StreamCarrier;
import palabre.testing.TestServer;

/**
 * The document at {@code /api/openapi.json} says which addresses there are, and what they answer.
 */
class OpenApiTest extends ServedTest {
    private static final Pattern NONCE = Pattern.compile("name=\"form\" value=\"(\\w+)\"");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

    private JsonNode document() {
        return StreamCarrier.json(http.get("/api/openapi.json").body());
    }

    @Test
    void everyAddressIsDescribedAndNoOther() {
        Set<String> routed = new TreeSet<>();
        for (Route route : server.server().addresses()) {
            String path = route.getPath() == null ? null : route.getName();
            Set<HttpMethod> methods = route.methods() == null ? Set.of() : route.methods();
            if (path != null) {
                methods.forEach(m -> routed.add(m + " " + path.replaceAll(":(\\w+)", "{$1}")));
            }
        }
        Set<String> described = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : document().path("paths").properties()) {
            path.getValue()
                    .fieldNames()
                    .forEachRemaining(m -> {
                        if (METHODS.contains(m)) {
                            described.add(m.toUpperCase(Locale.ROOT) + " " + path.getKey());
                        }
                    });
        }
        assertThat(described).isEqualTo(routed);
    }

    @Test
    void everyPlaceInAnAddressIsAParameter() {
        for (Map.Entry<String, JsonNode> path : document().path("paths").properties()) {
            Set<String> places = new TreeSet<>();
            Pattern.compile("\\{(\\w+)}")
                    .matcher(path.getKey())
                    .results()
                    .forEach(m -> places.add(m.group(1)));
            Set<String> parameters = new TreeSet<>();
            for (JsonNode p : path.getValue().path("parameters")) {
                if (p.path("in").asText().equals("path")) {
                    parameters.add(p.path("name").asText());
                }
            }
            assertThat(parameters).as(path.getKey()).isEqualTo(places);
        }
    }

    @Test
    void aListOfSessionsHasTheFieldsThatAreToldAndNoOther() {
        JsonNode told = document().at("/components/schemas/SessionEntry/properties");
        Set<String> fields = names(told);
        fields.remove("damaged");
        fields.remove("organiser");
        JsonNode list = StreamCarrier.json(http.get("/api/sessions", organiser()).body());
        assertThat(list).isNotEmpty();
        for (JsonNode entry : list) {
            assertThat(names(entry)).isEqualTo(fields);
            for (JsonNode room : entry.path("rooms")) {
                assertThat(names(room)).isEqualTo(names(told.at("/rooms/items/properties")));
            }
        }
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void everyCodeIsNamed() {
        List<String> named =
                document()
                        .at("/components/schemas/Problem/properties/code/enum")
                        .valueStream()
                        .map(JsonNode::asText)
                        .toList();
        assertThat(named)
                .containsExactlyElementsOf(Arrays.stream(Code.values()).map(Code::name).toList());
    }

    @Test
    void theCookieHasTheNameThatIsTold() {
        String name = document().at("/components/securitySchemes/cookie/name").asText();
        assertThat(name).isEqualTo("p{first 8 characters of the room's id}");
        String door = "/j/" + server.token(TestServer.PLENARY, Role.PARTICIPANT);
        String nonce =
                NONCE.matcher(http.get(door).body())
                        .results()
                        .map(m -> m.group(1))
                        .findFirst()
                        .orElseThrow();
        HttpResponse<String> joined =
                http.form(door, Map.of("name", "Ana", "form", nonce, "rules", "on"));
        String expected = "p" + server.room(TestServer.PLENARY).substring(0, 8) + "=";
        assertThat(joined.headers().allValues("Set-Cookie")).anyMatch(c -> c.startsWith(expected));
    }
}
