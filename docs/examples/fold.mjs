// The fold of PROTOCOL.md, whole: what a client knows of a room, from the lines of its stream alone.

import { doors } from "./fold/doors.mjs";
import { floor } from "./fold/floor.mjs";
import { meeting } from "./fold/meeting.mjs";
import { forget, name, seats } from "./fold/seats.mjs";
import { turns } from "./fold/turns.mjs";

/** How each event changes the room. */
const EVENTS = { ...seats, ...floor, ...turns, ...meeting, ...doors };

const NOTHING_TOLD = { order: [], mean: 0, figures: null, opinions: null };

/** What somebody knows who has heard nothing yet. */
export const stranger = () => ({ epoch: "", seq: -1, told: 0, hello: null, room: null, here: 0, ...NOTHING_TOLD });

function frame(known, m) {
  if (m.seq <= known.seq) return "had";
  if (m.prev !== known.seq) return "gap";
  known.seq = m.seq;
  known.here = m.here ?? known.here;
  if (m.ev) {
    name(known.room, m.people);
    EVENTS[m.ev]?.(known.room, m);
    forget(known.room, m.gone);
  }
  return m.ev ?? "beat";
}

/**
 * Takes one line in.
 *
 * @returns what it was: `gap` when something is missing before it, and the stream is to be opened again
 */
export function take(known, m) {
  if (m.part) return "part"; // of another part than main; each is folded by itself
  if (m.hello) {
    Object.assign(known, NOTHING_TOLD, { epoch: m.epoch, told: m.told, hello: m, here: m.here });
    if (!m.recovered) known.seq = -1;
    return "hello";
  }
  if (m.snapshot) {
    Object.assign(known, { room: m.snapshot, seq: m.seq });
    return "snapshot";
  }
  if (m.prev !== undefined) return frame(known, m);
  for (const told of ["order", "mean", "figures", "opinions", "told", "here"]) {
    if (m[told] !== undefined) known[told] = m[told];
  }
  return "told";
}

/** Those who wait, in the order in which they will speak. */
export function line({ room, order }) {
  const told = new Map(order.map((place, i) => [place.request, i]));
  const rank = (r) => told.get(r.request) ?? Infinity;
  return room.floor.waiting.toSorted((a, b) => rank(a) - rank(b) || a.request - b.request);
}
