// What a page knows of its room: the fold of every line of the stream, from knowing nothing. Pure.

import type { FiguresJson, Hello, Message, OpinionsJson, TallyJson } from "../link/wire";
import { ordered } from "./floor";
import { evolve, fromSnapshot, type Room } from "./room";

export interface Known {
  /** Who this page is, by the last greeting. */
  readonly me: Hello | null;
  readonly room: Room | null;
  readonly seq: number;
  readonly here: number;
  /** Told to the chair, or to all when the rules say so. */
  readonly figures: FiguresJson | null;
  /** How open polls stand. */
  readonly standing: ReadonlyMap<number, TallyJson>;
  /** How many would like to hear the answer to which question. */
  readonly ups: ReadonlyMap<number, number>;
}

const UNTOLD = { figures: null, standing: new Map<number, TallyJson>(), ups: new Map<number, number>() };

export const STRANGER: Known = { me: null, room: null, seq: -1, here: 0, ...UNTOLD };

/** What is known after a line; the same when the line says nothing of the room. */
export function take(known: Known, message: Message): Known {
  const { room } = known;
  switch (message.kind) {
    case "hello":
      // what is never logged is told again after a greeting
      return { ...known, ...UNTOLD, me: message.hello, here: message.hello.here, room: room && inOrder(room, [], 0) };
    case "snapshot":
      return { ...known, room: fromSnapshot(message.room), seq: message.seq };
    case "frame": {
      const { frame } = message;
      return { ...known, seq: frame.seq, here: frame.here ?? known.here, room: room && frame.ev ? evolve(room, frame) : room };
    }
    case "order":
      return { ...known, room: room && inOrder(room, message.order, message.meanMs) };
    case "figures":
      return { ...known, figures: message.figures };
    case "opinions":
      return { ...known, ...opinions(message.opinions) };
    case "here":
      return { ...known, here: message.here };
    default:
      return known;
  }
}

/** Nobody new comes in by this link any more; the next greeting says the same. */
export function linkClosed(known: Known, link: string): Known {
  const { me } = known;
  if (!me?.links) return known;
  return { ...known, me: { ...me, links: me.links.map((l) => (l.link === link ? { ...l, closed: true } : l)) } };
}

const inOrder = (room: Room, order: Parameters<typeof ordered>[1], meanMs: number): Room =>
  ({ ...room, floor: ordered(room.floor, order, meanMs) });

/** Of a poll that is hidden, only how many have voted. */
const opinions = ({ polls, ups }: OpinionsJson): Pick<Known, "standing" | "ups"> => ({
  standing: new Map(polls.map((p) => [p.poll, p.tally ?? { votes: p.votes }])),
  ups: new Map(Object.entries(ups).map(([id, n]) => [Number(id), n])),
});
