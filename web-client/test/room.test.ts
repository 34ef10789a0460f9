import { describe, expect, it } from "vitest";
import { expectedWaitMs, ofSeat, ordered, passedMark, usedMs } from "../src/fold/floor";
import { evolve, fromSnapshot, keeps, label, type Room } from "../src/fold/room";
import type { Frame, RoomJson } from "../src/link/wire";

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
    const room = after(asks(1, "2"), asks(2, "3"), asks(3, "4"));
    const floor = ordered(room.floor, [{ request: 3, why: "first-turn" }], 0);
    expect(line({ ...room, floor })).toEqual(["4", "2", "3"]);
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
    expect(ofSeat(room.floor, "2").turn?.request).toBe(1);
  });

  it("tells a turn from a point of order, and who speaks from who waits to go on", () => {
    const room = after(
      asks(1, "2"), { ev: "floor.granted", request: 1 },
      { ...asks(2, "3"), kind: "question" }, { ev: "floor.granted", request: 2 },
    );
    expect(ofSeat(room.floor, "2")).toMatchObject({ turn: { request: 1 }, speaking: null });
    expect(ofSeat(room.floor, "3")).toMatchObject({ turn: null, point: { request: 2 }, speaking: { request: 2 } });
  });

  it("follows the rules, the item, the chair and the switches", () => {
    const room = after(
      { ev: "policy.changed", policy: { order: "balanced" } },
      { ev: "item.started", title: "Levies", budgetMs: 60_000, policy: { order: "tour" } },
      { ev: "floor.locked" }, { ev: "floor.paused" }, { ev: "list.closed" }, { ev: "screen.shown", shown: true },
      { ev: "chair.taken", seat: "9", why: "first" }, { ev: "chair.lost", asOf: 5 }, { ev: "floor.frozen" },
    );
    expect(room.floor).toMatchObject({
      policy: { order: "tour" }, item: { number: 1, title: "Levies", budgetMs: 60_000 },
      locked: true, paused: true, listOpen: false, onScreen: true, chair: { seat: "9", lost: 5, frozen: true },
    });
    const back = evolve(room, { prev: 9, seq: 10, ev: "chair.back" });
    expect(back.floor.chair).toEqual({ seat: "9", frozen: false, deputies: [] });
  });

  it("gives the item more time to speak, and takes it away", () => {
    const room = after(
      { ev: "item.started", title: "Levies", budgetMs: 60_000, policy: { order: "tour" } },
      { ev: "budget.given", to: { item: true }, ms: 30_000 },
      { ev: "budget.given", from: { item: true }, to: { team: "Gabon" }, ms: 10_000 },
    );
    expect(room.floor.item?.budgetMs).toBe(80_000);
  });

  it("says how long one will wait, by what turns have lasted", () => {
    const room = after(asks(1, "2"), asks(2, "3"), { ev: "floor.granted", request: 1, limitMs: 60_000, at: 0 });
    expect(expectedWaitMs(room.floor, 1, 20_000)).toBeNull();
    expect(expectedWaitMs(ordered(room.floor, [], 90_000), 2, 20_000)).toBe(135_000);
  });

  it("knows the marks that a turn has passed", () => {
    const room = after(
      asks(1, "2"), { ev: "policy.changed", policy: { order: "first-come", warn: [60, 15] } },
      { ev: "floor.granted", request: 1, limitMs: 90_000, at: 0 },
    );
    expect([10_000, 30_000, 80_000, 90_000].map((at) => passedMark(room.floor, at))).toEqual([null, 60, 15, 0]);
  });

  it("knows who keeps somebody on-site", () => {
    const room = after(
      { ev: "seat.joined", seat: "5", name: "Sté", role: "steward", site: "Libreville" },
      { ev: "seat.joined", seat: "onsite-1", name: "Ms Ndong", role: "participant", team: "Gabon", site: "Libreville", keeper: "5" },
      { ev: "seat.joined", seat: "6", name: "Far", role: "steward", site: "Kampala" },
    );
    expect([keeps(room, "5", "onsite-1"), keeps(room, "6", "onsite-1"), keeps(room, "5", "2")]).toEqual([true, false, false]);
    expect(label(room, "onsite-1")).toBe("Ms Ndong (Gabon · Libreville)");
  });
});
