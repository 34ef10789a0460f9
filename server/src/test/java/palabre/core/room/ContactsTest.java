package palabre.core.room;

import static palabre.core.room.RoomScript.ANA;
import static palabre.core.room.RoomScript.BEN;
import static palabre.core.room.RoomScript.given;
import static palabre.testing.On.on;

import java.util.List;
import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.SeatId;
import palabre.core.contacts.ContactCommand;
import palabre.core.contacts.ContactEvent;
import palabre.core.results.ResultsEvent;
import palabre.core.seats.SeatEvent;

class ContactsTest {
    private static final RoomCommand CARD = on(new ContactCommand.WriteCard("ana@example.org"));
    private static final RoomEvent CARD_WRITTEN =
            on(new ContactEvent.CardWritten(ANA, "ana@example.org"));
    private static final RoomCommand WANT = on(new ContactCommand.WantContact(BEN));
    private static final RoomEvent WANTED = on(new ContactEvent.ContactWanted(ANA, BEN));
    private static final RoomCommand UNWANT = on(new ContactCommand.UnwantContact(BEN));
    private static final RoomEvent UNWANTED = on(new ContactEvent.ContactUnwanted(ANA, BEN));

    @Test
    void aCardIsWrittenAndTakenBack() {
        RoomScript script = given().when(ANA, CARD);
        script.then(CARD_WRITTEN);
        script.when(ANA, CARD).thenNothing();
        script.when(ANA, on(new ContactCommand.WriteCard("")))
                .then(on(new ContactEvent.CardWritten(ANA, "")));
        script.when(ANA, on(new ContactCommand.WriteCard(""))).thenNothing();
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
        given().when(ANA, on(new ContactCommand.WantContact(new SeatId("99"))))
                .thenRefused(Code.UNKNOWN_SEAT);
    }

    @Test
    void aWishIsTakenBackAlsoWhenTheOtherHasLeft() {
        RoomScript script = given(WANTED).when(ANA, UNWANT);
        script.then(UNWANTED);
        script.when(ANA, UNWANT).thenNothing();
        given(WANTED, on(new SeatEvent.SeatLeft(BEN))).when(ANA, UNWANT).then(UNWANTED);
    }

    @Test
    void contactsAreExchangedAlsoOnceTheSessionIsOver() {
        RoomScript script = given(on(new ResultsEvent.MeetingClosed()));
        script.when(ANA, CARD).then(CARD_WRITTEN);
        script.when(ANA, WANT).then(WANTED);
        script.when(ANA, UNWANT).then(UNWANTED);
    }

    @Test
    void aStrangerHasNoCard() {
        SeatId stranger = new SeatId("99");
        for (RoomCommand command : List.of(CARD, WANT, UNWANT)) {
            given().when(stranger, command).thenRefused(Code.NOT_SEATED);
        }
    }
}
