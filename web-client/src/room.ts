// The fold: a room as this seat sees it, from a snapshot and the frames after it. Pure.

import type { Frame, PlaceJson, RequestJson, Role, RoomJson, SeatJson } from "./wire";

export interface Floor {
  readonly listOpen: boolean;
  readonly holder: RequestJson | null;
  /** Goes on after the holder, who was let in between. */
  readonly interrupted: RequestJson | null;
  /** Why those stand where they stand who are not simply in order of asking. */
  readonly places: ReadonlyMap<number, PlaceJson>;
  readonly waiting: readonly RequestJson[];
}

export interface Room {
  readonly title: string;
  readonly access: "open" | "closed";
  readonly onRecord: boolean;
  readonly seats: ReadonlyMap<string, SeatJson>;
  readonly floor: Floor;
}

export function fromSnapshot(json: RoomJson): Room {
  return {
    title: json.title,
    access: json.access,
    onRecord: json.onRecord,
    seats: new Map(json.seats.map((s) => [s.seat, s])),
    floor: {
      listOpen: json.floor.list === "open",
      holder: json.floor.holder,
      interrupted: json.floor.interrupted ?? null,
      waiting: json.floor.waiting,
      places: new Map(),
    },
  };
}

/** The room after a frame. An event that is not known changes nothing. */
export function evolve(room: Room, frame: Frame): Room {
  const seat = frame.seat as string;
  const request = frame.request as number;
  switch (frame.ev) {
    case "seat.joined":
      return put(room, {
        seat,
        name: frame.name as string,
        role: frame.role as Role,
        ...pick(frame, "team"),
        ...pick(frame, "sector"),
        ...pick(frame, "site"),
      });
    case "seat.left":
    case "seat.removed": {
      const seats = new Map(room.seats);
      seats.delete(seat);
      return { ...room, seats };
    }
    case "seat.renamed":
      return change(room, seat, (s) => ({ ...s, name: frame.name as string }));
    case "seat.role":
      return change(room, seat, (s) => ({ ...s, role: frame.role as Role }));
    case "seat.absent":
      return change(room, seat, (s) => ({ ...s, absent: true }));
    case "seat.returned":
      return change(room, seat, present);
    case "floor.requested":
      return onFloor(room, {
        ...room.floor,
        waiting: [
          ...room.floor.waiting,
          {
            request,
            seat,
            kind: (frame.kind as string) ?? "speech",
            topic: frame.topic as string,
            state: "pending",
            asked: (frame.asked as number) ?? frame.at ?? 0,
            since: frame.at ?? 0,
            delayed: frame.delayed === true,
          },
        ],
      });
    case "floor.changed":
      return eachRequest(room, request, (r) => ({ ...r, kind: frame.kind as string, topic: frame.topic as string }));
    case "floor.accepted":
      return eachRequest(room, request, (r) => ({ ...r, state: "accepted", since: frame.at ?? 0 }));
    case "floor.deferred":
      return eachRequest(room, request, (r) => ({ ...r, deferred: true }));
    case "floor.granted":
      return onFloor(room, granted(room.floor, request, frame.at ?? 0, (frame.limitMs as number) ?? 0));
    case "floor.denied":
    case "floor.cancelled":
    case "floor.released":
    case "floor.revoked":
      return onFloor(room, without(room.floor, request));
    case "turn.paused":
      return eachRequest(room, request, (r) => paused(r, frame.why as string, frame.asOf as number, frame.at ?? 0));
    case "turn.resumed":
      return eachRequest(room, request, (r) => resumed(r, frame.why as string, frame.at ?? 0));
    case "turn.extended":
      return eachRequest(room, request, (r) => ({ ...r, limitMs: r.limitMs ? r.limitMs + (frame.ms as number) : 0 }));
    case "floor.paused":
      return everyTurn(room, (r) => paused(r, "all", frame.at ?? 0, frame.at ?? 0));
    case "floor.resumed":
      return everyTurn(room, (r) => resumed(r, "all", frame.at ?? 0));
    case "list.opened":
      return onFloor(room, { ...room.floor, listOpen: true });
    case "list.closed":
      return onFloor(room, { ...room.floor, listOpen: false });
    default:
      return room;
  }
}

function pick(frame: Frame, field: "team" | "sector" | "site"): Partial<SeatJson> {
  return typeof frame[field] === "string" ? { [field]: frame[field] } : {};
}

function put(room: Room, seat: SeatJson): Room {
  return { ...room, seats: new Map(room.seats).set(seat.seat, seat) };
}

function change(room: Room, id: string, by: (s: SeatJson) => SeatJson): Room {
  const seat = room.seats.get(id);
  return seat ? put(room, by(seat)) : room;
}

function present(seat: SeatJson): SeatJson {
  const { absent: _, ...rest } = seat;
  return rest;
}

function onFloor(room: Room, floor: Floor): Room {
  return { ...room, floor };
}

function eachRequest(room: Room, id: number, by: (r: RequestJson) => RequestJson): Room {
  const change = (r: RequestJson): RequestJson => (r.request === id ? by(r) : r);
  const { holder, interrupted, waiting } = room.floor;
  return onFloor(room, {
    ...room.floor,
    holder: holder && change(holder),
    interrupted: interrupted && change(interrupted),
    waiting: waiting.map(change),
  });
}

function everyTurn(room: Room, by: (r: RequestJson) => RequestJson): Room {
  const { holder, interrupted } = room.floor;
  return onFloor(room, { ...room.floor, holder: holder && by(holder), interrupted: interrupted && by(interrupted) });
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
    holder: { ...request, state: "granted", since: at, limitMs, usedMs: 0, running: at, pauses: {} },
    waiting: floor.waiting.filter((r) => r !== request),
  };
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
export function ordered(room: Room, order: readonly PlaceJson[]): Room {
  const places = new Map(order.map((p) => [p.request, p]));
  const rank = new Map(order.map((p, i) => [p.request, i]));
  const of = (r: RequestJson): number => rank.get(r.request) ?? order.length + r.request;
  return onFloor(room, { ...room.floor, places, waiting: [...room.floor.waiting].sort((a, b) => of(a) - of(b)) });
}

/** What a seat holds, else what it waits for. */
export function requestOf(room: Room, seat: string): RequestJson | undefined {
  if (room.floor.holder?.seat === seat) return room.floor.holder;
  return room.floor.waiting.find((r) => r.seat === seat);
}

/** Name and whom the person stands for. */
export function label(room: Room, seat: string): string {
  const s = room.seats.get(seat);
  if (!s) return "–";
  const place = s.team || s.site;
  return place ? `${s.name} (${place})` : s.name;
}

export const chairs = (role: Role): boolean => role === "moderator" || role === "deputy";
export const speaks = (role: Role): boolean => role === "participant" || role === "secretary" || role === "deputy";
