import { describe, expect, it } from "vitest";
import { evolve, fromSnapshot, label, ordered, type Room, requestOf, usedMs } from "../src/room";
import type { Frame, RoomJson } from "../src/wire";

const empty: RoomJson = {
  title: "Plenary",
  access: "open",
  onRecord: true,
  seats: [
    { seat: "2", name: "Ana", role: "participant", team: "Gabon" },
    { seat: "3", name: "Ben", role: "participant" },
    { seat: "4", name: "Cam", role: "participant" },
  ],
  floor: { list: "open", requests: 0, holder: null, waiting: [] },
};

function after(...events: Record<string, unknown>[]): Room {
  let seq = 0;
  return events.reduce<Room>(
    (room, e) => evolve(room, { prev: seq, seq: ++seq, at: seq, ...e } as Frame),
    fromSnapshot(empty),
  );
}

const asks = (request: number, seat: string) => ({ ev: "floor.requested", request, seat, topic: "" });
const line = (room: Room): string[] => room.floor.waiting.map((r) => r.seat);

describe("the fold", () => {
  it("puts who asks at the end of the line", () => {
    expect(line(after(asks(1, "2"), asks(2, "3")))).toEqual(["2", "3"]);
  });

  it("moves who is granted from the line to the floor", () => {
    const room = after(asks(1, "2"), asks(2, "3"), { ev: "floor.granted", request: 2 });
    expect(line(room)).toEqual(["2"]);
    expect(room.floor.holder?.seat).toBe("3");
  });

  it("stands people as the order says, and the others behind", () => {
    const room = ordered(after(asks(1, "2"), asks(2, "3"), asks(3, "4")), [{ request: 3, why: "first-turn" }]);
    expect(line(room)).toEqual(["4", "2", "3"]);
  });

  it("stops the clock at the last byte, and lets the interrupted go on", () => {
    const room = after(
      asks(1, "2"), asks(2, "3"), { ev: "floor.granted", request: 1, limitMs: 60_000, at: 1_000 },
      { ev: "turn.paused", request: 1, why: "link", asOf: 3_000, at: 9_000 },
      { ev: "turn.resumed", request: 1, why: "link", at: 10_000 },
    );
    expect(usedMs(room.floor.holder!, 11_000)).toBe(3_000);
    const between = evolve(room, { prev: 5, seq: 6, ev: "floor.granted", request: 2, at: 12_000 });
    expect(between.floor.interrupted?.request).toBe(1);
    expect(evolve(between, { prev: 6, seq: 7, ev: "floor.released", request: 2 }).floor.holder?.request).toBe(1);
  });

  it.each(["floor.denied", "floor.cancelled", "floor.released", "floor.revoked"])("ends a request on %s", (ev) => {
    const room = after(asks(1, "2"), { ev: "floor.granted", request: 1 }, asks(2, "3"), { ev, request: 1 }, { ev, request: 2 });
    expect(room.floor.holder).toBeNull();
    expect(line(room)).toEqual([]);
  });

  it("passes over what it does not know", () => {
    expect(after({ ev: "from.the.future" })).toEqual(fromSnapshot(empty));
  });

  it("names people with whom they stand for", () => {
    const room = after(asks(1, "2"));
    expect(label(room, "2")).toBe("Ana (Gabon)");
    expect(label(room, "99")).toBe("–");
    expect(requestOf(room, "2")?.request).toBe(1);
  });
});
