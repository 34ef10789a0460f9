package palabre.http.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import palabre.codec.Json;

class TextFormsTest {
    private static String command(String act, Map<String, String> fields) {
        TextForms forms =
                new TextForms(name -> Optional.ofNullable(fields.get(name)), start -> List.of());
        return Json.write(forms.command(act));
    }

    @Test
    void aPlannedItemBringsItsMinutesAndItsRules() {
        assertThat(
                        command(
                                "item.start",
                                Map.of(
                                        "title", "A", "minutes", "50", "order", "tour", "turn",
                                        "60")))
                .isEqualTo(
                        "{\"do\":\"item.start\",\"title\":\"A\",\"seconds\":3000,"
                                + "\"policy\":{\"order\":\"tour\",\"turn\":{\"speech\":60}}}");
        assertThat(command("item.start", Map.of("title", "A")))
                .isEqualTo("{\"do\":\"item.start\",\"title\":\"A\"}");
    }

    @Test
    void aButtonNamesWhatItIsAbout() {
        assertThat(command("floor.move 5 3", Map.of()))
                .isEqualTo("{\"do\":\"floor.move\",\"request\":5,\"behind\":3}");
        assertThat(command("rules.accept 2", Map.of()))
                .isEqualTo("{\"do\":\"rules.accept\",\"version\":2}");
        assertThat(command("floor.next 0", Map.of()))
                .isEqualTo("{\"do\":\"floor.next\",\"holder\":0}");
    }
}
