import { afterEach, describe, expect, it, vi } from "vitest";
import { acquainted, evolve, fromSnapshot } from "../src/fold/room";
import { type Listed, PeopleList } from "../src/link/people";
import type { Frame, RoomJson } from "../src/link/wire";

const room = fromSnapshot({
  title: "Plenary", access: "open", onRecord: true,
  seats: [{ seat: "1", name: "Mo", role: "moderator" }],
  floor: { list: "open", requests: 0, holder: null, waiting: [] },
} as unknown as RoomJson);
const ana = { seat: "2", name: "Ana", role: "participant" as const };
const frame = (more: Record<string, unknown>): Frame => ({ prev: 0, seq: 1, at: 1, ...more }) as Frame;

describe("whom everybody knows by name", () => {
  it("is told with the event that names them, and forgotten with the one that names them last", () => {
    const asked = evolve(room, frame({ ev: "floor.requested", request: 1, seat: "2", topic: "", people: [ana] }));
    expect(asked.seats.get("2")?.name).toBe("Ana");
    const left = evolve(asked, frame({ ev: "floor.cancelled", request: 1, gone: ["2"] }));
    expect([...left.seats.keys()]).toEqual(["1"]);
  });

  it("comes before what the list told of them", () => {
    const old = { ...ana, name: "Old" };
    const asked = evolve(room, frame({ ev: "floor.requested", request: 1, seat: "2", topic: "", people: [ana] }));
    expect(acquainted(asked, null, [old]).seats.get("2")?.name).toBe("Ana");
    expect(acquainted(room, ana, []).seats.get("2")?.name).toBe("Ana");
  });
});

describe("the list of people", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("is asked for while it is looked at, and once a second at most", async () => {
    const asked: string[] = [];
    const timers: (() => void)[] = [];
    const seen: Listed[] = [];
    vi.stubGlobal("fetch", (address: string) => {
      asked.push(address);
      return Promise.resolve(new Response(JSON.stringify({ people: [ana], found: 1 })));
    });
    const clock = { now: () => 0, random: () => 0, setTimer: (run: () => void) => timers.push(run), clearTimer: () => {} };
    const list = new PeopleList("/people", "?as=2", clock, (listed) => seen.push(listed));
    list.touched();
    expect(asked).toEqual([]);
    list.want(true);
    list.touched();
    list.touched();
    await vi.waitFor(() => expect(timers.length).toBe(1));
    expect(asked).toEqual(["/people?as=2"]);
    timers[0]!();
    expect(asked.length).toBe(2);
    await vi.waitFor(() => expect(seen.at(-1)?.found).toBe(1));
  });
});
