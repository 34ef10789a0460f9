package palabre.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static palabre.core.session.SessionScript.ANA;
import static palabre.core.session.SessionScript.BY_CHAIR;
import static palabre.core.session.SessionScript.CHAIR;
import static palabre.core.session.SessionScript.NOWHERE;
import static palabre.core.session.SessionScript.PLENARY;
import static palabre.core.session.SessionScript.SHARED;
import static palabre.core.session.SessionScript.SIDE;
import static palabre.core.session.SessionScript.UNKNOWN;
import static palabre.core.session.SessionScript.given;
import static palabre.core.session.SessionScript.personal;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.LinkId;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.seats.Person;

/** Links: written out, withdrawn, closed to newcomers, handed over. */
class InvitationsTest {
    private static final LinkId OF_ANA = ANA.link();
    private static final Link NEW = personal(new SeatId("6"), PLENARY, Role.PARTICIPANT);
    private static final Link ALSO = personal(new SeatId("7"), SIDE, Role.OBSERVER);

    @Test
    void somebodyIsInvited() {
        SessionScript script = given().when(new SessionCommand.AddLink(NEW));
        script.then(new SessionEvent.LinkAdded(NEW));
        script.when(new SessionCommand.AddLink(NEW)).thenRefused(Code.LINK_EXISTS);
        Link lost = personal(new SeatId("8"), NOWHERE, Role.PARTICIPANT);
        script.when(new SessionCommand.AddLink(lost)).thenRefused(Code.UNKNOWN_ROOM);
    }

    @Test
    void allOfATableAreInvitedOrNoneOfThem() {
        given().when(new SessionCommand.AddLinks(List.of(NEW, ALSO)))
                .then(new SessionEvent.LinkAdded(NEW), new SessionEvent.LinkAdded(ALSO));
        Link lost = personal(new SeatId("8"), NOWHERE, Role.PARTICIPANT);
        given().when(new SessionCommand.AddLinks(List.of(NEW, lost)))
                .thenRefused(Code.UNKNOWN_ROOM);
        given().when(new SessionCommand.AddLinks(List.of(NEW, NEW))).thenRefused(Code.LINK_EXISTS);
        given().when(new SessionCommand.AddLinks(List.of())).thenNothing();
    }

    @Test
    void anInvitationIsWithdrawn() {
        SessionScript script = given().when(new SessionCommand.RevokeLink(OF_ANA));
        script.then(new SessionEvent.LinkRevoked(OF_ANA));
        script.when(new SessionCommand.RevokeLink(OF_ANA)).thenNothing();
        script.when(new SessionCommand.RevokeLink(UNKNOWN)).thenRefused(Code.UNKNOWN_LINK);
    }

    @Test
    void nobodyNewComesInByASharedLinkThatIsClosed() {
        SessionCommand close = new SessionCommand.CloseLink(SHARED, Optional.empty());
        SessionScript script = given().when(close);
        script.then(new SessionEvent.LinkClosed(SHARED));
        script.when(close).thenNothing();
        script.when(new SessionCommand.OpenLink(SHARED)).then(new SessionEvent.LinkOpened(SHARED));
        script.when(new SessionCommand.OpenLink(SHARED)).thenNothing();
        script.when(new SessionCommand.OpenLink(UNKNOWN)).thenRefused(Code.UNKNOWN_LINK);
        script.when(new SessionCommand.CloseLink(UNKNOWN, Optional.empty()))
                .thenRefused(Code.UNKNOWN_LINK);
    }

    @Test
    void theChairClosesASharedLinkThatLeadsToTheirRoomAndNoOther() {
        given().when(new SessionCommand.CloseLink(SHARED, Optional.of(BY_CHAIR)))
                .then(new SessionEvent.LinkClosed(SHARED));
        given().when(new SessionCommand.CloseLink(OF_ANA, Optional.of(BY_CHAIR)))
                .thenRefused(Code.UNKNOWN_LINK);
        Asker elsewhere = new Asker(CHAIR, SIDE, Role.MODERATOR, true);
        given().when(new SessionCommand.CloseLink(SHARED, Optional.of(elsewhere)))
                .thenRefused(Code.UNKNOWN_LINK);
        Asker ana = new Asker(ANA, PLENARY, Role.PARTICIPANT, false);
        given().when(new SessionCommand.CloseLink(SHARED, Optional.of(ana)))
                .thenRefused(Code.ROLE_MAY_NOT);
    }

    @Test
    void anInvitationIsWrittenOutAnewAndIsGoodAgain() {
        SessionScript script =
                given(new SessionEvent.LinkRevoked(OF_ANA))
                        .when(new SessionCommand.ReissueLink(OF_ANA));
        script.then(new SessionEvent.LinkReissued(OF_ANA));
        assertThat(script.session().link(OF_ANA).orElseThrow().revoked()).isFalse();
        script.when(new SessionCommand.ReissueLink(UNKNOWN)).thenRefused(Code.UNKNOWN_LINK);
    }

    @Test
    void aPlaceIsHandedOver() {
        Person bea = Person.named("Bea", Role.PARTICIPANT);
        given().when(new SessionCommand.HandOverLink(OF_ANA, bea, "fr", "", "", 5_000))
                .then(new SessionEvent.LinkHandedOver(OF_ANA, bea, "fr", "", "", 5_000));
        given().when(new SessionCommand.HandOverLink(UNKNOWN, bea, "fr", "", "", 5_000))
                .thenRefused(Code.UNKNOWN_LINK);
    }

    @Test
    void aLinkThatManyShareIsNobodysPlace() {
        Person bea = Person.named("Bea", Role.PARTICIPANT);
        given().when(new SessionCommand.HandOverLink(SHARED, bea, "fr", "", "", 5_000))
                .thenRefused(Code.UNKNOWN_LINK);
    }

    @Test
    void whatBecameOfALetterIsNoted() {
        SessionCommand note =
                new SessionCommand.NoteDelivery(
                        OF_ANA, Delivery.Kind.INVITATION, Delivery.State.SENT, 5_000);
        SessionScript script = given().when(note);
        script.then(
                new SessionEvent.DeliveryNoted(
                        OF_ANA, Delivery.Kind.INVITATION, Delivery.State.SENT, 5_000));
        script.when(
                        new SessionCommand.NoteDelivery(
                                UNKNOWN, Delivery.Kind.INVITATION, Delivery.State.SENT, 5_000))
                .thenRefused(Code.UNKNOWN_LINK);
    }
}
