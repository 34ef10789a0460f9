// The fold: a room as this seat sees it, from a snapshot and the frames after it. Pure.

import type { Frame, RequestJson, Role, RoomJson, SeatJson } from "./wire";

export interface Floor {
  readonly listOpen: boolean;
  readonly holder: RequestJson | null;
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
    floor: { listOpen: json.floor.list === "open", holder: json.floor.holder, waiting: json.floor.waiting },
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
          { request, seat, topic: frame.topic as string, state: "pending", since: frame.at ?? 0 },
        ],
      });
    case "floor.accepted":
      return settled(onFloor(room, accepted(room.floor, request, frame.at ?? 0)));
    case "floor.granted":
      return settled(onFloor(room, granted(room.floor, request, frame.at ?? 0)));
    case "floor.denied":
    case "floor.cancelled":
    case "floor.released":
    case "floor.revoked":
      return settled(onFloor(room, without(room.floor, request)));
    case "floor.skipped":
      return settled(onFloor(room, skipped(room.floor, request)));
    case "list.opened":
      return settled(onFloor(room, { ...room.floor, listOpen: true }));
    case "list.closed":
      return settled(onFloor(room, { ...room.floor, listOpen: false }));
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

function accepted(floor: Floor, id: number, at: number): Floor {
  const request = floor.waiting.find((r) => r.request === id);
  if (!request) return floor;
  const rest = floor.waiting.filter((r) => r !== request);
  const promised = rest.filter((r) => r.state === "accepted");
  const pending = rest.filter((r) => r.state !== "accepted");
  return { ...floor, waiting: [...promised, { ...request, state: "accepted", since: at }, ...pending] };
}

function granted(floor: Floor, id: number, at: number): Floor {
  const request = floor.waiting.find((r) => r.request === id);
  if (!request) return floor;
  return {
    ...floor,
    holder: { ...request, state: "granted", since: at },
    waiting: floor.waiting.filter((r) => r !== request),
  };
}

function without(floor: Floor, id: number): Floor {
  return {
    ...floor,
    holder: floor.holder?.request === id ? null : floor.holder,
    waiting: floor.waiting.filter((r) => r.request !== id),
  };
}

function skipped(floor: Floor, id: number): Floor {
  const at = floor.waiting.findIndex((r) => r.request === id);
  const waiting = [...floor.waiting];
  const [request] = waiting.splice(at, 1);
  if (at < 0 || !request) return floor;
  waiting.splice(at + 1, 0, request);
  return { ...floor, waiting };
}

/** Whoever neither waits nor speaks carries no mark of absence. */
function settled(room: Room): Room {
  const onTheFloor = new Set(room.floor.waiting.map((r) => r.seat));
  if (room.floor.holder) onTheFloor.add(room.floor.holder.seat);
  let next = room;
  for (const seat of room.seats.values()) {
    if (seat.absent && !onTheFloor.has(seat.seat)) next = put(next, present(seat));
  }
  return next;
}

/** The one request of a seat, waiting or granted. */
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
