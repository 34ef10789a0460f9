// The fold of what a meeting has beside its floor: agenda, results, polls, questions. Pure.

import type { AgendaEntryJson, Frame, MeetingJson, NextJson, PollJson, QuestionJson, ResultJson, TallyJson } from "../link/wire";

export interface Meeting {
  readonly items: readonly AgendaEntryJson[];
  /** When it was to begin, in milliseconds; 0: that was not planned. */
  readonly beginsMs: number;
  readonly results: readonly ResultJson[];
  readonly none: readonly string[];
  readonly next: NextJson | null;
  readonly approved: Readonly<Record<string, string>>;
  readonly polls: readonly PollJson[];
  readonly questions: readonly QuestionJson[];
  /** Since when it is over; 0: it is not. */
  readonly closedMs: number;
}

export function meetingOf(json: MeetingJson | undefined): Meeting {
  return {
    items: json?.agenda?.items ?? [],
    beginsMs: json?.agenda?.beginsMs ?? 0,
    results: json?.results?.entries ?? [],
    none: json?.results?.none ?? [],
    next: json?.results?.next ?? null,
    approved: json?.results?.approved ?? {},
    polls: Object.values(json?.polls?.all ?? {}),
    questions: Object.values(json?.questions?.all ?? {}),
    closedMs: json?.closedMs ?? 0,
  };
}

const put = <T>(all: readonly T[], one: T, same: (a: T) => boolean): T[] =>
  all.some(same) ? all.map((x) => (same(x) ? one : x)) : [...all, one];

/** The meeting after a frame; the same one when the frame is about something else. */
export function evolveMeeting(m: Meeting, frame: Frame): Meeting {
  const at = frame.at ?? 0;
  const item = frame.item as number;
  const id = frame.question as number;
  const change = (by: (i: AgendaEntryJson) => AgendaEntryJson): Meeting => ({
    ...m,
    items: m.items.map((i) => (i.item === item ? by(i) : i)),
  });
  const asked = (state: string): Meeting => ({ ...m, questions: m.questions.map((q) => (q.id === id ? { ...q, state } : q)) });
  switch (frame.ev) {
    case "agenda.laid":
      return { ...m, items: (frame.items as AgendaEntryJson[] | undefined) ?? [], beginsMs: frame.beginsMs as number };
    case "agenda.added":
      return { ...m, items: [...m.items, { item, title: frame.title as string, plannedMs: 0, extraMs: frame.ms as number, startedMs: 0, endedMs: 0 }] };
    case "item.started":
      return item ? { ...m, items: m.items.map((i) => (i.item === item ? { ...i, startedMs: at, endedMs: 0, skipped: false } : runs(i) ? { ...i, endedMs: at } : i)) } : m;
    case "agenda.ended":
      return change((i) => ({ ...i, endedMs: at }));
    case "agenda.extended":
      return change((i) => ({ ...i, extraMs: i.extraMs + (frame.ms as number) }));
    case "agenda.skipped":
      return change((i) => ({ ...i, skipped: true }));
    case "agenda.moved":
      return { ...m, items: moved(m.items, item, frame.behind as number | undefined) };
    case "result.noted": {
      const entry = frame.entry as ResultJson;
      return { ...m, results: put(m.results, entry, (r) => r.id === entry.id), none: m.none.filter((k) => k !== entry.kind), approved: {} };
    }
    case "result.removed":
      return { ...m, results: m.results.filter((r) => r.id !== frame.id), approved: {} };
    case "result.none":
      return { ...m, none: [...m.none, frame.kind as string], approved: {} };
    case "next.set":
      return { ...m, next: (frame.next as NextJson | undefined) ?? {}, approved: {} };
    case "results.approved":
      return { ...m, approved: { ...m.approved, [frame.seat as string]: frame.name as string } };
    case "session.closed":
      return { ...m, closedMs: at };
    case "poll.opened":
      return { ...m, polls: [...m.polls, { id: frame.poll as number, terms: frame.terms as PollJson["terms"] }] };
    case "poll.closed":
      return { ...m, polls: m.polls.map((p) => (p.id === frame.poll ? { ...p, counted: frame.tally as TallyJson } : p)) };
    case "question.put":
      return { ...m, questions: [...m.questions, { id, name: frame.name as string, text: frame.text as string, state: "put" }] };
    case "question.published": {
      const before = m.questions.find((q) => q.id === id) ?? { id, name: frame.name as string, text: frame.text as string };
      const all = put(m.questions, { ...before, state: "published", published: true }, (q) => q.id === id);
      return { ...m, questions: all.sort((a, b) => a.id - b.id) };
    }
    case "question.answered":
      return asked("answered");
    case "question.dismissed":
      return asked("dismissed");
    default:
      return m;
  }
}

export const runs = (i: AgendaEntryJson): boolean => i.startedMs > 0 && i.endedMs === 0;
export const ahead = (i: AgendaEntryJson): boolean => i.startedMs === 0 && !i.skipped;
export const lengthMs = (i: AgendaEntryJson): number => i.plannedMs + i.extraMs;
export const lastedMs = (i: AgendaEntryJson, nowMs: number): number => (i.startedMs ? (i.endedMs || nowMs) - i.startedMs : 0);

function moved(items: readonly AgendaEntryJson[], item: number, behind: number | undefined): readonly AgendaEntryJson[] {
  const moving = items.find((i) => i.item === item);
  if (!moving) return items;
  const rest = items.filter((i) => i !== moving);
  rest.splice(rest.findIndex((i) => i.item === behind) + 1, 0, moving);
  return rest;
}

const SAME_MEETING_MS = 6 * 3_600_000;

/** By how much it will end later than planned if what is ahead takes its time; below 0: earlier. */
export function lateMs(m: Meeting, nowMs: number): number {
  const begun = m.items.filter((i) => i.startedMs > 0);
  if (!begun.length) {
    return m.beginsMs > 0 && Math.abs(nowMs - m.beginsMs) < SAME_MEETING_MS ? Math.max(0, nowMs - m.beginsMs) : 0;
  }
  const first = Math.min(...begun.map((i) => i.startedMs));
  const began = m.beginsMs > 0 && Math.abs(first - m.beginsMs) < SAME_MEETING_MS ? m.beginsMs : first;
  const planned = m.items.reduce((sum, i) => sum + i.plannedMs, 0);
  const over = !m.items.some((i) => runs(i) || ahead(i));
  let end = over ? Math.max(...m.items.map((i) => i.endedMs)) : nowMs;
  for (const i of m.items) {
    if (runs(i)) end += Math.max(0, lengthMs(i) - lastedMs(i, nowMs));
    else if (ahead(i)) end += lengthMs(i);
  }
  return end - began - planned;
}
