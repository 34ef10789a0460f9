package palabre.core.floor;

import java.util.Locale;
import palabre.core.SeatId;

/** Whose time a budget is: a person's, a team's, or the agenda item's. */
public record BudgetOwner(Kind kind, String name) {
    public enum Kind {
        PERSON,
        TEAM,
        ITEM;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final BudgetOwner ITEM = new BudgetOwner(Kind.ITEM, "");

    public static BudgetOwner person(SeatId seat) {
        return new BudgetOwner(Kind.PERSON, seat.value());
    }

    public static BudgetOwner team(String team) {
        return new BudgetOwner(Kind.TEAM, team);
    }
}
