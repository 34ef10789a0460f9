// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Clock } from "../src/link/backoff";
import type { CarrierName, Events, Place } from "../src/link/carriers";

interface Opened {
  name: CarrierName;
  place: Place;
  events: Events;
  sent: string[];
  closed: boolean;
}

const opened: Opened[] = [];
vi.mock("../src/link/carriers", async (original) => ({
  ...(await original<typeof import("../src/link/carriers")>()),
  open: (name: CarrierName, place: Place, events: Events) => {
    const it: Opened = { name, place, events, sent: [], closed: false };
    opened.push(it);
    return {
      name,
      send: (text: string) => it.sent.push(text),
      close: () => {
        it.closed = true;
        events.ended(1006, "closed here");
      },
    };
  },
}));
const { Link } = await import("../src/link/link");

class FakeClock implements Clock {
  private timers: { id: number; at: number; run: () => void }[] = [];
  private time = 0;
  private ids = 0;
  now = (): number => this.time;
  random = (): number => 0.5;
  setTimer = (run: () => void, ms: number): number => {
    this.timers.push({ id: ++this.ids, at: this.time + ms, run });
    return this.ids;
  };
  clearTimer = (id: number): void => {
    this.timers = this.timers.filter((t) => t.id !== id);
  };
  pass(ms: number): void {
    const until = this.time + ms;
    for (;;) {
      const due = this.timers.filter((t) => t.at <= until).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.clearTimer(due.id);
      this.time = due.at;
      due.run();
    }
    this.time = until;
  }
}

const hello = (seq: number, epoch = "e1", recovered = true): string =>
  JSON.stringify({ hello: "palabre.v1", epoch, seq, recovered, beatMs: 20_000, durable: true });
const folded = (seq: number, fold: string): string =>
  JSON.stringify({ ...(JSON.parse(hello(seq)) as object), fold });
const snapshot = (seq: number): string => JSON.stringify({ snapshot: {}, seq });
const frame = (prev: number, seq: number): string => JSON.stringify({ prev, seq, ev: "x" });

let clock: FakeClock;
let seen: string[];
let states: string[];
const last = (): Opened => opened[opened.length - 1]!;

beforeEach(() => {
  opened.length = 0;
  clock = new FakeClock();
  seen = [];
  states = [];
  new Link(
    "/live",
    {
      message: (m) => seen.push(m.kind === "frame" ? `frame ${m.frame.seq}` : m.kind),
      state: (s) => states.push(s),
      bytes: () => {},
    },
    clock,
  ).start();
});

describe("the link", () => {
  it("hands over frames in order, each once", () => {
    last().events.lines([hello(4), snapshot(4), frame(4, 5), frame(4, 5), frame(5, 7)].join("\n"));
    expect(seen).toEqual(["hello", "snapshot", "frame 5", "frame 7"]);
  });

  it("asks again from where it is when something is missing", () => {
    last().events.lines([hello(4), snapshot(4), frame(6, 7)].join("\n"));
    expect(seen).not.toContain("frame 7");
    clock.pass(2_000);
    expect(last().place.after).toBe("e1:4");
  });

  it("says by which rules it has folded when it comes back", () => {
    last().events.lines([folded(4, "room-7"), snapshot(4)].join("\n"));
    last().events.ended(1006, "");
    clock.pass(2_000);
    expect(last().place.fold).toBe("room-7");
  });

  it("counts as dead after two and a half heartbeats of silence", () => {
    last().events.lines([hello(4), snapshot(4)].join("\n"));
    const first = last();
    clock.pass(49_000);
    expect(first.closed).toBe(false);
    clock.pass(2_000);
    expect(first.closed).toBe(true);
  });

  it("goes down the ladder when a carrier never works", () => {
    for (let i = 0; i < 4; i++) {
      last().events.ended(1006, "");
      clock.pass(60_000);
    }
    expect(opened.map((o) => o.name)).toEqual(expect.arrayContaining(["websocket", "sse", "poll"]));
  });

  it("comes back at once when the network returns", () => {
    last().events.lines([hello(4), snapshot(4)].join("\n"));
    for (let i = 0; i < 6; i++) {
      last().events.ended(1006, "");
      clock.pass(40_000);
    }
    last().events.ended(1006, "");
    const before = opened.length;
    window.dispatchEvent(new Event("online"));
    expect(opened.length).toBe(before + 1);
  });

  it("does not come back when it is told not to", () => {
    last().events.lines([hello(4), snapshot(4)].join("\n"));
    last().events.ended(4501, "REMOVED");
    clock.pass(600_000);
    expect(opened.length).toBe(1);
    expect(states.at(-1)).toBe("ended");
  });

  it("waits as long as the server says before it comes back", () => {
    last().events.lines([hello(4), snapshot(4)].join("\n"));
    last().events.ended(4002, "TOO_FAST retry=5000");
    clock.pass(4_900);
    expect(opened.length).toBe(1);
    clock.pass(6_000);
    expect(opened.length).toBe(2);
  });

  it("asks whether anybody is there when somebody looks, and does not give up a link that answers", () => {
    last().events.lines([hello(4), snapshot(4)].join("\n"));
    window.dispatchEvent(new Event("online"));
    expect(last().sent).toContain('{"beat":4,"echo":true}');
    last().events.lines('{"echo":1}');
    clock.pass(30_000);
    expect(opened.length).toBe(1);
  });

  it("takes the server's word over the carrier's when it is told to stay away", () => {
    last().events.lines([hello(4), snapshot(4), '{"close":4501,"reason":"REMOVED"}'].join("\n"));
    clock.pass(600_000);
    expect(opened.length).toBe(1);
    expect(states.at(-1)).toBe("ended");
  });

  it("answers each heartbeat", () => {
    last().events.lines([hello(4), snapshot(4), JSON.stringify({ prev: 4, seq: 6, beat: 1, here: 2 })].join("\n"));
    expect(last().sent).toContain('{"beat":6}');
  });
});
