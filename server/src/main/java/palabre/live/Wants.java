package palabre.live;

import palabre.core.Audience;
import palabre.core.PartId;
import palabre.part.AudienceKey;
import palabre.part.Profile;

/**
 * What a connection would be told, where that makes a difference.
 *
 * @param language a tag; empty for whatever there is
 */
public record Wants(String language, Profile profile) {
    public static final Wants ALL = new Wants("", Profile.FULL);

    AudienceKey of(Audience viewer, PartId part) {
        return new AudienceKey(viewer, part, language, profile);
    }
}
