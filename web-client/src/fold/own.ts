// What nobody else may know of this seat: its votes, its contact card. Pure.

import type { BallotJson, ContactJson, MineJson } from "../link/wire";

export interface Own {
  readonly votes: ReadonlyMap<number, BallotJson>;
  /** The questions whose answer this seat would like to hear. */
  readonly upvoted: ReadonlySet<number>;
  readonly card: string;
  /** With whom this seat would exchange contacts. */
  readonly wants: ReadonlySet<string>;
  /** Who would as well. */
  readonly given: readonly ContactJson[];
}

export const NOTHING_OWN: Own = { votes: new Map(), upvoted: new Set(), card: "", wants: new Set(), given: [] };

/** As the server greets, but for what is still on its way there. */
export function greeted(own: Own, mine: MineJson | undefined, sending: (name: string) => boolean): Own {
  const votes = new Map(Object.entries(mine?.votes ?? {}).map(([poll, ballot]) => [Number(poll), ballot]));
  const writing = sending("contact.card") || sending("contact.want");
  return {
    votes: sending("poll.vote") ? own.votes : votes,
    upvoted: sending("question.up") ? own.upvoted : new Set(mine?.upvoted),
    card: writing ? own.card : (mine?.card ?? ""),
    wants: writing ? own.wants : new Set(mine?.wants),
    given: mine?.contacts ?? [],
  };
}

export const voted = (own: Own, poll: number, ballot: BallotJson): Own => ({ ...own, votes: new Map(own.votes).set(poll, ballot) });

export const upvoted = (own: Own, question: number): Own => ({ ...own, upvoted: new Set(own.upvoted).add(question) });

export function wanted(own: Own, seat: string, wants: boolean): Own {
  const all = new Set(own.wants);
  if (wants) all.add(seat);
  else all.delete(seat);
  return { ...own, wants: all };
}
