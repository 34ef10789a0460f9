// The list of people, asked for while somebody needs it: a page at a time, and again when it may have changed.

import type { Clock } from "./backoff";
import type { Message, SeatJson } from "./wire";

/** Not more often, however many come and go. */
const AGAIN_MS = 1_000;
export const PAGE = 100;

export interface Listed {
  readonly people: readonly SeatJson[];
  /** How many the search finds, on all pages. */
  readonly found: number;
  readonly search: string;
  readonly after: number;
}

export const NOBODY_LISTED: Listed = { people: [], found: 0, search: "", after: 0 };

export class PeopleList {
  private listed = NOBODY_LISTED;
  private wanted = false;
  private stale = true;
  private asking = false;
  private timer = 0;

  constructor(
    private readonly address: string,
    private readonly query: string,
    private readonly clock: Clock,
    private readonly changed: (listed: Listed, bytes: number) => void,
  ) {}

  /** Whether somebody may have come, gone or become another by what came in: their number is told apart. */
  static mayChange(message: Message): boolean {
    if (message.kind === "frame") return (message.frame.ev ?? "").startsWith("seat.");
    return message.kind === "hello" || message.kind === "here" || message.kind === "ack";
  }

  /** Whether somebody looks at it now. */
  want(wanted: boolean): void {
    this.wanted = wanted;
    this.ask();
  }

  /** Somebody may have come, gone, or become another. */
  touched(): void {
    this.stale = true;
    this.ask();
  }

  find(search: string, after = 0): void {
    this.listed = { ...this.listed, search: search.trim(), after };
    this.clock.clearTimer(this.timer);
    this.timer = 0;
    this.touched();
  }

  private ask(): void {
    if (!this.wanted || !this.stale || this.asking || this.timer) return;
    this.stale = false;
    this.asking = true;
    void this.load();
  }

  private async load(): Promise<void> {
    const { search, after } = this.listed;
    try {
      const asked = new URLSearchParams(this.query);
      if (search) asked.set("q", search);
      if (after) asked.set("after", String(after));
      const response = await fetch(`${this.address}?${asked}`);
      const text = await response.text();
      if (response.ok) {
        const page = JSON.parse(text) as { people: SeatJson[]; found: number };
        const mine = search === this.listed.search && after === this.listed.after;
        if (mine) this.listed = { ...this.listed, people: page.people, found: page.found };
        this.changed(this.listed, text.length);
      }
    } catch {
      this.stale = true; // the link is down: asked again when it is back
    } finally {
      this.asking = false;
      this.timer = this.clock.setTimer(() => {
        this.timer = 0;
        this.ask();
      }, AGAIN_MS);
    }
  }
}
