package palabre.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import palabre.core.coordination.CoordinationCommand;
import palabre.core.note.NoteCommand;
import palabre.core.note.NoteEvent;
import palabre.core.room.RoomCommand;
import palabre.core.room.RoomEvent;
import palabre.core.session.OrganiserCommand;
import palabre.core.session.OrganiserEvent;
import palabre.core.session.SessionCommand;
import palabre.core.session.SessionEvent;
import palabre.testing.Samples;

/**
 * Every command of the core stands in a sentence that says what follows from it, and in one that
 * says with what it is refused; every event is given or follows in one. All sentences are run here
 * once more, so that what is found depends on no order: a sentence counts when it was true.
 */
class EverySentenceTest {
    /** An organiser, or the server, asks these of a session; they change something or nothing. */
    private static final Set<Class<?>> NEVER_REFUSED =
            Set.of(
                    SessionCommand.CreateSession.class,
                    SessionCommand.Entrust.class,
                    SessionCommand.Retitle.class,
                    SessionCommand.ChangePlan.class,
                    SessionCommand.NoteFollowed.class,
                    SessionCommand.SwitchMode.class,
                    SessionCommand.Close.class,
                    SessionCommand.Archive.class,
                    SessionCommand.SetRetention.class);

    /** What a class file has in it when its sentences are noted: a refusal, an act twice. */
    private static final List<String> NOTES =
            List.of("thenRefused", "thenNothing", "palabre/core/Sentences");

    @BeforeAll
    static void runAllSentences() throws Exception {
        Path root =
                Path.of(
                        EverySentenceTest.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        Set<String> run = new TreeSet<>();
        for (Class<?> test : tests(root)) {
            for (Method method : test.getDeclaredMethods()) {
                if (method.isAnnotationPresent(Test.class)) {
                    run(method);
                    run.add(test.getName() + "." + method.getName());
                }
            }
        }
        assertThat(run).as("sentences").hasSizeGreaterThan(100);
    }

    /** The classes with sentences in them, read from the class files. */
    private static List<Class<?>> tests(Path root) throws IOException, ClassNotFoundException {
        List<Class<?>> tests = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root.resolve("palabre/core"))) {
            for (Path file : files.filter(f -> f.toString().endsWith("Test.class")).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (NOTES.stream().anyMatch(bytes::contains)) {
                    String name = root.relativize(file).toString();
                    String of = name.substring(0, name.length() - ".class".length());
                    tests.add(Class.forName(of.replace(file.getFileSystem().getSeparator(), ".")));
                }
            }
        }
        tests.remove(EverySentenceTest.class);
        return tests;
    }

    private static void run(Method sentence) throws ReflectiveOperationException {
        Constructor<?> made = sentence.getDeclaringClass().getDeclaredConstructor();
        made.setAccessible(true);
        sentence.setAccessible(true);
        try {
            sentence.invoke(made.newInstance());
        } catch (InvocationTargetException e) {
            throw new AssertionError("not true: " + sentence, e.getCause());
        }
    }

    private static Set<Class<?>> all(Class<?>... kinds) {
        Set<Class<?>> all = new HashSet<>();
        List.of(kinds).forEach(kind -> all.addAll(Samples.records(kind)));
        return all;
    }

    /** Names, so that a failure says which sentence is to be written. */
    private static Set<String> missing(Set<Class<?>> all, Set<Class<?>> found) {
        Set<String> missing = new TreeSet<>();
        all.stream()
                .filter(each -> !found.contains(each))
                .map(each -> each.getDeclaringClass().getSimpleName() + "." + each.getSimpleName())
                .forEach(missing::add);
        return missing;
    }

    private static Set<Class<?>> commands() {
        return all(
                RoomCommand.class, SessionCommand.class, OrganiserCommand.class, NoteCommand.class);
    }

    @Test
    void ofEveryCommandASentenceSaysWhatFollows() {
        Set<Class<?>> decided = commands();
        decided.removeAll(
                all(CoordinationCommand.class)); // the session decides on these, by its own
        assertThat(missing(decided, Sentences.accepted())).isEmpty();
    }

    @Test
    void ofEveryCommandASentenceSaysWithWhatItIsRefused() {
        Set<Class<?>> refused = commands();
        refused.removeAll(NEVER_REFUSED);
        assertThat(missing(refused, Sentences.refused())).isEmpty();
    }

    @Test
    void everyEventStandsInASentence() {
        Set<Class<?>> events =
                all(RoomEvent.class, SessionEvent.class, OrganiserEvent.class, NoteEvent.class);
        assertThat(missing(events, Sentences.happened())).isEmpty();
    }
}
