package palabre.part;

import palabre.core.Audience;
import palabre.core.PartId;

/**
 * Those who get the same of a part: what goes out is encoded once for each that is in use, not once
 * for each person.
 *
 * @param viewer what they may see
 * @param language a tag; empty where nothing is told in one language rather than another
 * @param profile what their clients can afford; {@link Profile#FULL} where all are told the same
 */
public record AudienceKey(Audience viewer, PartId part, String language, Profile profile) {
    /** Those of main: it tells the same in every language and to every client. */
    public static AudienceKey main(Audience viewer) {
        return new AudienceKey(viewer, PartId.MAIN, "", Profile.FULL);
    }

    /** The same, in whatever language and with whatever client. */
    public AudienceKey inAnyLanguage() {
        return new AudienceKey(viewer, part, "", Profile.FULL);
    }

    /** The same, whoever they are. */
    public AudienceKey seeingAsPublic() {
        return new AudienceKey(Audience.PUBLIC, part, language, profile);
    }
}
