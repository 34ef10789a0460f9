package palabre.core.order;

import palabre.core.floor.Account;
import palabre.core.floor.FloorRequest;
import palabre.core.seats.Person;

/**
 * Somebody who waits, and what the rules ask about them: looked up once, when first asked, since
 * one is compared with many.
 */
public final class Standing {
    /** Where it is looked up. */
    interface Accounts {
        Person person(FloorRequest request);

        Account account(FloorRequest request);

        Account team(String name);
    }

    final FloorRequest request;

    /** The rank that comes before all rules. */
    final int tier;

    private final Accounts accounts;
    private Person person;
    private Account account;
    private Account team;

    @SuppressWarnings("NullAway.Init") // looked up when first asked for
    Standing(FloorRequest request, int tier, Accounts accounts) {
        this.request = request;
        this.tier = tier;
        this.accounts = accounts;
    }

    public Person person() {
        if (person == null) {
            person = accounts.person(request);
        }
        return person;
    }

    /** What they have had themselves. */
    public Account account() {
        if (account == null) {
            account = accounts.account(request);
        }
        return account;
    }

    /** What their team has had; whoever stands for no team is a team of their own. */
    public Account team() {
        if (team == null) {
            String name = person().team();
            team = name.isEmpty() ? account() : accounts.team(name);
        }
        return team;
    }

    /** Names their team, or them alone. */
    public String teamName() {
        String name = person().team();
        return name.isEmpty() ? "\n" + request.seat() : name;
    }
}
