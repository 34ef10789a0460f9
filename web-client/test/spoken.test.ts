// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import type { Clock } from "../src/link/backoff";
import { policyOf } from "../src/view/rules";
import { Spoken } from "../src/view/spoken";

/** A clock that stands until it is told to go on. */
class HandClock implements Clock {
  private ms = 0;
  private timers: { id: number; at: number; run: () => void }[] = [];

  now = (): number => this.ms;
  random = (): number => 0;
  setTimer = (run: () => void, ms: number): number => {
    const id = this.timers.length + 1;
    this.timers.push({ id, at: this.ms + ms, run });
    return id;
  };
  clearTimer = (id: number): void => {
    this.timers = this.timers.filter((t) => t.id !== id);
  };
  goOn(ms: number): void {
    this.ms += ms;
    for (const due of this.timers.filter((t) => t.at <= this.ms)) {
      this.clearTimer(due.id);
      due.run();
    }
  }
}

describe("what is spoken by and by", () => {
  it("is said at once, then at most every five seconds, and then what holds by then", () => {
    const clock = new HandClock();
    const spoken = new Spoken(5_000, clock);
    spoken.say("third");
    expect(spoken.text.value).toBe("third");
    clock.goOn(1_000);
    spoken.say("second");
    spoken.say("first");
    clock.goOn(3_999);
    expect(spoken.text.value).toBe("third");
    clock.goOn(1);
    expect(spoken.text.value).toBe("first");
  });

  it("is not said again when nothing changed", () => {
    const spoken = new Spoken(5_000, new HandClock());
    let said = 0;
    spoken.text.subscribe(() => void said++);
    spoken.say("third");
    spoken.say("third");
    expect(said).toBe(2); // at first nothing, then that
  });
});

describe("the rules' form", () => {
  it("asks for what was filled in, in the units of the command", () => {
    expect(policyOf({ order: "balanced", team: "20", "turn-speech": "180", runBy: "site", runTurns: "2", lag: "5" })).toEqual({
      order: "balanced", team: 1_200, turn: { speech: 180 }, run: { by: "site", turns: 2 }, lag: 5,
    });
    expect(policyOf({})).toEqual({});
  });
});
