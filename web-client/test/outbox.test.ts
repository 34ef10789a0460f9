import { describe, expect, it } from "vitest";
import { Backoff } from "../src/link/backoff";
import { freshId, Outbox, type Shelf } from "../src/link/outbox";
import type { Command } from "../src/link/wire";

function shelf(): Shelf & { kept: Command[] } {
  const it = {
    kept: [] as Command[],
    load: () => [...it.kept],
    save: (commands: readonly Command[]) => {
      it.kept = [...commands];
    },
  };
  return it;
}

describe("the outbox", () => {
  it("keeps a command until it is answered, over a reload", () => {
    const kept = shelf();
    const sent = new Outbox(kept, () => {}).add({ do: "floor.request" });
    const reloaded = new Outbox(kept, () => {});
    expect(reloaded.commands).toEqual([sent]);
    reloaded.settle(sent.id);
    expect(new Outbox(kept, () => {}).commands).toEqual([]);
  });

  it("gives every command an id of its own that the server takes", () => {
    const ids = new Set(Array.from({ length: 1_000 }, freshId));
    expect(ids.size).toBe(1_000);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9._:-]{1,64}$/);
  });
});

describe("the backoff", () => {
  it("is a random moment up to a bound that doubles and ends", () => {
    const clock = { now: () => 0, setTimer: () => 0, clearTimer: () => {}, random: () => 1 };
    const backoff = new Backoff(clock);
    const waits = Array.from({ length: 8 }, () => backoff.next());
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 20_000, 20_000]);
    backoff.reset();
    expect(backoff.next()).toBe(500);
  });
});
