package palabre.core.room;

import java.util.Locale;
import palabre.core.SeatId;

/** Whose time a budget is: a person's, a team's, or the agenda item's. */
public record Purse(Kind kind, String name) {
    public enum Kind {
        PERSON,
        TEAM,
        ITEM;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final Purse ITEM = new Purse(Kind.ITEM, "");

    public static Purse person(SeatId seat) {
        return new Purse(Kind.PERSON, seat.value());
    }

    public static Purse team(String team) {
        return new Purse(Kind.TEAM, team);
    }
}
