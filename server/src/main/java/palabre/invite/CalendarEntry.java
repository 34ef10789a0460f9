package palabre.invite;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import palabre.core.session.Schedule;

/**
 * An invitation as an entry of a calendar (RFC 5545). Times are moments (UTC): every calendar shows
 * them in its owner's own zone.
 */
public final class CalendarEntry {
    private CalendarEntry() {}

    /** Empty while it is not settled when the session is. */
    public static Optional<String> of(Invitation invitation) {
        return invitation.session().plan().schedule().map(s -> of(invitation, s));
    }

    private static String of(Invitation invitation, Schedule schedule) {
        Instant begins = Instant.ofEpochMilli(schedule.beginsMs());
        VEvent event =
                new VEvent(
                        begins,
                        Duration.ofMinutes(schedule.minutes()),
                        invitation.session().title());
        event.add(new Uid(invitation.session().id() + "-" + invitation.link().id() + "@palabre"));
        event.add(new Description(invitation.message()));
        event.add(new Url(URI.create(invitation.address())));
        String place = invitation.session().plan().place();
        if (!place.isEmpty()) {
            event.add(new Location(place));
        }
        Calendar calendar =
                new Calendar()
                        .withProdId("-//Palabre//Palabre//EN")
                        .withDefaults()
                        .withComponent(event)
                        .getFluentTarget();
        StringWriter out = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
