// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { LinkEvents } from "../src/link/link";
import { read } from "../src/link/wire";

const sent: string[] = [];
let events: LinkEvents;
vi.mock("../src/link/link", () => ({
  Link: class {
    constructor(_live: string, theirs: LinkEvents) {
      events = theirs;
    }
    start(): void {}
    connected(): boolean {
      return true;
    }
    send(text: string): boolean {
      sent.push(text);
      return true;
    }
  },
}));
const { App } = await import("../src/app");

const KEY = "palabre:r:2";
const clock = { now: () => 0, random: () => 0.5, setTimer: () => 0, clearTimer: () => {} };
const app = (onRecord: boolean): InstanceType<typeof App> =>
  new App({ room: "r", seat: "2", onRecord, as: "", carrier: "websocket" }, clock);
const hello = (durable: boolean): void =>
  events.message(
    read(JSON.stringify({ hello: "palabre.v1", room: "r", seat: "2", epoch: "e", seq: 0, durable, recovered: true, beatMs: 1, time: 1, here: 1 })),
  );

describe("a room that goes on or off the record", () => {
  const replace = vi.spyOn(location, "replace").mockImplementation(() => {});

  beforeEach(() => {
    localStorage.clear();
    sent.length = 0;
    replace.mockClear();
  });

  it("keeps what is unsent on the device while it is on the record", () => {
    app(true).act("floor.request");
    hello(true);
    expect(localStorage.getItem(KEY)).toContain("floor.request");
    expect(replace).not.toHaveBeenCalled();
  });

  it("empties the device when it is off the record", () => {
    app(true).act("floor.request");
    app(false);
    expect(localStorage.getItem(KEY)).toBeNull();
  });

  it("empties the device when it goes off the record behind the page, and loads the page anew", () => {
    app(true).act("floor.request");
    hello(false);
    expect(localStorage.getItem(KEY)).toBeNull();
    expect(replace).toHaveBeenCalled();
  });

  it("sends nothing onto the record that was said off it", () => {
    app(false).act("floor.request", { topic: "in confidence" });
    sent.length = 0;
    hello(true);
    expect(sent).toEqual([]);
    expect(replace).toHaveBeenCalled();
  });
});
