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
}

export interface SeatJson {
  seat: string;
  name: string;
  role: Role;
  team?: string;
  sector?: string;
  site?: string;
  absent?: boolean;
}

export type RequestState = "pending" | "accepted" | "granted";

export interface RequestJson {
  request: number;
  seat: string;
  kind?: string;
  topic: string;
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

export interface RoomJson {
  title: string;
  access: "open" | "closed";
  onRecord: boolean;
  seats: SeatJson[];
  floor: {
    list: "open" | "closed";
    requests: number;
    holder: RequestJson | null;
    interrupted?: RequestJson | null;
    waiting: RequestJson[];
  };
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
  | { kind: "order"; order: PlaceJson[] }
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
  if ("order" in m) return { kind: "order", order: m.order as PlaceJson[] };
  if ("here" in m) return { kind: "here", here: m.here as number };
  return { kind: "unknown" };
}
