// The fold: a room as this seat sees it, from a snapshot and the frames after it. Pure.

import type { Frame, Role, RoomJson, SeatJson } from "../link/wire";
import { type Doors, doorsOf, evolveDoors } from "./doors";
import { evolveFloor, type Floor, floorOf } from "./floor";
import { evolveMeeting, type Meeting, meetingOf } from "./meeting";

export interface Room {
  readonly title: string;
  readonly access: "open" | "closed";
  readonly onRecord: boolean;
  readonly seats: ReadonlyMap<string, SeatJson>;
  readonly floor: Floor;
  /** Whether the session's agenda runs here. */
  readonly main: boolean;
  readonly meeting: Meeting;
  readonly doors: Doors;
}

export function fromSnapshot(json: RoomJson): Room {
  return {
    title: json.title,
    access: json.access,
    onRecord: json.onRecord,
    seats: new Map(json.seats.map((s) => [s.seat, s])),
    floor: floorOf(json.floor),
    main: json.main ?? false,
    meeting: meetingOf(json.meeting),
    doors: doorsOf(json.doors),
  };
}

/** The room after a frame: first who is named from it on, then what happened, then who is named no more. */
export function evolve(room: Room, frame: Frame): Room {
  const people = (frame.people ?? []) as readonly SeatJson[];
  const gone = (frame.gone ?? []) as readonly string[];
  return gone.reduce(without, happened(people.reduce(put, room), frame));
}

/** The room with all whom this page knows of: whom everybody knows by name, oneself, and whom the list of people told. */
export function acquainted(room: Room, me: SeatJson | null, people: readonly SeatJson[]): Room {
  if (!me && !people.length) return room;
  const others = people.filter((s) => !room.seats.has(s.seat));
  const own = me && !room.seats.has(me.seat) ? [me] : [];
  return { ...room, seats: new Map([...room.seats.values(), ...others, ...own].map((s) => [s.seat, s])) };
}

/** An event that is not known changes nothing. */
function happened(room: Room, frame: Frame): Room {
  const seat = frame.seat as string;
  switch (frame.ev) {
    case "seat.joined":
      return put(room, {
        seat,
        name: frame.name as string,
        role: frame.role as Role,
        ...pick(frame, "team"),
        ...pick(frame, "sector"),
        ...pick(frame, "site"),
        ...pick(frame, "keeper"),
      });
    case "seat.left":
      return without(room, seat);
    case "seat.renamed":
      return change(room, seat, (s) => ({ ...s, name: frame.name as string }));
    case "seat.role":
      return change(room, seat, (s) => ({ ...(frame.role === "observer" ? present(s) : s), role: frame.role as Role }));
    case "seat.absent":
      return change(room, seat, (s) => ({ ...s, absent: true }));
    case "seat.returned":
      return change(room, seat, present);
    default: {
      const floor = evolveFloor(room.floor, frame);
      const meeting = evolveMeeting(room.meeting, frame);
      const doors = evolveDoors(room.doors, frame);
      const same = floor === room.floor && meeting === room.meeting && doors === room.doors;
      return same ? room : { ...room, floor, meeting, doors };
    }
  }
}

function pick(frame: Frame, field: "team" | "sector" | "site" | "keeper"): Partial<SeatJson> {
  return typeof frame[field] === "string" ? { [field]: frame[field] } : {};
}

function put(room: Room, seat: SeatJson): Room {
  return { ...room, seats: new Map(room.seats).set(seat.seat, seat) };
}

function without(room: Room, id: string): Room {
  const seats = new Map(room.seats);
  seats.delete(id);
  return { ...room, seats };
}

function change(room: Room, id: string, by: (s: SeatJson) => SeatJson): Room {
  const seat = room.seats.get(id);
  return seat ? put(room, by(seat)) : room;
}

function present(seat: SeatJson): SeatJson {
  const { absent: _, ...rest } = seat;
  return rest;
}

/** Name and whom the person stands for; for somebody on-site also where. */
export function label(room: Room, seat: string): string {
  const s = room.seats.get(seat);
  if (!s) return "–";
  const stands = s.team && s.keeper && s.site ? `${s.team} · ${s.site}` : s.team || s.site;
  return stands ? `${s.name} (${stands})` : s.name;
}

/** Whether this seat may act as chair now: as the server asks before everything that a chair does. */
export function presides(room: Room, seat: string): boolean {
  const mine = room.seats.get(seat)?.role;
  if (!mine || !chairs(mine)) return false;
  const chair = room.floor.chair.seat;
  const theirs = chair ? room.seats.get(chair)?.role : undefined;
  if (!theirs || !chairs(theirs)) return true;
  return chair === seat || (mine === "moderator" && theirs === "moderator");
}

/** Whether this seat may take the chair: a moderator at any time, a deputy when nobody is there who presides. */
export function mayTake(room: Room, seat: string): boolean {
  const mine = room.seats.get(seat)?.role;
  const { chair } = room.floor;
  if (!mine || !chairs(mine) || chair.seat === seat) return false;
  const theirs = chair.seat ? room.seats.get(chair.seat)?.role : undefined;
  return mine === "moderator" || chair.lost !== undefined || !theirs || !chairs(theirs);
}

/** Whether a seat is the steward of somebody on-site. */
export function keeps(room: Room, me: string, other: string): boolean {
  const mine = room.seats.get(me);
  const theirs = room.seats.get(other);
  if (!mine || !theirs?.keeper) return false;
  return mine.role === "steward" && mine.site === theirs.site;
}

/** The teams that somebody in the room stands for, sorted. */
export function teams(room: Room): string[] {
  const named = new Set([...room.seats.values()].map((s) => s.team ?? ""));
  named.delete("");
  return [...named].sort((a, b) => a.localeCompare(b));
}

export const chairs = (role: Role): boolean => role === "moderator" || role === "deputy";
export const speaks = (role: Role): boolean => role === "participant" || role === "secretary" || role === "deputy";
