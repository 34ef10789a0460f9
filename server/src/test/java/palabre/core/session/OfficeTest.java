package palabre.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.Sentences;

/** The host appoints those who prepare sessions. */
class OfficeTest {
    private Office office = Office.EMPTY;

    private void when(OfficeCommand command, OfficeEvent... then) {
        assertThat(office.decide(command)).isEqualTo(new Decision.Accepted<>(List.of(then)));
        for (OfficeEvent event : then) {
            office = office.evolve(event);
        }
        Sentences.accepted(command, List.of(then));
    }

    private void whenRefused(OfficeCommand command, Code code) {
        assertThat(office.decide(command)).isEqualTo(Decision.refused(code));
        Sentences.refused(command);
    }

    private void zoeIsAppointed() {
        when(new OfficeCommand.Appoint("Zoe"), new OfficeEvent.OrganiserAppointed(1, "Zoe"));
    }

    @Test
    void organisersAreNumberedAsTheyAreAppointed() {
        zoeIsAppointed();
        when(new OfficeCommand.Appoint("Zoe"), new OfficeEvent.OrganiserAppointed(2, "Zoe"));
    }

    @Test
    void noMoreThanAThousandAreAppointed() {
        for (int i = 1; i <= 1_000; i++) {
            office = office.evolve(new OfficeEvent.OrganiserAppointed(i, "Zoe"));
        }
        whenRefused(new OfficeCommand.Appoint("Zoe"), Code.TOO_MANY);
    }

    @Test
    void aLinkIsWrittenAnewAlsoTheHosts() {
        zoeIsAppointed();
        when(new OfficeCommand.Reissue(1), new OfficeEvent.OrganiserReissued(1));
        assertThat(office.organiser(1).orElseThrow().issue()).isEqualTo(2);
        when(new OfficeCommand.Reissue(0), new OfficeEvent.OrganiserReissued(0));
        assertThat(office.hostIssue()).isEqualTo(2);
        whenRefused(new OfficeCommand.Reissue(2), Code.UNKNOWN_ORGANISER);
    }

    @Test
    void sessionsGoOnWithSomebodyElseByANewLink() {
        zoeIsAppointed();
        when(new OfficeCommand.HandOver(1, "Yao"), new OfficeEvent.OrganiserHandedOver(1, "Yao"));
        assertThat(office.organiser(1)).contains(new Organiser(1, "Yao", 2, false));
        whenRefused(new OfficeCommand.HandOver(2, "Yao"), Code.UNKNOWN_ORGANISER);
        whenRefused(new OfficeCommand.HandOver(0, "Yao"), Code.UNKNOWN_ORGANISER);
    }

    @Test
    void whoWasWithdrawnStaysWithdrawn() {
        zoeIsAppointed();
        when(new OfficeCommand.Withdraw(1), new OfficeEvent.OrganiserWithdrawn(1));
        when(new OfficeCommand.Withdraw(1));
        whenRefused(new OfficeCommand.Reissue(1), Code.LINK_REVOKED);
        whenRefused(new OfficeCommand.HandOver(1, "Yao"), Code.LINK_REVOKED);
        whenRefused(new OfficeCommand.Withdraw(0), Code.UNKNOWN_ORGANISER);
        when(new OfficeCommand.Appoint("Yao"), new OfficeEvent.OrganiserAppointed(2, "Yao"));
    }
}
