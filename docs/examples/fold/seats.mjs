// Those whom everybody knows by name, and the room's ground rules.

import { pick, replaced, without } from "./fields.mjs";

const SEAT = ["seat", "name", "role", "team", "sector", "site", "keeper"];

/** Changes a seat, if it is there. */
function change(room, id, by) {
  const seat = room.seats.find((s) => s.seat === id);
  if (seat) by(seat);
}

/** Who is named from now on. */
export function name(room, people = []) {
  for (const seat of people) room.seats = replaced(room.seats, "seat", seat);
}

/** Who is named no more. */
export function forget(room, gone = []) {
  for (const seat of gone) room.seats = without(room.seats, "seat", seat);
}

export const seats = {
  "seat.joined": (room, e) => (room.seats = replaced(room.seats, "seat", pick(e, SEAT))),
  "seat.left": (room, e) => forget(room, [e.seat]),
  "seat.renamed": (room, e) => change(room, e.seat, (s) => (s.name = e.name)),
  "seat.role": (room, e) =>
    change(room, e.seat, (s) => {
      s.role = e.role;
      if (e.role === "observer") delete s.absent;
    }),
  "seat.absent": (room, e) => change(room, e.seat, (s) => (s.absent = true)),
  "seat.returned": (room, e) => change(room, e.seat, (s) => delete s.absent),
  "rules.laid": (room, e) => (room.rules = e.version),
};
