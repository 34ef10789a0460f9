package palabre.testing;

import palabre.core.session.Plan;

/** Plans of sessions, as tests need them. */
public final class Plans {
    private Plans() {}

    /** Nothing is planned but the ground rules. */
    public static Plan ruled(String rules) {
        Plan p = Plan.NONE;
        return new Plan(
                p.results(),
                p.modality(),
                p.place(),
                p.sound(),
                p.schedule(),
                p.languages(),
                p.agenda(),
                p.teams(),
                rules,
                p.glossary(),
                p.notes());
    }
}
