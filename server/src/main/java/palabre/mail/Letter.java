package palabre.mail;

import java.util.Optional;

/**
 * A letter in plain text.
 *
 * @param calendar an entry for the reader's calendar (RFC 5545)
 */
public record Letter(String to, String subject, String text, Optional<String> calendar) {}
