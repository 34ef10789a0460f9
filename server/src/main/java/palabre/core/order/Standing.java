package palabre.core.order;

import palabre.core.floor.Account;
import palabre.core.floor.FloorRequest;
import palabre.core.seats.Person;

/**
 * Somebody who waits, and what the rules ask about them: looked up once, when first asked, since
 * one is compared with many.
 */
public final class Standing {
    final FloorRequest request;

    /** The rank that comes before all rules; see {@link Ranking#RULED}. */
    final int tier;

    private final Ranking ranking;
    private Person person;
    private Account account;
    private Account team;

    @SuppressWarnings("NullAway.Init") // looked up when first asked for
    public Standing(FloorRequest request, int tier, Ranking ranking) {
        this.request = request;
        this.tier = tier;
        this.ranking = ranking;
    }

    public Person person() {
        if (person == null) {
            person = ranking.person(request);
        }
        return person;
    }

    /** What they have had themselves. */
    public Account account() {
        if (account == null) {
            account = ranking.account(request);
        }
        return account;
    }

    /** What their team has had; whoever stands for no team is a team of their own. */
    public Account team() {
        if (team == null) {
            String name = person().team();
            team = name.isEmpty() ? account() : ranking.team(name);
        }
        return team;
    }

    /** Names their team, or them alone. */
    public String teamName() {
        String name = person().team();
        return name.isEmpty() ? "\n" + request.seat() : name;
    }
}
