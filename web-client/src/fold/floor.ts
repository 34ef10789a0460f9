// The floor's fold: who speaks, who waits, by which rules. Pure.

import type { ChairJson, FloorJson, Frame, ItemJson, PlaceJson, PolicyJson, RequestJson } from "../link/wire";

export interface Floor {
  readonly listOpen: boolean;
  readonly locked: boolean;
  readonly paused: boolean;
  readonly holder: RequestJson | null;
  /** Goes on after the holder, who was let in between. */
  readonly interrupted: RequestJson | null;
  readonly waiting: readonly RequestJson[];
  /** Why those stand where they stand who are not simply in order of asking. */
  readonly places: ReadonlyMap<number, PlaceJson>;
  /** How long a turn has lasted so far, in milliseconds; 0: none has ended. */
  readonly meanMs: number;
  readonly policy: PolicyJson;
  readonly item: ItemJson | null;
  readonly chair: ChairJson;
  readonly onScreen: boolean;
}

export function floorOf(json: FloorJson): Floor {
  return {
    listOpen: json.list === "open",
    locked: json.locked ?? false,
    paused: json.paused ?? false,
    holder: json.holder,
    interrupted: json.interrupted ?? null,
    waiting: json.waiting,
    places: new Map(),
    meanMs: 0,
    policy: json.policy ?? { order: "first-come" },
    item: json.item ?? null,
    chair: json.chair ?? { frozen: false, deputies: [] },
    onScreen: json.screen ?? false,
  };
}

/** The floor after a frame. An event that is not known changes nothing. */
export function evolveFloor(floor: Floor, frame: Frame): Floor {
  const request = frame.request as number;
  const at = frame.at ?? 0;
  switch (frame.ev) {
    case "floor.requested":
      return { ...floor, waiting: [...floor.waiting, requested(frame)] };
    case "floor.changed":
      return each(floor, request, (r) => ({ ...r, ...asked(frame) }));
    case "floor.accepted":
      return each(floor, request, (r) => ({ ...r, state: "accepted", since: at }));
    case "floor.deferred":
      return each(floor, request, (r) => ({ ...r, deferred: true }));
    case "floor.skipped":
    case "floor.moved":
      return each(floor, request, (r) => ({ ...r, deferred: false }));
    case "floor.granted":
      return granted(floor, request, at, (frame.limitMs as number) ?? 0);
    case "floor.denied":
    case "floor.cancelled":
      return without(floor, request);
    case "floor.released":
    case "floor.revoked":
      return without(charged(floor, request, frame.chargedMs as number), request);
    case "turn.paused":
      return each(floor, request, (r) => paused(r, frame.why as string, frame.asOf as number, at));
    case "turn.resumed":
      return each(floor, request, (r) => resumed(r, frame.why as string, at));
    case "turn.extended":
      return each(floor, request, (r) => ({ ...r, limitMs: r.limitMs ? r.limitMs + (frame.ms as number) : 0 }));
    default:
      return byChair(floor, frame, at);
  }
}

function byChair(floor: Floor, frame: Frame, at: number): Floor {
  const { chair } = floor;
  switch (frame.ev) {
    case "floor.paused":
      return everyTurn({ ...floor, paused: true }, (r) => paused(r, "all", at, at));
    case "floor.resumed":
      return everyTurn({ ...floor, paused: false }, (r) => resumed(r, "all", at));
    case "floor.locked":
      return { ...floor, locked: true };
    case "floor.unlocked":
      return { ...floor, locked: false };
    case "list.opened":
      return { ...floor, listOpen: true };
    case "list.closed":
      return { ...floor, listOpen: false };
    case "policy.changed":
      return { ...floor, policy: frame.policy as PolicyJson };
    case "budget.given":
      return budgetGiven(floor, frame);
    case "item.started":
      return {
        ...floor,
        policy: frame.policy as PolicyJson,
        item: {
          number: (floor.item?.number ?? 0) + 1,
          title: frame.title as string,
          started: at,
          budgetMs: frame.budgetMs as number,
          chargedMs: 0,
        },
      };
    case "chair.taken": {
      const { lost: _, ...rest } = chair;
      return { ...floor, chair: { ...rest, seat: frame.seat as string, frozen: false } };
    }
    case "chair.lost":
      return { ...floor, chair: { ...chair, lost: frame.asOf as number } };
    case "chair.back": {
      const { lost: _, ...rest } = chair;
      return { ...floor, chair: { ...rest, frozen: false } };
    }
    case "floor.frozen":
      return { ...floor, chair: { ...chair, frozen: true } };
    case "chair.deputies":
      return { ...floor, chair: { ...chair, deputies: frame.seats as string[] } };
    case "screen.shown":
      return { ...floor, onScreen: frame.shown === true };
    default:
      return floor;
  }
}

/** Budgets of people and teams are not told; the item's stands with the item. */
function budgetGiven(floor: Floor, frame: Frame): Floor {
  const isItem = (purse: unknown): boolean => (purse as { item?: boolean } | undefined)?.item === true;
  const ms = ((isItem(frame.to) ? 1 : 0) - (isItem(frame.from) ? 1 : 0)) * (frame.ms as number);
  return floor.item ? { ...floor, item: { ...floor.item, budgetMs: floor.item.budgetMs + ms } } : floor;
}

function requested(frame: Frame): RequestJson {
  const at = frame.at ?? 0;
  return {
    ...asked(frame),
    request: frame.request as number,
    seat: frame.seat as string,
    keeper: frame.keeper as string | undefined,
    follows: frame.follows as number | undefined,
    leftMs: frame.leftMs as number | undefined,
    state: "pending",
    asked: (frame.asked as number) ?? at,
    since: at,
  };
}

/** What is asked for, of a request. */
const asked = (frame: Frame): Pick<RequestJson, "kind" | "topic" | "language" | "replyTo" | "delayed"> => ({
  kind: (frame.kind as string) ?? "speech",
  topic: frame.topic as string,
  language: frame.language as string | undefined,
  replyTo: frame.replyTo as number | undefined,
  delayed: frame.delayed === true,
});

function each(floor: Floor, id: number, by: (r: RequestJson) => RequestJson): Floor {
  const change = (r: RequestJson): RequestJson => (r.request === id ? by(r) : r);
  return { ...everyTurn(floor, change), waiting: floor.waiting.map(change) };
}

function everyTurn(floor: Floor, by: (r: RequestJson) => RequestJson): Floor {
  const { holder, interrupted } = floor;
  return { ...floor, holder: holder && by(holder), interrupted: interrupted && by(interrupted) };
}

const runs = (r: RequestJson): boolean => Object.keys(r.pauses ?? {}).length === 0;

/** What was used of a turn at a moment of the server's clock, in milliseconds. */
export function usedMs(r: RequestJson, at: number): number {
  return (r.usedMs ?? 0) + (runs(r) ? Math.max(0, at - (r.running ?? at)) : 0);
}

function paused(r: RequestJson, why: string, asOf: number, at: number): RequestJson {
  return { ...r, usedMs: usedMs(r, Math.min(asOf, at)), running: at, pauses: { [why]: at, ...r.pauses } };
}

function resumed(r: RequestJson, why: string, at: number): RequestJson {
  const { [why]: _, ...rest } = r.pauses ?? {};
  return { ...r, usedMs: usedMs(r, at), running: at, pauses: rest };
}

function granted(floor: Floor, id: number, at: number, limitMs: number): Floor {
  const request = floor.waiting.find((r) => r.request === id);
  if (!request) return floor;
  return {
    ...floor,
    interrupted: floor.holder ?? floor.interrupted,
    holder: {
      ...request,
      state: "granted",
      since: at,
      limitMs,
      usedMs: 0,
      running: at,
      pauses: floor.paused ? { all: at } : {},
    },
    waiting: floor.waiting.filter((r) => r !== request),
  };
}

/** What of a turn counts is charged to the agenda item. */
function charged({ item, ...floor }: Floor, id: number, ms: number): Floor {
  const speaks = floor.holder?.request === id || floor.interrupted?.request === id;
  return { ...floor, item: item && speaks ? { ...item, chargedMs: item.chargedMs + ms } : item };
}

function without(floor: Floor, id: number): Floor {
  const held = floor.holder?.request === id;
  const interrupted = floor.interrupted?.request === id ? null : floor.interrupted;
  return {
    ...floor,
    holder: held ? interrupted : floor.holder,
    interrupted: held ? null : interrupted,
    waiting: floor.waiting.filter((r) => r.request !== id),
  };
}

/** Those who are named speak in this order; all others behind them, as they asked. */
export function ordered(floor: Floor, order: readonly PlaceJson[], meanMs: number): Floor {
  const places = new Map(order.map((p) => [p.request, p]));
  const rank = new Map(order.map((p, i) => [p.request, i]));
  const of = (r: RequestJson): number => rank.get(r.request) ?? order.length + r.request;
  return { ...floor, places, meanMs, waiting: [...floor.waiting].sort((a, b) => of(a) - of(b)) };
}

/** The mark that a turn has passed, in seconds before its end; 0 when it is over, null before the first. */
export function passedMark(floor: Floor, at: number): number | null {
  const { holder, policy } = floor;
  if (!holder?.limitMs) return null;
  const left = holder.limitMs - usedMs(holder, at);
  const passed = [0, ...(policy.warn ?? [])].filter((mark) => left <= mark * 1_000);
  return passed.length ? Math.min(...passed) : null;
}

const STEP_MS = 15_000;

/** How long who stands at a place, from 1, will wait, by what turns have lasted; null when none has ended. */
export function expectedWaitMs(floor: Floor, place: number, at: number): number | null {
  const { holder, meanMs } = floor;
  if (!meanMs) return null;
  const left = !holder ? 0 : holder.limitMs ? Math.max(0, holder.limitMs - usedMs(holder, at)) : meanMs / 2;
  return Math.ceil((left + (place - 1) * meanMs) / STEP_MS) * STEP_MS;
}

/** Kinds that interrupt, and cost nobody's time. */
export const procedural = (r: RequestJson): boolean => r.kind === "point-of-order" || r.kind === "question";

export interface Mine {
  /** My turn: spoken, interrupted or waited for. */
  readonly turn: RequestJson | null;
  /** My point of order or question. */
  readonly point: RequestJson | null;
  /** Which of the two holds the floor now. */
  readonly speaking: RequestJson | null;
}

/** What a seat holds and waits for. */
export function ofSeat(floor: Floor, seat: string): Mine {
  const mine = [floor.holder, floor.interrupted, ...floor.waiting].filter((r): r is RequestJson => r?.seat === seat);
  return {
    turn: mine.find((r) => !procedural(r)) ?? null,
    point: mine.find(procedural) ?? null,
    speaking: floor.holder?.seat === seat ? floor.holder : null,
  };
}
