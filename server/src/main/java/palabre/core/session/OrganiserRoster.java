package palabre.core.session;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import palabre.core.Code;
import palabre.core.Decision;

/**
 * Those who prepare sessions on this server.
 *
 * @param organisers beside the host, by their number
 * @param hostIssue how often the host's link has been written; only the last is good
 */
public record OrganiserRoster(Map<Integer, Organiser> organisers, int hostIssue) {
    public static final OrganiserRoster EMPTY = new OrganiserRoster(Map.of(), 1);

    private static final int MOST = 1_000;

    public OrganiserRoster {
        organisers = Collections.unmodifiableMap(organisers);
    }

    public Optional<Organiser> organiser(int number) {
        return Optional.ofNullable(organisers.get(number));
    }

    /** Only the host asks. */
    public Decision<OrganiserEvent> decide(OrganiserCommand command) {
        return switch (command) {
            case OrganiserCommand.Appoint c ->
                    organisers.size() >= MOST
                            ? Decision.refused(Code.TOO_MANY)
                            : Decision.accepted(
                                    new OrganiserEvent.OrganiserAppointed(
                                            organisers.size() + 1, c.name()));
            case OrganiserCommand.Reissue c when c.organiser() == Organiser.HOST.number() ->
                    Decision.accepted(new OrganiserEvent.OrganiserReissued(c.organiser()));
            case OrganiserCommand.Reissue c ->
                    about(c.organiser(), new OrganiserEvent.OrganiserReissued(c.organiser()));
            case OrganiserCommand.HandOver c ->
                    about(
                            c.organiser(),
                            new OrganiserEvent.OrganiserHandedOver(c.organiser(), c.name()));
            case OrganiserCommand.Withdraw c ->
                    organiser(c.organiser()).filter(Organiser::withdrawn).isPresent()
                            ? Decision.accepted()
                            : about(
                                    c.organiser(),
                                    new OrganiserEvent.OrganiserWithdrawn(c.organiser()));
        };
    }

    private Decision<OrganiserEvent> about(int number, OrganiserEvent event) {
        Optional<Organiser> organiser = organiser(number);
        if (organiser.isEmpty()) {
            return Decision.refused(Code.UNKNOWN_ORGANISER);
        }
        return organiser.get().withdrawn()
                ? Decision.refused(Code.LINK_REVOKED)
                : Decision.accepted(event);
    }

    public OrganiserRoster evolve(OrganiserEvent event) {
        return switch (event) {
            case OrganiserEvent.OrganiserAppointed e ->
                    with(new Organiser(e.organiser(), e.name(), 1, false));
            case OrganiserEvent.OrganiserReissued e when e.organiser() == Organiser.HOST.number() ->
                    new OrganiserRoster(organisers, hostIssue + 1);
            case OrganiserEvent.OrganiserReissued e -> change(e.organiser(), Organiser::reissued);
            case OrganiserEvent.OrganiserHandedOver e ->
                    change(e.organiser(), o -> o.handedTo(e.name()));
            case OrganiserEvent.OrganiserWithdrawn e -> change(e.organiser(), Organiser::gone);
        };
    }

    private OrganiserRoster change(int number, UnaryOperator<Organiser> by) {
        return organiser(number).map(by).map(this::with).orElse(this);
    }

    private OrganiserRoster with(Organiser organiser) {
        Map<Integer, Organiser> next = new LinkedHashMap<>(organisers);
        next.put(organiser.number(), organiser);
        return new OrganiserRoster(next, hostIssue);
    }
}
