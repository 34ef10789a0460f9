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
  /** The version of the rules by which the server folds; said again when we come back. */
  fold?: string;
  beatMs: number;
  time: number;
  here: number;
  team?: string;
  sector?: string;
  site?: string;
  /** The ground rules that this seat has yet to accept. */
  rules?: { version: number; text: string };
  mine?: MineJson;
  /** To which people can be sent; for who moderates the main room. */
  rooms?: { room: string; title: string }[];
  /** The links that many share and that lead here; for the chair. */
  links?: { link: string; name: string; role: Role; closed: boolean }[];
  /** With which role this seat came in, when another was given to it here. */
  invitedAs?: Role;
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
  /** The request that it is about. */
  replyTo?: number | undefined;
  /** Whose hand queued somebody who has no device. */
  keeper?: string | undefined;
  /** The turn that it goes on with, and how much of that was left. */
  follows?: number | undefined;
  leftMs?: number | undefined;
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

/** An item of the agenda, planned and as it went; times in milliseconds, 0: not yet. */
export interface AgendaEntryJson {
  item: number;
  title: string;
  plannedMs: number;
  extraMs: number;
  lead?: string;
  links?: string[];
  startedMs: number;
  endedMs: number;
  skipped?: boolean;
}

/** A key point, a decision or an action. */
export interface ResultJson {
  id: number;
  kind: string;
  text: string;
  who?: string;
  due?: string;
  carried?: boolean;
  done?: boolean;
}

/** When people meet again; without a start: they do not. */
export interface NextJson {
  start?: string;
  zone?: string;
  place?: string;
}

export interface TallyJson {
  votes: number;
  counts?: number[];
  words?: Record<string, number>;
  teams?: Record<string, number[]>;
  by?: Record<string, number[]>;
}

export interface PollJson {
  id: number;
  terms: { question: string; kind: string; options?: string[]; anonymous?: boolean; hidden?: boolean };
  counted?: TallyJson;
}

export interface BallotJson {
  choices?: number[];
  words?: string[];
}

export interface QuestionJson {
  id: number;
  name: string;
  text: string;
  state: string;
  published?: boolean;
}

export interface PersonJson {
  name: string;
  team?: string;
}

/** A group at work in a room of its own. */
export interface WorkingGroupJson {
  room: string;
  title: string;
  people?: string[];
  lead?: string;
}

/** What leads in and out of the room; what is empty is left out. */
export interface DoorsJson {
  lobby?: boolean;
  waiting?: Record<string, PersonJson>;
  told?: string;
  proposal?: { onRecord: boolean; atMs: number; agreed?: string[] } | null;
  groups?: WorkingGroupJson[];
  groupsFrom?: string;
  groupsUntilMs?: number;
  publicCut?: boolean;
  publicDelayMs?: number;
}

export interface MeetingJson {
  agenda?: { items?: AgendaEntryJson[]; beginsMs?: number };
  results?: { entries?: ResultJson[]; none?: string[]; next?: NextJson; approved?: Record<string, string> };
  polls?: { all?: Record<string, PollJson> };
  questions?: { all?: Record<string, QuestionJson> };
  closedMs?: number;
}

/** How open polls stand (without a tally those that are hidden), and who would hear which answer. */
export interface OpinionsJson {
  polls: { poll: number; votes: number; tally?: TallyJson }[];
  ups: Record<string, number>;
}

/** What nobody else may know. */
export interface MineJson {
  votes?: Record<string, BallotJson>;
  upvoted?: number[];
  card?: string;
  wants?: string[];
  contacts?: ContactJson[];
}

/** How somebody can be reached who wants to exchange contacts, as this seat does. */
export interface ContactJson {
  name: string;
  card: string;
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
  main?: boolean;
  meeting?: MeetingJson;
  doors?: DoorsJson;
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
  | { kind: "opinions"; opinions: OpinionsJson }
  | { kind: "close"; code: number; reason: string }
  | { kind: "unknown" };

/** Reads one line. What a later server may add is passed over. */
export function read(line: string): Message {
  const m = JSON.parse(line) as Record<string, unknown>;
  if ("part" in m) return { kind: "unknown" }; // of a part that this app does not follow
  if ("hello" in m) return { kind: "hello", hello: m as unknown as Hello };
  if ("snapshot" in m) return { kind: "snapshot", room: m.snapshot as RoomJson, seq: m.seq as number };
  if ("ack" in m) return { kind: "ack", ack: m as unknown as Ack };
  if ("nack" in m) return { kind: "nack", nack: m as unknown as Nack };
  if ("prev" in m) return { kind: "frame", frame: m as unknown as Frame };
  if ("close" in m) return { kind: "close", code: m.close as number, reason: String(m.reason) };
  if ("order" in m) return { kind: "order", order: m.order as PlaceJson[], meanMs: Number(m.mean ?? 0) * 1_000 };
  if ("figures" in m) return { kind: "figures", figures: m.figures as FiguresJson };
  if ("opinions" in m) return { kind: "opinions", opinions: m.opinions as OpinionsJson };
  if ("here" in m) return { kind: "here", here: m.here as number };
  return { kind: "unknown" };
}
