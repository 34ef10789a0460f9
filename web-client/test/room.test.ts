import { describe, expect, it } from "vitest";
import { evolve, fromSnapshot, label, type Room, requestOf } from "../src/room";
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

  it("puts who is promised the floor behind those promised before", () => {
    const room = after(
      asks(1, "2"), asks(2, "3"), asks(3, "4"),
      { ev: "floor.accepted", request: 3 }, { ev: "floor.accepted", request: 2 },
    );
    expect(line(room)).toEqual(["4", "3", "2"]);
  });

  it.each(["floor.denied", "floor.cancelled", "floor.released", "floor.revoked"])("ends a request on %s", (ev) => {
    const room = after(asks(1, "2"), { ev: "floor.granted", request: 1 }, asks(2, "3"), { ev, request: 1 }, { ev, request: 2 });
    expect(room.floor.holder).toBeNull();
    expect(line(room)).toEqual([]);
  });

  it("lets the one behind go first when somebody is skipped", () => {
    expect(line(after(asks(1, "2"), asks(2, "3"), { ev: "floor.skipped", request: 1 }))).toEqual(["3", "2"]);
  });

  it("forgets absence with the request that it mattered to", () => {
    const absent = after(asks(1, "2"), { ev: "seat.absent", seat: "2" });
    expect(absent.seats.get("2")?.absent).toBe(true);
    const ended = evolve(absent, { prev: 2, seq: 3, ev: "floor.denied", request: 1 });
    expect(ended.seats.get("2")?.absent).toBeUndefined();
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
