package palabre.text;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One language's catalogue. A key that is missing is a bug, and is shown as the key. */
public final class Messages {
    /** The languages there are, the first being the one for everybody else. */
    public static final List<String> LANGUAGES = List.of("en", "fr");

    private static final Map<String, Messages> ALL = loadAll();

    private final String language;
    private final Map<String, String> texts;

    private Messages(String language, Map<String, String> texts) {
        this.language = language;
        this.texts = texts;
    }

    public static Messages of(String language) {
        Messages found = ALL.get(language);
        return found == null ? Objects.requireNonNull(ALL.get(LANGUAGES.getFirst())) : found;
    }

    public String language() {
        return language;
    }

    /** The language's own name for itself. */
    public String languageName() {
        return text("language.name");
    }

    /** The text under a key; {@code {name}} in it stands for the value after that name. */
    public String text(String key, Object... namesAndValues) {
        String text = texts.getOrDefault(key, key);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            text = text.replace("{" + namesAndValues[i] + "}", namesAndValues[i + 1].toString());
        }
        return text;
    }

    public Map<String, String> all() {
        return texts;
    }

    private static Map<String, Messages> loadAll() {
        Map<String, Messages> all = new LinkedHashMap<>();
        ObjectMapper mapper = new ObjectMapper();
        for (String language : LANGUAGES) {
            try (InputStream in =
                    Messages.class.getResourceAsStream("/messages/" + language + ".json")) {
                Map<String, String> texts =
                        mapper.readValue(Objects.requireNonNull(in), new TypeReference<>() {});
                all.put(language, new Messages(language, Map.copyOf(texts)));
            } catch (IOException e) {
                throw new IllegalStateException("the catalogue of " + language, e);
            }
        }
        return all;
    }
}
