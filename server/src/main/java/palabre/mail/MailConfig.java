package palabre.mail;

import java.util.Optional;
import java.util.Properties;

/**
 * The mail server that takes our letters.
 *
 * @param security {@code none}, {@code starttls} or {@code tls}
 * @param user with the password; empty: the server asks for none
 */
public record MailConfig(
        String host, int port, String security, String from, String user, String password) {
    private static final int SUBMISSION_PORT = 587; // RFC 6409

    /**
     * Of the lines {@code smtp-host=}, {@code smtp-port=}, {@code smtp-security=}, {@code
     * smtp-from=}, {@code smtp-user=}, {@code smtp-password=}; empty without a host.
     */
    public static Optional<MailConfig> of(Properties p) {
        String host = p.getProperty("smtp-host", "").strip();
        if (host.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new MailConfig(
                        host,
                        Integer.parseInt(p.getProperty("smtp-port", "" + SUBMISSION_PORT).strip()),
                        p.getProperty("smtp-security", "starttls").strip(),
                        p.getProperty("smtp-from", "palabre@" + host).strip(),
                        p.getProperty("smtp-user", "").strip(),
                        p.getProperty("smtp-password", "")));
    }

    @Override
    public String toString() {
        return "smtp " + host + ":" + port; // never the password
    }
}
