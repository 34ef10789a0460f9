package palabre.core.note;

import java.util.Comparator;
import palabre.core.SeatId;

/**
 * From where somebody writes: a seat, and a number that each of its tabs makes up and keeps. Of two
 * sites that insert at one place, the lower one's text comes first.
 *
 * @param tab from 1; {@link #NO_TAB} for what no open tab has sent: forms, proposals that were
 *     taken
 */
public record Site(SeatId seat, int tab) implements Comparable<Site> {
    public static final int NO_TAB = 0;
    public static final int TAB_MAX = 0x7fff_ffff;

    private static final Comparator<Site> ORDER =
            Comparator.comparing((Site s) -> s.seat().value()).thenComparingInt(Site::tab);

    public Site {
        if (tab < 0) {
            throw new IllegalArgumentException("tab " + tab);
        }
    }

    /** Seats in the order of their characters, as every language compares ASCII. */
    @Override
    public int compareTo(Site other) {
        return ORDER.compare(this, other);
    }

    boolean before(Site other) {
        return compareTo(other) < 0;
    }
}
