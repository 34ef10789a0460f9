package palabre.invite;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import palabre.core.room.Charter;
import palabre.core.session.AgendaPlan;
import palabre.core.session.Link;
import palabre.core.session.Plan;
import palabre.core.session.Schedule;
import palabre.core.session.Session;
import palabre.text.Messages;

/**
 * Somebody's invitation, in words that need no markup: it may be sent by mail, read out, or copied
 * into a text message.
 *
 * @param address of their door
 */
public record Invitation(Session session, Charter room, Link link, String address) {
    /** In their own language, if there is a catalogue of it. */
    public String message() {
        return message(Messages.of(link.language().split("-", 2)[0]));
    }

    public String message(Messages m) {
        Plan plan = session.plan();
        StringBuilder out = new StringBuilder();
        if (link.kind() == Link.Kind.PERSONAL) {
            line(out, m.text("invite.dear", "name", link.person().name()));
        }
        String role = m.text("role." + link.person().role().wire());
        line(out, m.text("invite.to", "role", role));
        line(out, "");
        line(out, session.title());
        line(out, room.title().equals(session.title()) ? "" : room.title());
        plan.schedule().ifPresent(s -> line(out, m.text("invite.when", "t", theirs(s, m))));
        plan.schedule().ifPresent(s -> line(out, m.text("invite.minutes", "n", s.minutes())));
        line(out, m.text("modality." + plan.modality().wire()));
        labelled(out, m, "invite.place", plan.place());
        labelled(out, m, "invite.sound", plan.sound());
        labelled(out, m, "invite.results", plan.results());
        agenda(out, m, plan);
        line(out, "");
        line(out, m.text("invite.link"));
        line(out, address);
        line(out, m.text("invite.slow"));
        return out.toString().replaceAll("\n{3,}", "\n\n");
    }

    /** By their own clock first, when it is known to be another. */
    private String theirs(Schedule schedule, Messages m) {
        if (link.zone().isEmpty() || link.zone().equals(schedule.zone())) {
            return when(schedule, m);
        }
        String own =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                        .withLocale(Locale.forLanguageTag(m.language()))
                        .format(
                                Instant.ofEpochMilli(schedule.beginsMs())
                                        .atZone(ZoneId.of(link.zone())));
        return own + " (" + link.zone() + ") = " + when(schedule, m);
    }

    /** By the clock on the wall where it is. */
    public static String when(Schedule schedule, Messages m) {
        String time =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                        .withLocale(Locale.forLanguageTag(m.language()))
                        .format(LocalDateTime.parse(schedule.start()));
        return time + " (" + schedule.zone() + ")";
    }

    private static void agenda(StringBuilder out, Messages m, Plan plan) {
        if (plan.agenda().isEmpty()) {
            return;
        }
        line(out, "");
        line(out, m.text("invite.agenda"));
        int n = 0;
        for (AgendaPlan item : plan.agenda()) {
            String minutes =
                    item.minutes() == 0
                            ? ""
                            : " (" + m.text("invite.min", "n", item.minutes()) + ")";
            String lead = item.lead().isEmpty() ? "" : ", " + item.lead();
            line(out, ++n + ". " + item.title() + minutes + lead);
            item.links().forEach(address -> line(out, "   " + address));
        }
    }

    private static void labelled(StringBuilder out, Messages m, String key, String value) {
        if (!value.isEmpty()) {
            line(out, m.text(key, "t", value));
        }
    }

    private static void line(StringBuilder out, String text) {
        out.append(text).append('\n');
    }
}
