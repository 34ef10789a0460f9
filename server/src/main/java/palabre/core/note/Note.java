package palabre.core.note;

import java.util.Optional;
import org.pcollections.PMap;
import org.pcollections.TreePMap;
import palabre.core.SeatId;

/**
 * A note: what stands in it, who wrote what, and what is proposed. The fold of its log.
 *
 * @param version how many events there have been
 * @param proposals those that wait, by number
 * @param numbered how many proposals there have been
 * @param closed whether what is written now becomes a proposal
 */
public record Note(
        NoteText text,
        long version,
        Tail tail,
        Authors authors,
        PMap<Integer, Proposal> proposals,
        int numbered,
        WriteRule rule,
        boolean closed,
        Optional<Approval> approved) {
    /** The longest note, in UTF-16 units. */
    public static final int LENGTH_MAX = 262_144;

    public static final Note EMPTY =
            new Note(
                    NoteText.EMPTY,
                    0,
                    Tail.EMPTY,
                    Authors.NONE,
                    TreePMap.empty(),
                    0,
                    WriteRule.ALL,
                    false,
                    Optional.empty());

    /** The text at a version; empty when the tail does not reach so far, or it is yet to come. */
    public Optional<NoteText> at(long base) {
        return base > version || !tail.reaches(base)
                ? Optional.empty()
                : Optional.of(tail.at(base).orElse(text));
    }

    public Note evolve(NoteEvent event, long atMs) {
        Note next = after(event, atMs);
        return new Note(
                next.text,
                version + 1,
                next.tail,
                next.authors,
                next.proposals,
                next.numbered,
                next.rule,
                next.closed,
                next.approved);
    }

    private Note after(NoteEvent event, long atMs) {
        return switch (event) {
            case NoteEvent.AuthorNamed e -> with(authors.named(e.seat(), e.name()));
            case NoteEvent.NoteChanged e -> changed(new Site(e.seat(), e.tab()), e.change());
            case NoteEvent.ProposalMade e ->
                    with(
                            proposals.plus(e.proposal(), proposal(e, atMs)),
                            Math.max(numbered, e.proposal()));
            case NoteEvent.ProposalTaken e ->
                    with(proposals.minus(e.proposal()), numbered)
                            .changed(new Site(e.author(), Site.NO_TAB), e.change());
            case NoteEvent.ProposalDeclined e -> with(proposals.minus(e.proposal()), numbered);
            case NoteEvent.WritingRuled e -> with(e.rule(), closed, approved);
            case NoteEvent.NoteClosed _ -> with(rule, true, approved);
            case NoteEvent.NoteReopened _ -> with(rule, false, approved);
            case NoteEvent.VersionApproved e -> with(rule, closed, Optional.of(e.approval()));
            case NoteEvent.TextSummed _ -> this;
        };
    }

    private static Proposal proposal(NoteEvent.ProposalMade e, long atMs) {
        return new Proposal(
                e.proposal(), e.seat(), e.cause(), e.change(), e.from(), e.to(), e.words(), atMs);
    }

    private Note changed(Site site, ChangeSet change) {
        Step step = new Step(version + 1, site, change, text);
        PMap<Integer, Proposal> moved = proposals;
        for (Proposal proposal : proposals.values()) {
            moved = moved.plus(proposal.id(), proposal.after(step));
        }
        return new Note(
                text.apply(change, authors.number(site.seat())),
                version,
                tail.plus(step),
                authors,
                moved,
                numbered,
                rule,
                closed,
                approved);
    }

    private Note with(Authors next) {
        return new Note(text, version, tail, next, proposals, numbered, rule, closed, approved);
    }

    private Note with(PMap<Integer, Proposal> next, int count) {
        return new Note(text, version, tail, authors, next, count, rule, closed, approved);
    }

    private Note with(WriteRule now, boolean over, Optional<Approval> minutes) {
        return new Note(text, version, tail, authors, proposals, numbered, now, over, minutes);
    }

    /** Those that wait and are somebody's. */
    long waiting(SeatId seat) {
        return proposals.values().stream().filter(p -> p.author().equals(seat)).count();
    }
}
