// Agenda, results, polls and questions.

import { put, replaced, without } from "./fields.mjs";

const KINDS = ["key-point", "decision", "action"];

const changeItem = (room, number, by) => (room.meeting.agenda.items ?? []).filter((i) => i.item === number).forEach(by);

function add({ meeting: { agenda } }, e) {
  const item = { item: e.item, title: e.title, plannedMs: 0, extraMs: e.ms, turnSeconds: 0, startedMs: 0, endedMs: 0, skipped: false };
  agenda.items = [...(agenda.items ?? []), item];
  agenda.numbered = Math.max(agenda.numbered, e.item);
}

function move({ meeting: { agenda } }, e) {
  const moving = (agenda.items ?? []).find((i) => i.item === e.item);
  if (!moving) return;
  const others = without(agenda.items, "item", e.item);
  const at = others.findIndex((i) => i.item === e.behind) + 1;
  agenda.items = others.toSpliced(at, 0, moving);
}

/** Any change of the results takes their approval back. */
function changeResults({ meeting: { results } }, by) {
  by(results);
  delete results.approved;
}

const inOrder = (kinds) => KINDS.filter((kind) => kinds.includes(kind));

function note(results, { entry }) {
  results.entries = replaced(results.entries, "id", entry);
  results.numbered = Math.max(results.numbered, entry.id);
  put(results, "none", without((results.none ?? []).map((kind) => ({ kind })), "kind", entry.kind).map((n) => n.kind));
}

function question({ meeting: { questions } }, e, change) {
  const before = questions.all?.[e.question];
  const known = before ?? { id: e.question, seat: e.seat ?? "nobody", name: e.name, text: e.text };
  questions.all = { ...questions.all, [e.question]: { ...known, ...change } };
  questions.numbered = Math.max(questions.numbered, e.question);
}

export const meeting = {
  "agenda.laid": (room, e) => {
    const { agenda } = room.meeting;
    put(agenda, "items", e.items);
    agenda.beginsMs = e.beginsMs;
    agenda.numbered = Math.max(0, ...(e.items ?? []).map((i) => i.item));
  },
  "agenda.added": add,
  "agenda.ended": (room, e) => changeItem(room, e.item, (i) => (i.endedMs = e.at)),
  "agenda.extended": (room, e) => changeItem(room, e.item, (i) => (i.extraMs += e.ms)),
  "agenda.skipped": (room, e) => changeItem(room, e.item, (i) => (i.skipped = true)),
  "agenda.moved": move,
  "result.noted": (room, e) => changeResults(room, (results) => note(results, e)),
  "result.removed": (room, e) => changeResults(room, (r) => put(r, "entries", without(r.entries, "id", e.id))),
  "result.none": (room, e) => changeResults(room, (r) => (r.none = inOrder([...(r.none ?? []), e.kind]))),
  "next.set": (room, e) => changeResults(room, (r) => (r.next = e.next)),
  "results.approved": ({ meeting: { results } }, e) => (results.approved = { ...results.approved, [e.seat]: e.name }),
  "session.closed": (room, e) => (room.meeting.closedMs = e.at),
  "poll.opened": ({ meeting: { polls } }, e) => (polls.all = { ...polls.all, [e.poll]: { id: e.poll, terms: e.terms } }),
  "poll.closed": ({ meeting: { polls } }, e) => (polls.all[e.poll].counted = e.tally),
  "question.put": (room, e) => question(room, e, { state: "put", published: false }),
  "question.published": (room, e) => question(room, e, { state: "published", published: true }),
  "question.answered": (room, e) => question(room, e, { state: "answered" }),
  "question.dismissed": (room, e) => question(room, e, { state: "dismissed" }),
};
