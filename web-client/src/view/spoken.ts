// What a screen reader says by and by: at most once in a while, and then what holds by then.

import { signal } from "@preact/signals";
import type { VNode } from "preact";
import { type Clock, systemClock } from "../link/backoff";
import { h } from "./dom";

export class Spoken {
  readonly text = signal("");
  private wanted = "";
  private quietUntil = 0;
  private timer = 0;

  constructor(
    private readonly everyMs: number,
    private readonly clock: Clock = systemClock,
  ) {}

  say(text: string): void {
    this.wanted = text;
    if (this.timer || this.text.peek() === text) return;
    const now = this.clock.now();
    if (now >= this.quietUntil) this.speak(now);
    else this.timer = this.clock.setTimer(() => this.speak(this.clock.now()), this.quietUntil - now);
  }

  private speak(now: number): void {
    this.timer = 0;
    this.quietUntil = now + this.everyMs;
    this.text.value = this.wanted;
  }
}

/** It is in the page from the beginning: a screen reader passes over what comes with its words. */
export const SpokenLine = ({ spoken }: { spoken: Spoken }): VNode => h("p", { class: "unseen", role: "status" }, spoken.text.value);
