package palabre.mail;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Properties;

/** Hands letters to the mail server, one after the other. */
public final class Mailer {
    private static final String TIMEOUT_MS = "15000";

    private final Vertx vertx;
    private final MailConfig config;
    private final Session session;

    public Mailer(Vertx vertx, MailConfig config) {
        this.vertx = vertx;
        this.config = config;
        Properties p = new Properties();
        String protocol = config.security().equals("tls") ? "smtps" : "smtp";
        p.put("mail.transport.protocol", protocol);
        for (String each : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            p.put("mail." + protocol + "." + each, TIMEOUT_MS);
        }
        p.put("mail." + protocol + ".host", config.host());
        p.put("mail." + protocol + ".port", Integer.toString(config.port()));
        p.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        if (config.security().equals("starttls")) {
            p.put("mail.smtp.starttls.enable", "true");
            p.put("mail.smtp.starttls.required", "true");
        }
        p.put("mail." + protocol + ".auth", Boolean.toString(!config.user().isEmpty()));
        this.session = Session.getInstance(p);
    }

    /** Fails when the mail server does not take it. */
    public Future<Void> send(Letter letter) {
        return vertx.executeBlocking(
                        () -> {
                            deliver(letter);
                            return true;
                        })
                .mapEmpty();
    }

    private void deliver(Letter letter) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(config.from()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(letter.subject(), "UTF-8");
        message.setHeader(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
        if (letter.calendar().isEmpty()) {
            message.setText(letter.text(), "UTF-8");
        } else {
            MimeBodyPart text = new MimeBodyPart();
            text.setText(letter.text(), "UTF-8");
            MimeBodyPart entry = new MimeBodyPart();
            entry.setContent(
                    letter.calendar().get(), "text/calendar; charset=UTF-8; method=PUBLISH");
            entry.setFileName("invitation.ics");
            message.setContent(new MimeMultipart(text, entry));
        }
        message.saveChanges();
        try (Transport transport = session.getTransport()) {
            if (config.user().isEmpty()) {
                transport.connect();
            } else {
                transport.connect(config.user(), config.password());
            }
            transport.sendMessage(message, message.getAllRecipients());
        }
    }
}
