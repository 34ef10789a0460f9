// The lobby, the room's mode, groups, and what the public sees.

import { including, put } from "./fields.mjs";

export const doors = {
  "lobby.opened": (room) => (room.doors.lobby = true),
  "lobby.closed": (room) => (room.doors.lobby = false),
  "lobby.entered": (room, e) => (room.doors.waiting = { ...room.doors.waiting, [e.seat]: e.person }),
  "lobby.left": (room, e) => {
    const { [e.seat]: _, ...others } = room.doors.waiting ?? {};
    put(room.doors, "waiting", others);
  },
  "lobby.told": (room, e) => put(room.doors, "told", e.text),
  "mode.proposed": (room, e) => (room.doors.proposal = { onRecord: e.onRecord, atMs: e.at }),
  "mode.agreed": ({ doors: { proposal } }, e) => {
    if (proposal) proposal.agreed = including(proposal.agreed, e.seat);
  },
  "mode.dropped": (room) => delete room.doors.proposal,
  "mode.settled": (room) => delete room.doors.proposal,
  "groups.laid": (room, e) => {
    put(room.doors, "groups", e.groups);
    put(room.doors, "groupsFrom", e.parent);
    room.doors.groupsUntilMs = e.untilMs;
  },
  "public.set": (room, e) => {
    room.doors.publicCut = e.cut;
    room.doors.publicDelayMs = e.delayMs;
  },
};
