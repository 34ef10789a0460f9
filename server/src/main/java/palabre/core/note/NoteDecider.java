package palabre.core.note;

import static palabre.core.Decision.accepted;
import static palabre.core.Decision.refused;

import java.util.ArrayList;
import java.util.List;
import palabre.core.Code;
import palabre.core.Decision;
import palabre.core.Role;
import palabre.core.SeatId;
import palabre.core.note.NoteEvent.NoteChanged;
import palabre.core.note.NoteEvent.ProposalMade;

/**
 * Observers read. All others write, or propose where the secretary and the chair alone write. What
 * somebody wrote and what may not stand in the note becomes a proposal under their name.
 */
public final class NoteDecider {
    private NoteDecider() {}

    public static Decision<NoteEvent> decide(Note note, Writer who, NoteCommand command) {
        SeatId seat = who.seat();
        boolean server = seat.equals(SeatId.SERVER);
        if (who.role() == Role.OBSERVER && !server) {
            return refused(Code.ROLE_MAY_NOT);
        }
        return switch (command) {
            case NoteCommand.Change c -> change(note, who, c);
            case NoteCommand.Propose c -> propose(note, who, c);
            case NoteCommand.Comment c -> comment(note, who, c);
            case NoteCommand.TakeProposal c -> take(note, who, c.proposal());
            case NoteCommand.DeclineProposal c -> decline(note, who, c.proposal());
            case NoteCommand.SumText _ when server ->
                    accepted(new NoteEvent.TextSummed(note.text().length(), note.text().sum()));
            case NoteCommand.SumText _ -> refused(Code.ROLE_MAY_NOT);
            case NoteCommand.CloseNote _ when server || who.leads() ->
                    note.closed() ? accepted() : accepted(new NoteEvent.NoteClosed(seat));
            case NoteCommand.CloseNote _ -> refused(Code.ROLE_MAY_NOT);
            case NoteCommand.ReopenNote _ when who.leads() ->
                    note.closed() ? accepted(new NoteEvent.NoteReopened(seat)) : accepted();
            case NoteCommand.ReopenNote _ -> refused(Code.ROLE_MAY_NOT);
            case NoteCommand.RuleWriting c when who.leads() ->
                    note.rule() == c.rule()
                            ? accepted()
                            : accepted(new NoteEvent.WritingRuled(c.rule(), seat));
            case NoteCommand.RuleWriting _ -> refused(Code.ROLE_MAY_NOT);
            case NoteCommand.ApproveVersion c when who.leads() -> approve(note, seat, c.version());
            case NoteCommand.ApproveVersion _ -> refused(Code.ROLE_MAY_NOT);
        };
    }

    private static Decision<NoteEvent> change(Note note, Writer who, NoteCommand.Change c) {
        if (c.tab() < 0) {
            return refused(Code.BAD_FIELD);
        }
        Following following =
                Following.of(note, c.base(), c.change(), new Site(who.seat(), c.tab()));
        if (following instanceof Following.Impossible not) {
            return refused(not.code());
        }
        ChangeSet change = following.change();
        boolean longer = change.newLength() > note.text().length();
        if (change.isEmpty()) {
            // it confirms what was sent, though others have done the same before
            return by(note, who, new NoteChanged(who.seat(), c.tab(), c.base(), change));
        }
        if (note.closed()) {
            return proposed(note, who, c.tab(), ProposalCause.LATE, change, "");
        }
        if (note.rule() == WriteRule.LED && !who.leads()) {
            return proposed(note, who, c.tab(), ProposalCause.RULE, change, "");
        }
        if (longer && change.newLength() > Note.LENGTH_MAX) {
            return proposed(note, who, c.tab(), ProposalCause.FULL, change, "");
        }
        return by(note, who, new NoteChanged(who.seat(), c.tab(), c.base(), change));
    }

    private static Decision<NoteEvent> propose(Note note, Writer who, NoteCommand.Propose c) {
        Site site = new Site(who.seat(), Site.NO_TAB);
        Following following = Following.of(note, c.base(), c.change(), site);
        if (following instanceof Following.Impossible not) {
            return refused(not.code());
        }
        if (following.change().isEmpty() || !isWords(c.words())) {
            return refused(Code.BAD_FIELD);
        }
        return proposed(note, who, Site.NO_TAB, ProposalCause.MEANT, following.change(), c.words());
    }

    private static boolean isWords(String words) {
        return NoteInput.isClean(words) && words.length() <= Proposal.WORDS_MAX;
    }

    private static Decision<NoteEvent> comment(Note note, Writer who, NoteCommand.Comment c) {
        if (c.words().isBlank() || !isWords(c.words())) {
            return refused(Code.BAD_FIELD);
        }
        if (c.base() < 0 || c.base() > note.version()) {
            return refused(Code.UNKNOWN_BASE);
        }
        if (!note.tail().reaches(c.base())) {
            return refused(Code.OLD_BASE);
        }
        int length = note.at(c.base()).map(NoteText::length).orElseThrow();
        if (c.from() < 0 || c.to() < c.from() || c.to() > length) {
            return refused(Code.BAD_FIELD);
        }
        int from = c.from();
        int to = c.to();
        for (Step step : note.tail().after(c.base())) {
            from = step.change().mapPlace(from, true);
            to = Math.max(from, step.change().mapPlace(to, false));
        }
        return proposed(
                note,
                who,
                new ProposalMade(
                        note.numbered() + 1,
                        who.seat(),
                        Site.NO_TAB,
                        ProposalCause.MEANT,
                        ChangeSet.none(note.text().length()),
                        from,
                        to,
                        c.words()));
    }

    private static Decision<NoteEvent> proposed(
            Note note, Writer who, int tab, ProposalCause cause, ChangeSet change, String words) {
        int[] reach = Proposal.reach(change);
        return proposed(
                note,
                who,
                new ProposalMade(
                        note.numbered() + 1,
                        who.seat(),
                        tab,
                        cause,
                        change,
                        reach[0],
                        reach[1],
                        words));
    }

    private static Decision<NoteEvent> proposed(Note note, Writer who, ProposalMade event) {
        boolean full = note.proposals().size() >= Proposal.MOST;
        boolean own = note.waiting(who.seat()) >= Proposal.MOST_OF_SEAT;
        return full || own ? refused(Code.TOO_MANY) : by(note, who, event);
    }

    private static Decision<NoteEvent> take(Note note, Writer who, int id) {
        Proposal proposal = note.proposals().get(id);
        if (!who.leads()) {
            return refused(Code.ROLE_MAY_NOT);
        }
        if (proposal == null) {
            return refused(Code.UNKNOWN_PROPOSAL);
        }
        ChangeSet change = proposal.change();
        if (change.newLength() > Math.max(Note.LENGTH_MAX, change.length())) {
            return refused(Code.NOTE_FULL);
        }
        return accepted(new NoteEvent.ProposalTaken(id, proposal.author(), change, who.seat()));
    }

    private static Decision<NoteEvent> decline(Note note, Writer who, int id) {
        Proposal proposal = note.proposals().get(id);
        if (proposal == null) {
            return refused(who.leads() ? Code.UNKNOWN_PROPOSAL : Code.ROLE_MAY_NOT);
        }
        return who.leads() || proposal.author().equals(who.seat())
                ? accepted(new NoteEvent.ProposalDeclined(id, who.seat()))
                : refused(Code.ROLE_MAY_NOT);
    }

    private static Decision<NoteEvent> approve(Note note, SeatId by, long version) {
        if (version < 0 || version > note.version()) {
            return refused(Code.UNKNOWN_BASE);
        }
        if (note.at(version).isEmpty()) {
            return refused(Code.OLD_BASE);
        }
        NoteText text = note.at(version).orElseThrow();
        Approval approval = new Approval(version, text.length(), Approval.sha256(text), by);
        return accepted(new NoteEvent.VersionApproved(approval));
    }

    /** What somebody writes, with their name when the note does not know it yet. */
    private static Decision<NoteEvent> by(Note note, Writer who, NoteEvent event) {
        List<NoteEvent> events = new ArrayList<>();
        boolean known =
                note.authors()
                        .author(who.seat())
                        .filter(a -> a.name().equals(who.name()))
                        .isPresent();
        if (!known) {
            events.add(new NoteEvent.AuthorNamed(who.seat(), who.name()));
        }
        events.add(event);
        return new Decision.Accepted<>(events);
    }
}
