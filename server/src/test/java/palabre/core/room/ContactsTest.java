package palabre.core.room;

import static palabre.core.room.RoomScript.ANA;
import static palabre.core.room.RoomScript.BEN;
import static palabre.core.room.RoomScript.given;

import java.util.List;
import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.SeatId;

class ContactsTest {
    private static final ContactCommand CARD = new ContactCommand.WriteCard("ana@example.org");
    private static final ContactEvent CARD_WRITTEN =
            new ContactEvent.CardWritten(ANA, "ana@example.org");
    private static final ContactCommand WANT = new ContactCommand.WantContact(BEN);
    private static final ContactEvent WANTED = new ContactEvent.ContactWanted(ANA, BEN);
    private static final ContactCommand UNWANT = new ContactCommand.UnwantContact(BEN);
    private static final ContactEvent UNWANTED = new ContactEvent.ContactUnwanted(ANA, BEN);

    @Test
    void aCardIsWrittenAndTakenBack() {
        RoomScript script = given().when(ANA, CARD);
        script.then(CARD_WRITTEN);
        script.when(ANA, CARD).thenNothing();
        script.when(ANA, new ContactCommand.WriteCard(""))
                .then(new ContactEvent.CardWritten(ANA, ""));
        script.when(ANA, new ContactCommand.WriteCard("")).thenNothing();
    }

    @Test
    void whoWantsAContactSaysSoOnce() {
        RoomScript script = given().when(ANA, WANT);
        script.then(WANTED);
        script.when(ANA, WANT).thenNothing();
    }

    @Test
    void nobodyExchangesCardsWithThemselvesOrWithSomebodyUnknown() {
        given().when(BEN, WANT).thenRefused(Code.UNKNOWN_SEAT);
        given().when(ANA, new ContactCommand.WantContact(new SeatId("99")))
                .thenRefused(Code.UNKNOWN_SEAT);
    }

    @Test
    void aWishIsTakenBackAlsoWhenTheOtherHasLeft() {
        RoomScript script = given(WANTED).when(ANA, UNWANT);
        script.then(UNWANTED);
        script.when(ANA, UNWANT).thenNothing();
        given(WANTED, new SeatEvent.SeatLeft(BEN)).when(ANA, UNWANT).then(UNWANTED);
    }

    @Test
    void contactsAreExchangedAlsoOnceTheSessionIsOver() {
        RoomScript script = given(new ResultsEvent.MeetingClosed());
        script.when(ANA, CARD).then(CARD_WRITTEN);
        script.when(ANA, WANT).then(WANTED);
        script.when(ANA, UNWANT).then(UNWANTED);
    }

    @Test
    void aStrangerHasNoCard() {
        SeatId stranger = new SeatId("99");
        for (ContactCommand command : List.of(CARD, WANT, UNWANT)) {
            given().when(stranger, command).thenRefused(Code.NOT_SEATED);
        }
    }
}
