package palabre.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.Sentences;

/** The host appoints those who prepare sessions. */
class OrganiserRosterTest {
    private OrganiserRoster office = OrganiserRoster.EMPTY;

    private void when(OrganiserCommand command, OrganiserEvent... then) {
        assertThat(office.decide(command)).isEqualTo(new Decision.Accepted<>(List.of(then)));
        for (OrganiserEvent event : then) {
            office = office.evolve(event);
        }
        Sentences.accepted(command, List.of(then));
    }

    private void whenRefused(OrganiserCommand command, Code code) {
        assertThat(office.decide(command)).isEqualTo(Decision.refused(code));
        Sentences.refused(command);
    }

    private void zoeIsAppointed() {
        when(new OrganiserCommand.Appoint("Zoe"), new OrganiserEvent.OrganiserAppointed(1, "Zoe"));
    }

    @Test
    void organisersAreNumberedAsTheyAreAppointed() {
        zoeIsAppointed();
        when(new OrganiserCommand.Appoint("Zoe"), new OrganiserEvent.OrganiserAppointed(2, "Zoe"));
    }

    @Test
    void noMoreThanAThousandAreAppointed() {
        for (int i = 1; i <= 1_000; i++) {
            office = office.evolve(new OrganiserEvent.OrganiserAppointed(i, "Zoe"));
        }
        whenRefused(new OrganiserCommand.Appoint("Zoe"), Code.TOO_MANY);
    }

    @Test
    void aLinkIsWrittenAnewAlsoTheHosts() {
        zoeIsAppointed();
        when(new OrganiserCommand.Reissue(1), new OrganiserEvent.OrganiserReissued(1));
        assertThat(office.organiser(1).orElseThrow().issue()).isEqualTo(2);
        when(new OrganiserCommand.Reissue(0), new OrganiserEvent.OrganiserReissued(0));
        assertThat(office.hostIssue()).isEqualTo(2);
        whenRefused(new OrganiserCommand.Reissue(2), Code.UNKNOWN_ORGANISER);
    }

    @Test
    void sessionsGoOnWithSomebodyElseByANewLink() {
        zoeIsAppointed();
        when(
                new OrganiserCommand.HandOver(1, "Yao"),
                new OrganiserEvent.OrganiserHandedOver(1, "Yao"));
        assertThat(office.organiser(1)).contains(new Organiser(1, "Yao", 2, false));
        whenRefused(new OrganiserCommand.HandOver(2, "Yao"), Code.UNKNOWN_ORGANISER);
        whenRefused(new OrganiserCommand.HandOver(0, "Yao"), Code.UNKNOWN_ORGANISER);
    }

    @Test
    void whoWasWithdrawnStaysWithdrawn() {
        zoeIsAppointed();
        when(new OrganiserCommand.Withdraw(1), new OrganiserEvent.OrganiserWithdrawn(1));
        when(new OrganiserCommand.Withdraw(1));
        whenRefused(new OrganiserCommand.Reissue(1), Code.LINK_REVOKED);
        whenRefused(new OrganiserCommand.HandOver(1, "Yao"), Code.LINK_REVOKED);
        whenRefused(new OrganiserCommand.Withdraw(0), Code.UNKNOWN_ORGANISER);
        when(new OrganiserCommand.Appoint("Yao"), new OrganiserEvent.OrganiserAppointed(2, "Yao"));
    }
}
