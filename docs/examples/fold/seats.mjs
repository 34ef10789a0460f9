// The room's seats and its ground rules.

import { including, pick, replaced, without } from "./fields.mjs";

const SEAT = ["seat", "name", "role", "team", "sector", "site", "keeper"];

/** Changes a seat, if it is there. */
function change(room, id, by) {
  const seat = room.seats.find((s) => s.seat === id);
  if (seat) by(seat);
}

const leave = (room, e) => (room.seats = without(room.seats, "seat", e.seat));

export const seats = {
  "seat.joined": (room, e) => (room.seats = replaced(room.seats, "seat", pick(e, SEAT))),
  "seat.left": leave,
  "seat.removed": (room, e) => {
    leave(room, e);
    room.removed = including(room.removed, e.seat);
  },
  "seat.renamed": (room, e) => change(room, e.seat, (s) => (s.name = e.name)),
  "seat.role": (room, e) =>
    change(room, e.seat, (s) => {
      s.role = e.role;
      if (e.role === "observer") delete s.absent;
    }),
  "seat.absent": (room, e) => change(room, e.seat, (s) => (s.absent = true)),
  "seat.returned": (room, e) => change(room, e.seat, (s) => delete s.absent),
  "rules.laid": (room, e) => (room.rules = e.version),
  "rules.accepted": (room, e) => (room.accepted = { ...room.accepted, [e.seat]: e.version }),
};
