package palabre.core.note;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.core.note.NoteScript.ANA;
import static palabre.core.note.NoteScript.BEN;
import static palabre.core.note.NoteScript.BEN_NAMED;
import static palabre.core.note.NoteScript.CHAIR;
import static palabre.core.note.NoteScript.SCRIBE;
import static palabre.core.note.NoteScript.SERVER;
import static palabre.core.note.NoteScript.WATCHER;
import static palabre.core.note.NoteScript.change;
import static palabre.core.note.NoteScript.changed;
import static palabre.core.note.NoteScript.put;
import static palabre.core.note.NoteScript.written;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import palabre.core.Code;

class ProposalTest {
    private static final NoteEvent LED = new NoteEvent.WritingRuled(WriteRule.LED, CHAIR.seat());
    private static final NoteEvent CLOSED = new NoteEvent.NoteClosed(SERVER.seat());
    private static final NoteEvent BENS = made(0, ProposalCause.MEANT, "a list");
    private static final NoteCommand TAKE = new NoteCommand.TakeProposal(1);
    private static final NoteCommand DECLINE = new NoteCommand.DeclineProposal(1);

    /** Ben would put an exclamation mark after the first word of "one two". */
    private static NoteEvent made(int tab, ProposalCause cause, String words) {
        return new NoteEvent.ProposalMade(
                1, BEN.seat(), tab, cause, put(7, 3, 3, "!"), 3, 3, words);
    }

    private static NoteCommand bens(long base) {
        return new NoteCommand.Propose(base, put(7, 3, 3, "!"), "a list");
    }

    @Test
    void whoeverWritesMayPropose() {
        written("one two").when(BEN, bens(2)).then(BEN_NAMED, BENS).reads("one two");
        written("one two").when(WATCHER, bens(2)).thenRefused(Code.ROLE_MAY_NOT);
        NoteCommand nothing = new NoteCommand.Propose(2, ChangeSet.none(7), "?");
        written("one two").when(BEN, nothing).thenRefused(Code.BAD_FIELD);
        written("one two").when(BEN, bens(9)).thenRefused(Code.UNKNOWN_BASE);
    }

    @Test
    void whereTheSecretaryAndTheChairWriteOthersPropose() {
        NoteCommand change = change(2, put(7, 3, 3, "!"));
        written("one two", LED).when(SCRIBE, change);
        written("one two", LED)
                .when(BEN, change)
                .then(BEN_NAMED, made(1, ProposalCause.RULE, ""))
                .reads("one two");
    }

    @Test
    void whatArrivesLateIsAProposalUnderItsAuthorsName() {
        NoteScript script = written("one two").when(SERVER, new NoteCommand.CloseNote());
        script.then(CLOSED);
        script.when(SCRIBE, new NoteCommand.CloseNote()).thenNothing();
        script.when(BEN, change(2, put(7, 3, 3, "!")))
                .then(BEN_NAMED, made(1, ProposalCause.LATE, ""))
                .reads("one two");
        script.when(CHAIR, new NoteCommand.ReopenNote());
        script.then(new NoteEvent.NoteReopened(CHAIR.seat()));
        script.when(CHAIR, new NoteCommand.ReopenNote()).thenNothing();
        script.when(ANA, new NoteCommand.CloseNote()).thenRefused(Code.ROLE_MAY_NOT);
        script.when(ANA, new NoteCommand.ReopenNote()).thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void whatDoesNotFitIsAProposal() {
        NoteScript script = written("x".repeat(Note.LENGTH_MAX));
        ChangeSet more = put(Note.LENGTH_MAX, 1, 1, "y");
        script.when(BEN, change(2, more))
                .then(
                        BEN_NAMED,
                        new NoteEvent.ProposalMade(
                                1, BEN.seat(), 1, ProposalCause.FULL, more, 1, 1, ""));
        script.when(CHAIR, TAKE).thenRefused(Code.NOTE_FULL);
        script.when(BEN, change(4, put(Note.LENGTH_MAX, 0, 9, "")));
        assertThat(script.note().text().length()).isEqualTo(Note.LENGTH_MAX - 9);
        script.when(CHAIR, TAKE);
        assertThat(script.note().text().length()).isEqualTo(Note.LENGTH_MAX - 8);
    }

    @Test
    void oneThatIsTakenStandsAtItsPlaceUnderItsAuthorsName() {
        NoteScript script = written("one two", BEN_NAMED, BENS);
        script.and(changed(ANA, 4, put(7, 0, 0, "zero ")));
        script.when(SCRIBE, TAKE)
                .then(new NoteEvent.ProposalTaken(1, BEN.seat(), put(12, 8, 8, "!"), SCRIBE.seat()))
                .reads("zero one! two");
        assertThat(script.note().text().stretches()).contains(new NoteText.Stretch(1, 1));
        assertThat(script.note().proposals()).isEmpty();
        script.when(SCRIBE, TAKE).thenRefused(Code.UNKNOWN_PROPOSAL);
        written("one two", BEN_NAMED, BENS).when(BEN, TAKE).thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void itIsDeclinedByWhoLeadsTheNotesOrTakenBackByItsAuthor() {
        for (Writer who : new Writer[] {CHAIR, SCRIBE, BEN}) {
            written("one two", BEN_NAMED, BENS)
                    .when(who, DECLINE)
                    .then(new NoteEvent.ProposalDeclined(1, who.seat()))
                    .reads("one two");
        }
        written("one two", BEN_NAMED, BENS).when(ANA, DECLINE).thenRefused(Code.ROLE_MAY_NOT);
        written("one two").when(CHAIR, DECLINE).thenRefused(Code.UNKNOWN_PROPOSAL);
    }

    @Test
    void oneWithoutAChangeIsAComment() {
        NoteScript script = written("one two", changed(ANA, 2, put(7, 0, 0, "zero ")));
        script.when(BEN, new NoteCommand.Comment(2, 4, 7, "Why two?"))
                .then(
                        BEN_NAMED,
                        new NoteEvent.ProposalMade(
                                1,
                                BEN.seat(),
                                0,
                                ProposalCause.MEANT,
                                ChangeSet.none(12),
                                9,
                                12,
                                "Why two?"));
        script.and(changed(ANA, 5, put(12, 0, 5, "")));
        Proposal comment = Objects.requireNonNull(script.note().proposals().get(1));
        assertThat(comment.comments()).isTrue();
        assertThat(comment.from()).isEqualTo(4);
        assertThat(comment.to()).isEqualTo(7);
        script.when(BEN, new NoteCommand.Comment(2, 4, 8, "?")).thenRefused(Code.BAD_FIELD);
        script.when(BEN, new NoteCommand.Comment(2, 4, 7, " ")).thenRefused(Code.BAD_FIELD);
        script.when(BEN, new NoteCommand.Comment(99, 4, 7, "?")).thenRefused(Code.UNKNOWN_BASE);
    }

    @Test
    void nobodyFillsTheMarginForAll() {
        NoteScript script = written("one two");
        for (int i = 0; i < Proposal.MOST_OF_SEAT; i++) {
            script.when(BEN, bens(2));
        }
        assertThat(script.note().proposals()).hasSize(Proposal.MOST_OF_SEAT);
        script.when(BEN, bens(2)).thenRefused(Code.TOO_MANY);
        script.when(ANA, bens(2));
        assertThat(script.note().proposals()).hasSize(Proposal.MOST_OF_SEAT + 1);
    }
}
