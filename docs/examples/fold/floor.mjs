// Who waits, under which rules, and who presides. Turns are in turns.mjs.

import { pick, put, without } from "./fields.mjs";

/** What is asked for, of a request. */
const ASK = ["kind", "topic", "language", "replyTo", "delayed"];

const waiting = (room, request) => room.floor.waiting.find((r) => r.request === request);

export function outOfLine(room, request) {
  const found = waiting(room, request);
  room.floor.waiting = without(room.floor.waiting, "request", request);
  return found;
}

function request(e) {
  return {
    ...pick(e, ["request", "seat", "keeper", ...ASK, "follows", "leftMs"]),
    topic: e.topic,
    state: "pending",
    asked: e.asked ?? e.at,
    since: e.at,
  };
}

function startItem(room, e) {
  const { floor } = room;
  floor.policy = e.policy;
  floor.item = { number: (floor.item?.number ?? 0) + 1, title: e.title, started: e.at, budgetMs: e.budgetMs, chargedMs: 0 };
  for (const item of room.meeting.agenda.items ?? []) {
    if (item.item === e.item) Object.assign(item, { startedMs: e.at, endedMs: 0, skipped: false });
    else if (item.startedMs > 0 && item.endedMs === 0) item.endedMs = e.at;
  }
}

function giveBudget({ floor }, e) {
  if (e.from?.item && floor.item) floor.item.budgetMs -= e.ms;
  if (e.to.item && floor.item) floor.item.budgetMs += e.ms;
}

const here = (chair) => {
  delete chair.lost;
  chair.frozen = false;
};

export const floor = {
  "floor.requested": (room, e) => {
    room.floor.waiting.push(request(e));
    room.floor.requests = e.request;
  },
  "floor.changed": (room, e) => {
    const found = waiting(room, e.request);
    for (const field of ASK) put(found, field, e[field]);
    found.topic = e.topic;
  },
  "floor.accepted": (room, e) => Object.assign(waiting(room, e.request), { state: "accepted", since: e.at }),
  "floor.deferred": (room, e) => (waiting(room, e.request).deferred = true),
  "floor.skipped": (room, e) => delete waiting(room, e.request).deferred,
  "floor.moved": (room, e) => delete waiting(room, e.request).deferred,
  "floor.denied": (room, e) => outOfLine(room, e.request),
  "floor.cancelled": (room, e) => outOfLine(room, e.request),
  "list.opened": (room) => (room.floor.list = "open"),
  "list.closed": (room) => (room.floor.list = "closed"),
  "floor.locked": (room) => (room.floor.locked = true),
  "floor.unlocked": (room) => (room.floor.locked = false),
  "policy.changed": (room, e) => (room.floor.policy = e.policy),
  "item.started": startItem,
  "budget.given": giveBudget,
  "chair.taken": (room, e) => {
    room.floor.chair.seat = e.seat;
    here(room.floor.chair);
  },
  "chair.lost": (room, e) => (room.floor.chair.lost = e.asOf),
  "chair.back": (room) => here(room.floor.chair),
  "floor.frozen": (room) => (room.floor.chair.frozen = true),
  "chair.deputies": (room, e) => (room.floor.chair.deputies = e.seats),
  "screen.shown": (room, e) => (room.floor.screen = e.shown),
};
