// Who speaks, and the clocks of the turns.

import { outOfLine } from "./floor.mjs";

const runs = (turn) => Object.keys(turn.pauses).length === 0;

/** To stop a clock at a moment. */
function stop(turn, moment, at) {
  if (runs(turn)) turn.usedMs += Math.max(0, moment - turn.running);
  turn.running = at;
}

function pause(turn, why, asOf, at) {
  stop(turn, Math.min(asOf, at), at);
  turn.pauses[why] ??= at;
}

function resume(turn, why, at) {
  stop(turn, at, at);
  delete turn.pauses[why];
}

const both = ({ floor }) => [floor.holder, floor.interrupted].filter(Boolean);

function change(room, request, by) {
  both(room)
    .filter((turn) => turn.request === request)
    .forEach(by);
}

function begin(room, e) {
  const { floor } = room;
  floor.interrupted = floor.holder ?? floor.interrupted;
  floor.holder = {
    ...outOfLine(room, e.request),
    state: "granted",
    since: e.at,
    limitMs: e.limitMs,
    usedMs: 0,
    running: e.at,
    pauses: floor.paused ? { all: e.at } : {},
  };
}

function end(room, e) {
  const { floor } = room;
  if (floor.item && [floor.holder, floor.interrupted].some((turn) => turn?.request === e.request)) {
    floor.item.chargedMs += e.chargedMs;
  }
  if (floor.holder?.request === e.request) {
    floor.holder = floor.interrupted;
    floor.interrupted = null;
  } else if (floor.interrupted?.request === e.request) {
    floor.interrupted = null;
  }
}

export const turns = {
  "floor.granted": begin,
  "floor.released": end,
  "floor.revoked": end,
  "turn.paused": (room, e) => change(room, e.request, (turn) => pause(turn, e.why, e.asOf, e.at)),
  "turn.resumed": (room, e) => change(room, e.request, (turn) => resume(turn, e.why, e.at)),
  "turn.extended": (room, e) =>
    change(room, e.request, (turn) => {
      if (turn.limitMs !== 0) turn.limitMs += e.ms;
    }),
  "floor.paused": (room, e) => {
    room.floor.paused = true;
    both(room).forEach((turn) => pause(turn, "all", e.at, e.at));
  },
  "floor.resumed": (room, e) => {
    room.floor.paused = false;
    both(room).forEach((turn) => resume(turn, "all", e.at));
  },
};
