package palabre.core.note;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.core.note.NoteScript.ANA;
import static palabre.core.note.NoteScript.ANA_NAMED;
import static palabre.core.note.NoteScript.BEN;
import static palabre.core.note.NoteScript.BEN_NAMED;
import static palabre.core.note.NoteScript.CHAIR;
import static palabre.core.note.NoteScript.SCRIBE;
import static palabre.core.note.NoteScript.SERVER;
import static palabre.core.note.NoteScript.WATCHER;
import static palabre.core.note.NoteScript.change;
import static palabre.core.note.NoteScript.changed;
import static palabre.core.note.NoteScript.given;
import static palabre.core.note.NoteScript.put;
import static palabre.core.note.NoteScript.written;

import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.Role;

class WritingTest {
    private static final NoteCommand WRITE = change(0, put(0, 0, 0, "Hi"));

    @Test
    void allButObserversWrite() {
        given().when(ANA, WRITE).then(ANA_NAMED, changed(ANA, 0, put(0, 0, 0, "Hi"))).reads("Hi");
        given().when(WATCHER, WRITE).thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void aNameIsToldOnceAndWhenItIsAnother() {
        written("Hi")
                .when(ANA, change(2, put(2, 2, 2, "!")))
                .then(changed(ANA, 2, put(2, 2, 2, "!")));
        Writer married = new Writer(ANA.seat(), "Ana B.", Role.PARTICIPANT);
        written("Hi")
                .when(married, change(2, put(2, 2, 2, "!")))
                .then(
                        new NoteEvent.AuthorNamed(ANA.seat(), "Ana B."),
                        changed(ANA, 2, put(2, 2, 2, "!")));
    }

    @Test
    void whatIsOfAnOlderVersionFollowsWhatCameSince() {
        written("one two", changed(ANA, 2, put(7, 0, 4, "")))
                .when(BEN, change(2, put(7, 7, 7, "!")))
                .then(BEN_NAMED, changed(BEN, 2, put(3, 3, 3, "!")))
                .reads("two!");
    }

    /** Not by who arrives first: what one types at a caret stays together. */
    @Test
    void atOnePlaceTheLowerSiteComesFirst() {
        NoteScript script = written("").and(BEN_NAMED, changed(BEN, 2, put(0, 0, 0, "ben")));
        script.when(ANA, change(2, put(0, 0, 0, "ana"))).then(changed(ANA, 2, put(3, 0, 0, "ana")));
        written("", changed(ANA, 2, put(0, 0, 0, "ana")))
                .when(BEN, change(2, put(0, 0, 0, "ben")))
                .then(BEN_NAMED, changed(BEN, 2, put(3, 3, 3, "ben")))
                .reads("anaben");
        NoteCommand secondTab = new NoteCommand.Change(2, 2, put(0, 0, 0, "two"));
        written("", changed(ANA, 2, put(0, 0, 0, "one"))).when(ANA, secondTab);
        assertThat(new Site(ANA.seat(), 1)).isLessThan(new Site(ANA.seat(), 2));
        assertThat(new Site(ANA.seat(), 2)).isLessThan(new Site(BEN.seat(), 1));
    }

    /** Its sender waits for it to come by. */
    @Test
    void whatOthersHaveDoneAlreadyIsConfirmedAsNoChange() {
        written("ab", changed(ANA, 2, put(2, 0, 2, "")))
                .when(BEN, change(2, put(2, 0, 2, "")))
                .then(BEN_NAMED, changed(BEN, 2, ChangeSet.none(0)));
    }

    @Test
    void aVersionThatIsNotThereIsRefused() {
        written("a").when(ANA, change(3, put(1, 1, 1, "b"))).thenRefused(Code.UNKNOWN_BASE);
        written("a").when(ANA, change(-1, put(1, 1, 1, "b"))).thenRefused(Code.UNKNOWN_BASE);
    }

    @Test
    void whatIsNoChangeOfThatTextIsRefused() {
        written("a").when(ANA, change(2, put(2, 1, 1, "b"))).thenRefused(Code.BAD_CHANGE);
        written("a").when(ANA, change(1, put(1, 1, 1, "b"))).thenRefused(Code.BAD_CHANGE);
        written("😀").when(ANA, change(2, put(2, 1, 1, "b"))).thenRefused(Code.BAD_CHANGE);
        written("😀").when(ANA, change(2, put(2, 0, 1, ""))).thenRefused(Code.BAD_CHANGE);
        for (String dirty : new String[] {"\t", "a\r\nb", "\u0000", "\u202e", "\ud83d", "\u2066"}) {
            written("a").when(ANA, change(2, put(1, 0, 0, dirty))).thenRefused(Code.BAD_CHANGE);
            String clean = NoteInput.clean(dirty);
            assertThat(NoteInput.isClean(clean)).isTrue();
        }
        NoteCommand forged = new NoteCommand.Change(-1, 2, put(1, 1, 1, "b"));
        written("a").when(ANA, forged).thenRefused(Code.BAD_FIELD);
    }

    @Test
    void whatIsPastedIsCleaned() {
        assertThat(NoteInput.clean("a\r\nb\rc\td\u0000\u202e😀\ud83d\u2028"))
                .isEqualTo("a\nb\nc    d😀\ufffd\n");
        assertThat(NoteInput.clean("\u200fsalām\u200d ሰላም")).isEqualTo("\u200fsalām\u200d ሰላም");
    }

    /**
     * What the tail does not hold any more is brought up to date from the log, then asked again.
     */
    @Test
    void aVersionBeforeTheTailIsBroughtUpToDateFirst() {
        NoteScript script = written("");
        for (int i = 0; i <= Tail.STEPS_MAX; i++) {
            script.and(changed(ANA, 2 + i, put(i, i, i, "x")));
        }
        script.when(BEN, change(2, put(0, 0, 0, "ben"))).thenRefused(Code.OLD_BASE);
        script.when(BEN, change(3, put(1, 0, 0, "ben")));
        assertThat(script.note().text().toString()).startsWith("benxx");
        assertThat(script.note().tail().steps()).hasSize(Tail.STEPS_MAX);
        assertThat(script.note().at(2)).isEmpty();
    }

    /** As far as the tail reaches, the text of a version is there. */
    @Test
    void aVersionCanBeReadAgain() {
        Note note = written("a", changed(ANA, 2, put(1, 1, 1, "b"))).note();
        assertThat(note.at(0).orElseThrow().toString()).isEmpty();
        assertThat(note.at(2).orElseThrow().toString()).isEqualTo("a");
        assertThat(note.at(3).orElseThrow().toString()).isEqualTo("ab");
        assertThat(note.at(4)).isEmpty();
    }

    @Test
    void largeChangesDoNotPileUpInTheTail() {
        String page = "x".repeat(Tail.WEIGHT_MAX / 4);
        NoteScript script = written("");
        int length = 0;
        for (int i = 0; i < 7; i++, length += page.length()) {
            script.and(changed(ANA, 2 + i, put(length, 0, 0, page)));
        }
        assertThat(script.note().tail().steps()).hasSize(4);
    }

    @Test
    void whoWroteWhatIsKept() {
        NoteScript script = written("one two");
        script.when(BEN, change(2, put(7, 3, 3, " and")));
        assertThat(script.note().text().stretches())
                .containsExactly(
                        new NoteText.Stretch(3, 0),
                        new NoteText.Stretch(4, 1),
                        new NoteText.Stretch(4, 0));
        assertThat(script.note().authors().author(1).name()).isEqualTo("Ben");
    }

    @Test
    void theSecretaryAndTheChairSayWhoWrites() {
        NoteCommand led = new NoteCommand.RuleWriting(WriteRule.LED);
        NoteScript script = given().when(SCRIBE, led);
        script.then(new NoteEvent.WritingRuled(WriteRule.LED, SCRIBE.seat()));
        script.when(CHAIR, led).thenNothing();
        script.when(ANA, new NoteCommand.RuleWriting(WriteRule.ALL)).thenRefused(Code.ROLE_MAY_NOT);
        assertThat(WriteRule.fromWire("led")).contains(WriteRule.LED);
        assertThat(WriteRule.fromWire("LED")).isEmpty();
    }

    @Test
    void aVersionIsApprovedAsTheMinutes() {
        String sha256 = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";
        NoteScript script = written("a", changed(ANA, 2, put(1, 1, 1, "b")));
        script.when(SCRIBE, new NoteCommand.ApproveVersion(2))
                .then(new NoteEvent.VersionApproved(new Approval(2, 1, sha256, SCRIBE.seat())));
        assertThat(script.note().approved()).isPresent();
        script.when(CHAIR, new NoteCommand.ApproveVersion(9)).thenRefused(Code.UNKNOWN_BASE);
        script.when(ANA, new NoteCommand.ApproveVersion(2)).thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void theServerSumsTheTextUp() {
        written("a")
                .when(SERVER, new NoteCommand.SumText())
                .then(new NoteEvent.TextSummed(1, "2b24d04400000061"));
        written("a").when(CHAIR, new NoteCommand.SumText()).thenRefused(Code.ROLE_MAY_NOT);
    }
}
