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
public record Office(Map<Integer, Organiser> organisers, int hostIssue) {
    public static final Office EMPTY = new Office(Map.of(), 1);

    private static final int MOST = 1_000;

    public Office {
        organisers = Collections.unmodifiableMap(organisers);
    }

    public Optional<Organiser> organiser(int number) {
        return Optional.ofNullable(organisers.get(number));
    }

    /** Only the host asks. */
    public Decision<OfficeEvent> decide(OfficeCommand command) {
        return switch (command) {
            case OfficeCommand.Appoint c ->
                    organisers.size() >= MOST
                            ? Decision.refused(Code.TOO_MANY)
                            : Decision.accepted(
                                    new OfficeEvent.OrganiserAppointed(
                                            organisers.size() + 1, c.name()));
            case OfficeCommand.Reissue c when c.organiser() == Organiser.HOST.number() ->
                    Decision.accepted(new OfficeEvent.OrganiserReissued(c.organiser()));
            case OfficeCommand.Reissue c ->
                    about(c.organiser(), new OfficeEvent.OrganiserReissued(c.organiser()));
            case OfficeCommand.HandOver c ->
                    about(
                            c.organiser(),
                            new OfficeEvent.OrganiserHandedOver(c.organiser(), c.name()));
            case OfficeCommand.Withdraw c ->
                    organiser(c.organiser()).filter(Organiser::withdrawn).isPresent()
                            ? Decision.accepted()
                            : about(
                                    c.organiser(),
                                    new OfficeEvent.OrganiserWithdrawn(c.organiser()));
        };
    }

    private Decision<OfficeEvent> about(int number, OfficeEvent event) {
        Optional<Organiser> organiser = organiser(number);
        if (organiser.isEmpty()) {
            return Decision.refused(Code.UNKNOWN_ORGANISER);
        }
        return organiser.get().withdrawn()
                ? Decision.refused(Code.LINK_REVOKED)
                : Decision.accepted(event);
    }

    public Office evolve(OfficeEvent event) {
        return switch (event) {
            case OfficeEvent.OrganiserAppointed e ->
                    with(new Organiser(e.organiser(), e.name(), 1, false));
            case OfficeEvent.OrganiserReissued e when e.organiser() == Organiser.HOST.number() ->
                    new Office(organisers, hostIssue + 1);
            case OfficeEvent.OrganiserReissued e -> change(e.organiser(), Organiser::reissued);
            case OfficeEvent.OrganiserHandedOver e ->
                    change(e.organiser(), o -> o.handedTo(e.name()));
            case OfficeEvent.OrganiserWithdrawn e -> change(e.organiser(), Organiser::gone);
        };
    }

    private Office change(int number, UnaryOperator<Organiser> by) {
        return organiser(number).map(by).map(this::with).orElse(this);
    }

    private Office with(Organiser organiser) {
        Map<Integer, Organiser> next = new LinkedHashMap<>(organisers);
        next.put(organiser.number(), organiser);
        return new Office(next, hostIssue);
    }
}
