package palabre.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import palabre.core.session.OrganiserEvent;

/**
 * Events of the log of organisers: {@code {"ev":"organiser.appointed","organiser":1,"name":"…"}}.
 */
public final class OrganiserEventCodec implements EventCodec<OrganiserEvent> {
    @Override
    public ObjectNode write(OrganiserEvent event) {
        String name =
                switch (event) {
                    case OrganiserEvent.OrganiserAppointed _ -> "organiser.appointed";
                    case OrganiserEvent.OrganiserReissued _ -> "organiser.reissued";
                    case OrganiserEvent.OrganiserHandedOver _ -> "organiser.handed";
                    case OrganiserEvent.OrganiserWithdrawn _ -> "organiser.withdrawn";
                };
        return Json.object().put("ev", name).setAll(Shapes.write(event));
    }

    @Override
    public OrganiserEvent read(JsonNode n) {
        return switch (n.path("ev").textValue()) {
            case "organiser.appointed" -> Shapes.read(n, OrganiserEvent.OrganiserAppointed.class);
            case "organiser.reissued" -> Shapes.read(n, OrganiserEvent.OrganiserReissued.class);
            case "organiser.handed" -> Shapes.read(n, OrganiserEvent.OrganiserHandedOver.class);
            case "organiser.withdrawn" -> Shapes.read(n, OrganiserEvent.OrganiserWithdrawn.class);
            default -> throw new IllegalStateException("no such event: " + n.path("ev"));
        };
    }
}
