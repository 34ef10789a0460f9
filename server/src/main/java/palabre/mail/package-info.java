/** Letters to those who were invited, over SMTP (RFC 5321) when a mail server is configured. */
@NullMarked
package palabre.mail;

import org.jspecify.annotations.NullMarked;
