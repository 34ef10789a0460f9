package palabre.core.room;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.core.room.RoomScript.ANA;
import static palabre.core.room.RoomScript.BEN;
import static palabre.core.room.RoomScript.CHAIR;
import static palabre.core.room.RoomScript.WATCHER;
import static palabre.core.room.RoomScript.given;
import static palabre.testing.On.on;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import palabre.codec.DerivedLinesCodec;
import palabre.codec.Json;
import palabre.codec.RoomCodec;
import palabre.codec.RoomEventCodec;
import palabre.core.Audience;
import palabre.core.Code;
import palabre.core.LinkId;
import palabre.core.RequestId;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.contacts.ContactEvent;
import palabre.core.entry.RulesCommand;
import palabre.core.entry.RulesEvent;
import palabre.core.floor.Account;
import palabre.core.floor.Ask;
import palabre.core.floor.ChairCause;
import palabre.core.floor.FloorEvent;
import palabre.core.policy.RequestKind;
import palabre.core.polls.Ballot;
import palabre.core.polls.PollCommand;
import palabre.core.polls.PollEvent;
import palabre.core.polls.PollKind;
import palabre.core.polls.PollTerms;
import palabre.core.questions.QuestionCommand;
import palabre.core.questions.QuestionEvent;
import palabre.core.recording.RecordingEvent;
import palabre.core.results.ResultsCommand;
import palabre.core.seats.Attendance;
import palabre.core.seats.Declared;
import palabre.core.seats.Person;
import palabre.core.seats.SeatCommand;
import palabre.core.seats.SeatEvent;

/** A place that is handed over: what was before stays as it was, who comes after begins anew. */
class HandedSeatTest {
    private static final SeatId BEA = SeatId.holder(new LinkId("2"), 2);
    private static final SeatId CLEO = SeatId.holder(new LinkId("2"), 3);
    private static final PollTerms POLL =
            new PollTerms("Go on?", PollKind.SINGLE, List.of("Yes", "No"), true, false);
    private static final Person BEA_HERSELF = Person.named("Bea", Role.PARTICIPANT);

    /** Ana has done all that can be done. */
    private static RoomScript anaHasDoneAll() {
        return given(
                on(new RulesEvent.RulesLaid(1)),
                on(new RulesEvent.RulesAccepted(CHAIR, 1)),
                on(new RulesEvent.RulesAccepted(ANA, 1)),
                on(new RulesEvent.RulesAccepted(BEN, 1)),
                on(
                        new SeatEvent.SeatDeclared(
                                ANA,
                                new Declared(Declared.Gender.WOMAN, Declared.AgeBand.FROM_60))),
                on(new ContactEvent.CardWritten(ANA, "ana@example.org")),
                on(new ContactEvent.CardWritten(BEN, "ben@example.org")),
                on(new ContactEvent.ContactWanted(ANA, BEN)),
                on(new ContactEvent.ContactWanted(BEN, ANA)),
                on(new PollEvent.PollOpened(1, POLL)),
                on(new PollEvent.VoteCast(1, ANA, new Ballot(List.of(0), List.of(), ""))),
                on(new QuestionEvent.QuestionPut(1, BEN, "Ben", "Who pays?")),
                on(new QuestionEvent.QuestionPublished(1, "Ben", "Who pays?")),
                on(new QuestionEvent.QuestionUpvoted(1, ANA)),
                on(
                        new FloorEvent.FloorRequested(
                                new RequestId(1),
                                ANA,
                                ANA,
                                Ask.of(RequestKind.SPEECH),
                                Optional.empty())),
                on(new RecordingEvent.ModeProposed(false)),
                on(new RecordingEvent.ModeAgreed(ANA)));
    }

    private static RoomCommand hand(SeatId from, SeatId to) {
        return on(new SeatCommand.HandSeat(from, to, 1_500));
    }

    /** Bea has come into Ana's place. */
    private static RoomScript beaHasCome() {
        return anaHasDoneAll()
                .when(SeatId.SERVER, hand(ANA, BEA))
                .when(BEA, on(new SeatCommand.TakeSeat(BEA_HERSELF)));
    }

    @Test
    void whatSheWaitedForEndsWithHer() {
        anaHasDoneAll()
                .when(SeatId.SERVER, hand(ANA, BEA))
                .then(
                        on(new FloorEvent.FloorCancelled(new RequestId(1))),
                        on(new SeatEvent.SeatHanded(ANA, BEA, 1_500)));
    }

    @Test
    void nobodyButTheServerHandsASeatOver() {
        anaHasDoneAll().when(CHAIR, hand(ANA, BEA)).thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void theSuccessorReadsNothingOfHers() {
        Room room = beaHasCome().room();
        assertThat(DerivedLinesCodec.mine(room, ANA).size()).isPositive();
        assertThat(DerivedLinesCodec.mine(room, BEA)).isEmpty();
        assertThat(room.seat(BEA).orElseThrow().declared()).isEqualTo(Declared.NOTHING);
        assertThat(room.floor().of(BEA)).isEmpty();
        assertThat(room.floor().ledger().of(BEA)).isEqualTo(Account.NEW);
        assertThat(room.doors().proposal().orElseThrow().agreed()).containsExactly(ANA);
    }

    @Test
    void theSuccessorMustAcceptTheRules() {
        beaHasCome().when(BEA, on(new SeatCommand.Rename("B"))).thenRefused(Code.RULES_FIRST);
        beaHasCome()
                .when(BEA, on(new RulesCommand.AcceptRules(1)))
                .then(on(new RulesEvent.RulesAccepted(BEA, 1)));
    }

    @Test
    void aPlaceHasOneVote() {
        RoomScript script = beaHasCome().when(BEA, on(new RulesCommand.AcceptRules(1)));
        RoomCommand vote = on(new PollCommand.Vote(1, List.of(1), List.of(), Optional.empty()));
        script.when(BEA, vote).thenRefused(Code.SEAT_VOTED);
        script.when(BEA, on(new QuestionCommand.Upvote(1))).thenNothing();
        script.when(SeatId.SERVER, hand(BEA, CLEO))
                .when(CLEO, on(new SeatCommand.TakeSeat(Person.named("Cleo", Role.PARTICIPANT))))
                .when(CLEO, on(new RulesCommand.AcceptRules(1)));
        script.when(CLEO, vote).thenRefused(Code.SEAT_VOTED);
        script.when(SeatId.SERVER, on(new ResultsCommand.EndMeeting()));
        assertThat(script.room().meeting().polls().poll(1).orElseThrow().standing().counts())
                .containsExactly(1, 0);
    }

    @Test
    void whoHadTheContactKeepsIt() {
        assertThat(DerivedLinesCodec.mine(beaHasCome().room(), BEN).toString())
                .contains("ana@example.org", "\"name\":\"P2\"");
    }

    @Test
    void theMinutesKnowWhoSatThereWhen() {
        Room room = beaHasCome().room();
        assertThat(room.attendance().departed(ANA).orElseThrow())
                .isEqualTo(
                        new Attendance.Departed(
                                Person.named("P2", Role.PARTICIPANT),
                                new Declared(Declared.Gender.WOMAN, Declared.AgeBand.FROM_60),
                                0,
                                1_500));
        assertThat(room.attendance().handed()).containsEntry(ANA, BEA);
        assertThat(room.attendance().cameMs(BEA)).isEqualTo(2_000);
        assertThat(room.person(BEA).name()).isEqualTo("Bea");
        assertThat(RoomCodec.read(room.charter(), Json.bytes(RoomCodec.write(room))))
                .isEqualTo(room);
    }

    @Test
    void whoHadLeftBeforeIsFollowedToo() {
        anaHasDoneAll()
                .when(ANA, on(new SeatCommand.LeaveSeat()))
                .when(SeatId.SERVER, hand(ANA, BEA))
                .then(on(new SeatEvent.SeatHanded(ANA, BEA, 1_500)));
        beaHasCome().when(SeatId.SERVER, hand(ANA, BEA)).thenNothing();
    }

    @Test
    void nobodyTakesASeatAgainThatWasHandedOver() {
        beaHasCome()
                .when(ANA, on(new SeatCommand.TakeSeat(Person.named("Ana", Role.PARTICIPANT))))
                .thenRefused(Code.LINK_REVOKED);
    }

    @Test
    void aChairThatIsHandedOverIsEmptyUntilTheSuccessorComes() {
        SeatId next = SeatId.holder(new LinkId("1"), 2);
        RoomScript script = given().when(SeatId.SERVER, hand(CHAIR, next));
        script.then(
                on(new FloorEvent.ChairLost(2_000)),
                on(new SeatEvent.SeatHanded(CHAIR, next, 1_500)));
        Person mo = Person.named("Mo", Role.MODERATOR);
        script.when(next, on(new SeatCommand.TakeSeat(mo)))
                .then(
                        on(new SeatEvent.SeatJoined(next, mo)),
                        on(new FloorEvent.ChairTaken(next, ChairCause.CAME)));
    }

    @Test
    void othersSeeSomebodyLeave() {
        Room room = anaHasDoneAll().room();
        for (Audience audience : Audience.values()) {
            assertThat(Visibility.inLog(audience, on(new SeatEvent.SeatHanded(ANA, BEA, 1)), room))
                    .contains(on(new SeatEvent.SeatLeft(ANA)));
            assertThat(Visibility.inLog(audience, on(new SeatEvent.SeatHanded(BEA, CLEO, 1)), room))
                    .isEmpty();
        }
        assertThat(
                        Visibility.inLog(
                                Audience.MEMBER,
                                on(new SeatEvent.SeatHanded(WATCHER, BEA, 1)),
                                room))
                .as("who is not seen")
                .isEmpty();
    }

    @Test
    void theEventComesBackTheSame() throws Exception {
        RoomEventCodec codec = new RoomEventCodec();
        RoomEvent handed = on(new SeatEvent.SeatHanded(ANA, BEA, 1_500));
        assertThat(codec.read(Json.parse(Json.bytes(codec.write(handed))))).isEqualTo(handed);
    }

    @Test
    void aSeatsIdSaysWhoHadThePlaceBefore() {
        assertThat(ANA.before()).isEmpty();
        assertThat(CLEO.before()).containsExactly(ANA, BEA);
        assertThat(new SeatId("2-2345672345").before()).as("by a shared link").isEmpty();
        assertThat(new SeatId("server").before()).isEmpty();
        assertThat(List.of(ANA.link(), BEA.link(), CLEO.link())).containsOnly(new LinkId("2"));
    }
}
