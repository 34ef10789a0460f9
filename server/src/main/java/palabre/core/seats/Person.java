package palabre.core.seats;

import palabre.core.Role;
import palabre.core.Texts;

/**
 * Who sits in a seat and whom they stand for. Team, sector and site may be empty; an empty site
 * means online.
 */
public record Person(String name, Role role, String team, String sector, String site) {
    public Person {
        Texts.name(name);
        Texts.name(team);
        Texts.name(sector);
        Texts.name(site);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a person without a name");
        }
    }

    /** Somebody of whom only the name is known. */
    public static Person named(String name, Role role) {
        return new Person(name, role, "", "", "");
    }

    public Person renamed(String newName) {
        return new Person(newName, role, team, sector, site);
    }

    public Person as(Role newRole) {
        return new Person(name, newRole, team, sector, site);
    }
}
