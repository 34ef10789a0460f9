package palabre.core.floor;

/**
 * What a speaker, or a team, has had of the floor.
 *
 * @param turns procedural ones do not count, nor does a turn that goes on from one cut off
 * @param spokenMs all that was spoken
 * @param chargedMs what counts against a budget and in the order
 * @param lastTurn the number of their last turn among all turns of the room; 0: none
 */
public record Account(int turns, long spokenMs, long chargedMs, long lastTurn) {
    public static final Account NEW = new Account(0, 0, 0, 0);

    public Account began(long turn) {
        return new Account(turns + 1, spokenMs, chargedMs, turn);
    }

    public Account spoke(FloorEvent.Charge charge) {
        return new Account(
                turns, spokenMs + charge.spokenMs(), chargedMs + charge.chargedMs(), lastTurn);
    }

    public long chargedSeconds() {
        return chargedMs / 1_000;
    }
}
