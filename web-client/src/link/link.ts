// Keeps the room's stream open: one carrier at a time, down the ladder when one does not work, back
// at once when the network returns, and never taken in by a link that is dead but says nothing.

import { Backoff, type Clock } from "./backoff";
import { BROKEN, type Carrier, type CarrierName, LADDER, open } from "./carriers";
import { type Hello, type Message, read } from "./wire";

export type LinkState = "connecting" | "connected" | "reconnecting" | "offline" | "ended";

export interface LinkEvents {
  message(message: Message): void;
  state(state: LinkState, carrier: CarrierName, reason: string): void;
  bytes(count: number): void;
}

/** Without a byte for so many heartbeats, the link counts as dead. */
const SILENT_BEATS = 2.5;
const OPEN_MS = 12_000;

/** How long the answer may take to the question whether anybody is there. */
const ECHO_MS = 8_000;

/** How often a carrier may fail before the next is tried; more often when it has worked here before. */
const TRIES_UNPROVEN = 2;
const TRIES_PROVEN = 8;

export class Link {
  private readonly backoff: Backoff;
  private carrier: Carrier | null = null;
  private readonly proven = new Set<number>();
  private rung: number;
  private failures = 0;
  private greeted = false;
  private wasConnected = false;
  private over = false;
  private told: { code: number; reason: string } | null = null;
  private epoch = "";
  private fold = "";
  private seq = -1;
  private beatMs = 20_000;
  private retryTimer = 0;
  private silenceTimer = 0;
  private beatTimer = 0;

  constructor(
    private readonly live: string,
    private readonly events: LinkEvents,
    private readonly clock: Clock,
    first: CarrierName = "websocket",
  ) {
    this.backoff = new Backoff(clock);
    this.rung = LADDER.indexOf(first);
  }

  start(): void {
    window.addEventListener("online", () => this.hurry());
    window.addEventListener("offline", () => this.events.state("offline", this.rungName(), ""));
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) this.hurry();
    });
    this.connect();
  }

  /** Whether commands can go over the stream itself. */
  send(text: string): boolean {
    if (!this.greeted || !this.carrier?.send) return false;
    this.events.bytes(text.length);
    this.carrier.send(text);
    return true;
  }

  connected(): boolean {
    return this.greeted;
  }

  /** The stream misses something, or may be dead: begin again from where we are. */
  restart(): void {
    this.carrier?.close();
  }

  private rungName(): CarrierName {
    return LADDER[this.rung] ?? "poll";
  }

  /** The network is back, or somebody looks: do not wait out the backoff. */
  private hurry(): void {
    if (this.over) return;
    this.backoff.reset();
    if (this.carrier && this.greeted) {
      if (this.carrier.send) {
        this.carrier.send(`{"beat":${this.seq},"echo":true}`);
        this.watch(ECHO_MS);
      }
    } else if (!this.carrier) {
      this.connect();
    }
  }

  private connect(): void {
    this.clock.clearTimer(this.retryTimer);
    if (this.over || this.carrier) return;
    this.greeted = false;
    this.events.state(this.wasConnected ? "reconnecting" : "connecting", this.rungName(), "");
    const after = this.seq >= 0 ? `${this.epoch}:${this.seq}` : "";
    this.carrier = open(
      this.rungName(),
      { live: this.live, after, fold: this.fold },
      { lines: (text) => this.lines(text), ended: (code, reason) => this.ended(code, reason) },
      this.clock,
    );
    this.watch(OPEN_MS);
  }

  private lines(text: string): void {
    this.events.bytes(new Blob([text]).size);
    for (const line of text.split("\n")) {
      if (line) this.take(read(line));
    }
    if (this.greeted) this.watch(this.beatMs * SILENT_BEATS);
  }

  private take(message: Message): void {
    switch (message.kind) {
      case "hello":
        this.greet(message.hello);
        this.events.message(message);
        break;
      case "snapshot":
        this.seq = message.seq;
        this.events.message(message);
        break;
      case "frame":
        if (message.frame.seq <= this.seq) return; // had it already
        if (message.frame.prev !== this.seq) {
          this.restart(); // something is missing: ask again from where we are
          return;
        }
        this.seq = message.frame.seq;
        if (message.frame.beat !== undefined) this.beat();
        this.events.message(message);
        break;
      case "close":
        this.told = { code: message.code, reason: message.reason };
        this.carrier?.close();
        break;
      default:
        this.events.message(message);
    }
  }

  private greet(hello: Hello): void {
    if (hello.epoch !== this.epoch) this.seq = -1;
    this.epoch = hello.epoch;
    this.fold = hello.fold ?? "";
    this.beatMs = hello.beatMs;
    this.greeted = true;
    this.wasConnected = true;
    this.proven.add(this.rung);
    this.failures = 0;
    this.backoff.reset();
    this.events.state("connected", this.rungName(), "");
    this.clock.clearTimer(this.beatTimer);
    this.beatTimer = this.clock.setTimer(() => this.beatOn(), this.beatMs);
  }

  private beatOn(): void {
    this.beat();
    this.beatTimer = this.clock.setTimer(() => this.beatOn(), this.beatMs);
  }

  private beat(): void {
    this.carrier?.send?.(`{"beat":${this.seq}}`);
  }

  private watch(ms: number): void {
    this.clock.clearTimer(this.silenceTimer);
    this.silenceTimer = this.clock.setTimer(() => this.restart(), ms);
  }

  private ended(by: number, why: string): void {
    if (this.over) return;
    const { code, reason } = this.told ?? { code: by, reason: why };
    this.told = null;
    this.clock.clearTimer(this.silenceTimer);
    this.clock.clearTimer(this.beatTimer);
    this.carrier = null;
    if (code >= 4500 && code < 5000) {
      this.over = true;
      this.events.state("ended", this.rungName(), reason);
      return;
    }
    const tries = this.proven.has(this.rung) ? TRIES_PROVEN : TRIES_UNPROVEN;
    if (!this.greeted && code === BROKEN && navigator.onLine && ++this.failures >= tries) {
      this.rung = (this.rung + 1) % LADDER.length;
      this.failures = 0;
    }
    this.greeted = false;
    const hint = Number(/retry=(\d+)/.exec(reason)?.[1] ?? 0);
    const offline = !navigator.onLine;
    this.events.state(offline ? "offline" : this.wasConnected ? "reconnecting" : "connecting", this.rungName(), reason);
    this.retryTimer = this.clock.setTimer(() => this.connect(), this.backoff.next(hint));
  }
}
