package palabre.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StructureTest {
    private static final int CYCLIC_CLASSES_MAX = 10;

    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(location -> !location.contains("/test-classes/"))
                    .importPackages("palabre");

    @Test
    void theCoreKnowsNothingOutside() {
        classes()
                .that()
                .resideInAPackage("palabre.core..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "org.jspecify..", "org.pcollections..", "palabre.core..")
                .check(PRODUCT);
    }

    @Test
    void theCoreReadsNoClockAndNoRandomness() {
        noClasses()
                .that()
                .resideInAPackage("palabre.core..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "java.time..")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .check(PRODUCT);
    }

    /** Whoever measures does it by the steady clock; a calendar goes by the {@code Ticker}. */
    @Test
    void onlyTheTickerAndTheCommandLineReadTheWallClock() {
        noClasses()
                .that()
                .resideOutsideOfPackages("palabre.cli..", "palabre.writer..")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .check(PRODUCT);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("palabre.(**)").should().beFreeOfCycles().check(PRODUCT);
    }

    /** There are some still. Whoever undoes one lowers the number: it never rises. */
    @Test
    void cyclesOfClassesBecomeFewer() {
        List<NavigableSet<String>> cycles = ClassCycles.of(PRODUCT);
        assertThat(cycles.stream().mapToInt(NavigableSet::size).sum())
                .as("classes in cycles: %s", cycles)
                .isLessThanOrEqualTo(CYCLIC_CLASSES_MAX);
        assertThat(cycles.stream().filter(c -> c.first().startsWith("palabre.http")))
                .as("cycles in palabre.http")
                .isEmpty();
        assertThat(
                        cycles.stream()
                                .filter(c -> c.first().startsWith("palabre.core"))
                                .filter(c -> !c.first().startsWith("palabre.core.note")))
                .as("cycles in palabre.core but its notes")
                .isEmpty();
    }

    /**
     * What switches over commands or events, or says who sees them, names each: a new one does not
     * compile until it is handled.
     */
    @Test
    void noDeciderFoldOrRuleOfVisibilityHasADefault() {
        List<String> closed =
                sources(Path.of("src/main/java/palabre/core"))
                        .filter(f ->
                                f.getFileName()
                                        .toString()
                                        .matches(
                                                ".*(Decider|Visibility|Facts|Act|Timekeeper|Room|Floor|Meeting|Doors|Session)\\.java"))
                        .filter(f -> text(f).contains("default ->"))
                        .map(f -> f.getFileName().toString())
                        .toList();
        assertThat(closed).isEmpty();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A feature knows of the room what {@code Around} says, and never the room itself. */
    @Test
    void noFeatureKnowsTheRoom() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "palabre.core.seats..",
                        "palabre.core.policy..",
                        "palabre.core.floor..",
                        "palabre.core.order..",
                        "palabre.core.agenda..",
                        "palabre.core.results..",
                        "palabre.core.polls..",
                        "palabre.core.questions..",
                        "palabre.core.contacts..",
                        "palabre.core.entry..",
                        "palabre.core.lobby..",
                        "palabre.core.recording..",
                        "palabre.core.publicview..",
                        "palabre.core.breakouts..",
                        "palabre.core.coordination..",
                        "palabre.core.note..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("palabre.core.room..")
                .check(PRODUCT);
    }

    @Test
    void theLogKnowsNoTransport() {
        noClasses()
                .that()
                .resideInAnyPackage("palabre.log..", "palabre.writer..", "palabre.codec..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx.ext..", "palabre.http..", "palabre.live..")
                .check(PRODUCT);
    }

    @Test
    void roomsAreSmall() {
        List<Integer> lengths =
                Stream.of("src/main/java", "../web-client/src", "../load-tests/src/main/java")
                        .map(Path::of)
                        .flatMap(StructureTest::sources)
                        .map(StructureTest::lines)
                        .sorted()
                        .toList();
        assertThat(lengths).hasSizeGreaterThan(100);
        assertThat(lengths.get((lengths.size() - 1) / 2)).as("median").isLessThanOrEqualTo(80);
        assertThat(lengths.get(lengths.size() * 9 / 10)).as("90 %").isLessThanOrEqualTo(250);
        assertThat(lengths.getLast()).as("longest").isLessThanOrEqualTo(400);
    }

    private static Stream<Path> sources(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files
                    .filter(f -> f.toString().endsWith(".java") || f.toString().endsWith(".ts"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return (int) lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
