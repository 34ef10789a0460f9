package palabre.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import palabre.core.session.OfficeEvent;

/** Events of the office: {@code {"ev":"organiser.appointed","organiser":1,"name":"…"}}. */
public final class OfficeEventCodec implements EventCodec<OfficeEvent> {
    @Override
    public ObjectNode write(OfficeEvent event) {
        String name =
                switch (event) {
                    case OfficeEvent.OrganiserAppointed _ -> "organiser.appointed";
                    case OfficeEvent.OrganiserReissued _ -> "organiser.reissued";
                    case OfficeEvent.OrganiserHandedOver _ -> "organiser.handed";
                    case OfficeEvent.OrganiserWithdrawn _ -> "organiser.withdrawn";
                };
        return Json.object().put("ev", name).setAll(Shapes.write(event));
    }

    @Override
    public OfficeEvent read(JsonNode n) {
        return switch (n.path("ev").textValue()) {
            case "organiser.appointed" -> Shapes.read(n, OfficeEvent.OrganiserAppointed.class);
            case "organiser.reissued" -> Shapes.read(n, OfficeEvent.OrganiserReissued.class);
            case "organiser.handed" -> Shapes.read(n, OfficeEvent.OrganiserHandedOver.class);
            case "organiser.withdrawn" -> Shapes.read(n, OfficeEvent.OrganiserWithdrawn.class);
            default -> throw new IllegalStateException("no such event: " + n.path("ev"));
        };
    }
}
