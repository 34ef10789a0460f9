package palabre.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What the product's jar is made of, as its CycloneDX bill of materials says. */
class BillOfMaterialsTest {
    private static final String BILL = "META-INF/sbom/palabre.cdx.json";

    /** Licences that fit into a product under Apache-2.0; of several, one must. */
    private static final Set<String> FITTING =
            Set.of(
                    "Apache-2.0",
                    "MIT",
                    "BSD-2-Clause",
                    "BSD-3-Clause",
                    "EPL-1.0",
                    "EPL-2.0",
                    "CC0-1.0");

    private static JsonNode components() throws IOException {
        String jar = System.getenv().getOrDefault("PALABRE_JAR", "../server/target/palabre.jar");
        try (JarFile product = new JarFile(jar)) {
            ZipEntry bill = product.getEntry(BILL);
            assertThat(bill).as("%s in the jar", BILL).isNotNull();
            try (InputStream in = product.getInputStream(bill)) {
                return new ObjectMapper().readTree(in).path("components");
            }
        }
    }

    private static List<String> licences(JsonNode component) {
        List<String> names = new ArrayList<>();
        for (JsonNode entry : component.path("licenses")) {
            JsonNode licence = entry.path("license");
            names.add(licence.path("id").asText(licence.path("name").asText()));
        }
        return names;
    }

    @Test
    void everyLibraryInTheJarHasALicenceThatFits() throws IOException {
        JsonNode all = components();
        assertThat(all).hasSizeGreaterThan(20);
        for (JsonNode c : all) {
            assertThat(licences(c)).as(c.path("name").asText()).containsAnyElementsOf(FITTING);
        }
    }

    @Test
    void everyLibraryIsThereOnceWithItsVersionAndItsHash() throws IOException {
        Set<String> names = new TreeSet<>();
        for (JsonNode c : components()) {
            String name = c.path("group").asText() + ":" + c.path("name").asText();
            assertThat(names.add(name)).as(name + " is there once").isTrue();
            assertThat(c.path("version").asText()).as(name).isNotEmpty();
            assertThat(c.path("hashes")).as(name).isNotEmpty();
        }
        assertThat(names).contains("io.vertx:vertx-core", "org.xerial:sqlite-jdbc");
        assertThat(names).as("what only tests need").doesNotContain("org.assertj:assertj-core");
    }
}
