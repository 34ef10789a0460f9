// The shapes that travel; PROTOCOL.md is their definition.

export type Role = "moderator" | "deputy" | "secretary" | "captioner" | "participant" | "observer" | "steward";

export interface Hello {
  hello: string;
  room: string;
  seat: string;
  name: string;
  role: Role;
  epoch: string;
  seq: number;
  durable: boolean;
  recovered: boolean;
  beatMs: number;
  time: number;
  here: number;
  /** The ground rules that this seat has yet to accept. */
  rules?: { version: number; text: string };
}

export interface SeatJson {
  seat: string;
  name: string;
  role: Role;
  team?: string;
  sector?: string;
  site?: string;
  absent?: boolean;
  /** Whose hand queued somebody who has no device. */
  keeper?: string;
}

export type RequestState = "pending" | "accepted" | "granted";

export interface RequestJson {
  request: number;
  seat: string;
  kind?: string;
  topic: string;
  language?: string | undefined;
  state: RequestState;
  asked?: number;
  since: number;
  deferred?: boolean;
  delayed?: boolean;
  limitMs?: number;
  usedMs?: number;
  running?: number;
  pauses?: Record<string, number>;
}

/** Where somebody stands, and why; seconds spoken so far. */
export interface PlaceJson {
  request: number;
  why: string;
  person?: number;
  team?: number;
}

/** The rules of the floor; times in seconds, 0 is without limit. */
export interface PolicyJson {
  order: string;
  tie?: number;
  run?: { by: string; turns: number };
  turn?: Record<string, number>;
  person?: number;
  team?: number;
  warn?: number[];
  atZero?: string;
  grace?: number;
  lag?: number;
  figures?: string;
}

export interface ItemJson {
  number: number;
  title: string;
  started: number;
  budgetMs: number;
  chargedMs: number;
}

/** An item of the agenda, as it was planned. */
export interface AgendaJson {
  title: string;
  minutes?: number;
  lead?: string;
  order?: string;
  turn?: number;
}

/** Who presides; `lost`: since when their link is. */
export interface ChairJson {
  seat?: string;
  lost?: number;
  frozen: boolean;
  deputies: string[];
}

export interface ShareJson {
  people: number;
  turns: number;
  ms: number;
}

/** How evenly the floor was shared. */
export interface FiguresJson {
  giniPeople: number;
  giniTeams: number;
  longestWaitMs: number;
  silent: number;
  people: { seat: string; name: string; turns: number; ms: number }[];
  teams: Record<string, ShareJson>;
  sectors: Record<string, ShareJson>;
  sites: Record<string, ShareJson>;
  modes: Record<string, ShareJson>;
  declared: Record<string, ShareJson>;
}

export interface FloorJson {
  list: "open" | "closed";
  locked?: boolean;
  paused?: boolean;
  requests: number;
  holder: RequestJson | null;
  interrupted?: RequestJson | null;
  waiting: RequestJson[];
  policy?: PolicyJson;
  item?: ItemJson | null;
  chair?: ChairJson;
  screen?: boolean;
}

export interface RoomJson {
  title: string;
  access: "open" | "closed";
  onRecord: boolean;
  seats: SeatJson[];
  floor: FloorJson;
}

/** Every frame that advances says which stretch of the log it covers: (prev, seq]. */
export interface Frame {
  prev: number;
  seq: number;
  at?: number;
  by?: string;
  ev?: string;
  beat?: number;
  here?: number;
  [field: string]: unknown;
}

export interface Ack {
  ack: string;
  seq: number;
}

export interface Nack {
  nack: string | null;
  code: string;
  temporary: boolean;
  message: string;
}

export interface Command {
  id: string;
  do: string;
  [field: string]: unknown;
}

export type Message =
  | { kind: "hello"; hello: Hello }
  | { kind: "snapshot"; room: RoomJson; seq: number }
  | { kind: "frame"; frame: Frame }
  | { kind: "ack"; ack: Ack }
  | { kind: "nack"; nack: Nack }
  | { kind: "here"; here: number }
  | { kind: "order"; order: PlaceJson[]; meanMs: number }
  | { kind: "figures"; figures: FiguresJson }
  | { kind: "close"; code: number; reason: string }
  | { kind: "unknown" };

/** Reads one line. What a later server may add is passed over. */
export function read(line: string): Message {
  const m = JSON.parse(line) as Record<string, unknown>;
  if ("hello" in m) return { kind: "hello", hello: m as unknown as Hello };
  if ("snapshot" in m) return { kind: "snapshot", room: m.snapshot as RoomJson, seq: m.seq as number };
  if ("ack" in m) return { kind: "ack", ack: m as unknown as Ack };
  if ("nack" in m) return { kind: "nack", nack: m as unknown as Nack };
  if ("prev" in m) return { kind: "frame", frame: m as unknown as Frame };
  if ("close" in m) return { kind: "close", code: m.close as number, reason: String(m.reason) };
  if ("order" in m) return { kind: "order", order: m.order as PlaceJson[], meanMs: Number(m.mean ?? 0) * 1_000 };
  if ("figures" in m) return { kind: "figures", figures: m.figures as FiguresJson };
  if ("here" in m) return { kind: "here", here: m.here as number };
  return { kind: "unknown" };
}
