package palabre.core.floor;

import java.util.Optional;
import palabre.core.RequestId;
import palabre.core.Texts;
import palabre.core.policy.RequestKind;

/**
 * What is asked for.
 *
 * @param topic may be empty
 * @param language in which the person will speak, a BCP 47 tag; may be empty
 * @param replyTo the speech that a reply answers
 * @param delayed whether it was made while the person's device had no link
 */
public record Ask(
        RequestKind kind,
        String topic,
        String language,
        Optional<RequestId> replyTo,
        boolean delayed) {
    public Ask {
        Texts.title(topic);
        Texts.title(language);
    }

    public static Ask of(RequestKind kind) {
        return new Ask(kind, "", "", Optional.empty(), false);
    }
}
