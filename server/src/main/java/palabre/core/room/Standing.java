package palabre.core.room;

import palabre.core.seats.Person;

/**
 * Somebody who waits, and what the rules ask about them: looked up once, when first asked, since
 * one is compared with many.
 */
final class Standing {
    final FloorRequest request;

    /** The rank that comes before all rules; see {@link Ranking#RULED}. */
    final int tier;

    private final Ranking ranking;
    private Person person;
    private Account account;
    private Account team;

    @SuppressWarnings("NullAway.Init") // looked up when first asked for
    Standing(FloorRequest request, int tier, Ranking ranking) {
        this.request = request;
        this.tier = tier;
        this.ranking = ranking;
    }

    Person person() {
        if (person == null) {
            person = ranking.person(request);
        }
        return person;
    }

    /** What they have had themselves. */
    Account account() {
        if (account == null) {
            account = ranking.account(request);
        }
        return account;
    }

    /** What their team has had; whoever stands for no team is a team of their own. */
    Account team() {
        if (team == null) {
            String name = person().team();
            team = name.isEmpty() ? account() : ranking.team(name);
        }
        return team;
    }

    /** Names their team, or them alone. */
    String teamName() {
        String name = person().team();
        return name.isEmpty() ? "\n" + request.seat() : name;
    }
}
