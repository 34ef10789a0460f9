// What a screen reader says by and by: at most once in a while, and then what holds by then.

import { type Clock, systemClock } from "../link/backoff";
import { h, say } from "./dom";

export class Spoken {
  readonly element = h("p", { class: "unseen", role: "status" });
  private wanted = "";
  private quietUntil = 0;
  private timer = 0;

  constructor(
    private readonly everyMs: number,
    private readonly clock: Clock = systemClock,
  ) {}

  say(text: string): void {
    this.wanted = text;
    if (this.timer || this.element.textContent === text) return;
    const now = this.clock.now();
    if (now >= this.quietUntil) this.speak(now);
    else this.timer = this.clock.setTimer(() => this.speak(this.clock.now()), this.quietUntil - now);
  }

  private speak(now: number): void {
    this.timer = 0;
    this.quietUntil = now + this.everyMs;
    say(this.element, this.wanted);
  }
}
