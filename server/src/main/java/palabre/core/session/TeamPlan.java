package palabre.core.session;

import palabre.core.Texts;

/**
 * A team that will be there.
 *
 * @param side {@code seeking} or {@code providing}; may be empty
 */
public record TeamPlan(String name, String side) {
    public TeamPlan {
        Texts.name(name);
        Texts.name(side);
    }
}
