package palabre.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartIdTest {
    @Test
    void aPartSaysWhatKindItIs() {
        assertThat(new PartId("note-12").kind()).isEqualTo("note");
        assertThat(new PartId("captions").kind()).isEqualTo("captions");
        assertThat(new PartId("main").isMain()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "n",
                "note-",
                "note-0",
                "note-01",
                "note--1",
                "note-1234567",
                "Note-1",
                "note-1-2",
                "note 1",
                "note-1\n",
                "../main",
                "note_1",
                "notéa"
            })
    void whatIsOfNoSuchFormIsNoPart(String text) {
        assertThat(PartId.isOne(text)).isFalse();
        assertThatThrownBy(() -> new PartId(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
