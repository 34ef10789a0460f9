package palabre.core.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.Sentences;

/** Sentences about notes: given what has happened, when this is asked, then that follows. */
final class NoteScript {
    static final Writer CHAIR = new Writer(new SeatId("1"), "Chair", Role.MODERATOR);
    static final Writer ANA = new Writer(new SeatId("2"), "Ana", Role.PARTICIPANT);
    static final Writer BEN = new Writer(new SeatId("3"), "Ben", Role.PARTICIPANT);
    static final Writer SCRIBE = new Writer(new SeatId("4"), "Scribe", Role.SECRETARY);
    static final Writer WATCHER = new Writer(new SeatId("5"), "Watcher", Role.OBSERVER);
    static final Writer SERVER = new Writer(SeatId.SERVER, "Server", Role.OBSERVER);

    static final NoteEvent ANA_NAMED = new NoteEvent.AuthorNamed(ANA.seat(), "Ana");
    static final NoteEvent BEN_NAMED = new NoteEvent.AuthorNamed(BEN.seat(), "Ben");

    private static final long NOW_MS = 1_000;

    private Note note = Note.EMPTY;
    private @Nullable NoteCommand asked;
    private @Nullable Decision<NoteEvent> decision;

    private NoteScript() {}

    static NoteScript given(NoteEvent... events) {
        NoteScript script = new NoteScript();
        for (NoteEvent event : events) {
            script.note = script.note.evolve(event, NOW_MS);
        }
        Sentences.happened(List.of(events));
        return script;
    }

    /** A note in which Ana has written this: version 2. */
    static NoteScript written(String text, NoteEvent... more) {
        return given(ANA_NAMED, changed(ANA, 0, ChangeSet.inserting(0, 0, text))).and(more);
    }

    NoteScript and(NoteEvent... events) {
        for (NoteEvent event : events) {
            note = note.evolve(event, NOW_MS);
        }
        Sentences.happened(List.of(events));
        return this;
    }

    NoteScript when(Writer who, NoteCommand command) {
        asked = command;
        decision = NoteDecider.decide(note, who, command);
        if (decision instanceof Decision.Accepted<NoteEvent> a) {
            for (NoteEvent event : a.events()) {
                note = note.evolve(event, NOW_MS);
            }
        }
        return this;
    }

    NoteScript then(NoteEvent... events) {
        assertThat(decision).isEqualTo(new Decision.Accepted<>(List.of(events)));
        Sentences.accepted(Objects.requireNonNull(asked), List.of(events));
        return this;
    }

    void thenNothing() {
        then();
    }

    void thenRefused(Code code) {
        assertThat(decision).isEqualTo(new Decision.Refused<NoteEvent>(code));
        Sentences.refused(Objects.requireNonNull(asked));
    }

    NoteScript reads(String text) {
        assertThat(note.text().toString()).isEqualTo(text);
        return this;
    }

    Note note() {
        return note;
    }

    static NoteEvent changed(Writer who, long base, ChangeSet change) {
        return new NoteEvent.NoteChanged(who.seat(), 1, base, change);
    }

    static NoteCommand change(long base, ChangeSet change) {
        return new NoteCommand.Change(1, base, change);
    }

    /** A change of a text of {@code length}: {@code text} instead of what is between two places. */
    static ChangeSet put(int length, int from, int to, String text) {
        return ChangeSet.replacing(length, from, to, text);
    }
}
