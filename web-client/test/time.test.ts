import { describe, expect, it } from "vitest";
import { ServerTime } from "../src/link/server-time";

describe("the server's clock", () => {
  let running = 0;
  const at = (ms: number): ServerTime => {
    running = 500;
    const time = new ServerTime(() => running);
    time.set(ms);
    return time;
  };

  it("goes on by the page's own time", () => {
    const time = at(10_000);
    running += 3_000;
    expect(time.now()).toBe(13_000);
  });

  it("is put right when something happened later than it says", () => {
    const time = at(10_000);
    time.happened(3_610_000);
    expect(time.now()).toBe(3_610_000);
    time.happened(20_000);
    expect(time.now()).toBe(3_610_000);
  });

  it("follows a server whose clock goes slower, and no heartbeat that was late", () => {
    const time = at(10_000);
    time.beat(9_000);
    expect(time.now()).toBe(10_000);
    time.beat(7_000);
    expect(time.now()).toBe(7_000);
  });
});
