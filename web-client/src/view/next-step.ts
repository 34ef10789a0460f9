// The one button: always the next sensible thing. It stays the same element, so that neither focus
// nor a finger on it loses its place.

import type { App } from "../app";
import { h, say } from "./dom";
import { expectedWaitMs, ofSeat } from "../fold/floor";
import { t } from "./i18n";
import { speaks } from "../fold/room";
import { Spoken } from "./spoken";
import { duration } from "./time";

interface Step {
  status: string;
  label: string;
  enabled: boolean;
  mine: boolean;
  run: (() => void) | null;
}

/** How often somebody is told where they stand, at most. */
const SPOKEN_EVERY_MS = 5_000;

/** What somebody can do now, in words. */
export function nextStep(app: App, topic: () => string): Step | null {
  const { room, me } = app;
  if (!room || !me || !speaks(me.role)) return null;
  if (app.outbox.has("floor.request")) {
    return { status: t("unsent.note"), label: t("floor.asking"), enabled: false, mine: false, run: null };
  }
  const { turn, speaking } = ofSeat(room.floor, me.seat);
  const leaving = app.outbox.has("floor.release");
  const ending = (request: number) => (): void => app.act("floor.release", { request });
  if (speaking) {
    const status = leaving ? t("unsent.note") : t("floor.you");
    return { status, label: t("floor.done"), enabled: !leaving, mine: true, run: ending(speaking.request) };
  }
  if (!turn) return asking(app, topic);
  if (turn.state === "granted") {
    return { status: t("floor.youAfter"), label: t("floor.done"), enabled: !leaving, mine: false, run: ending(turn.request) };
  }
  return {
    status: leaving ? t("unsent.note") : waiting(app, turn.request),
    label: t("floor.withdraw"),
    enabled: !leaving,
    mine: false,
    run: ending(turn.request),
  };
}

function asking(app: App, topic: () => string): Step {
  const { listOpen, locked } = app.room!.floor;
  const open = listOpen && !locked;
  return {
    status: locked ? t("floor.locked") : listOpen ? t("floor.notWaiting") : t("floor.listClosed"),
    label: t("floor.ask"),
    enabled: open,
    mine: false,
    run: () => app.act("floor.request", { ...(topic() ? { topic: topic() } : {}), ...delayed(app) }),
  };
}

/** A request that is made while the link is lost says so. */
export const delayed = (app: App): { delayed?: true } => (app.link === "connected" ? {} : { delayed: true });

function waiting(app: App, request: number): string {
  const { floor } = app.room!;
  const place = floor.waiting.findIndex((r) => r.request === request) + 1;
  const place1 = place === 1 && floor.waiting[0]?.state === "accepted";
  const words = [place1 ? t("floor.next") : t("floor.place", { n: place })];
  const wait = expectedWaitMs(floor, place, app.now());
  if (wait) words.push(t("floor.wait", { t: duration(wait) }));
  return words.join(" ");
}

/** The button, what it is about, and where one stands. */
export class MainButton {
  private readonly status = h("p", { class: "mine-status" });
  private readonly spoken = new Spoken(SPOKEN_EVERY_MS);
  private readonly button = h("button", { class: "main", type: "button" }) as HTMLButtonElement;
  private readonly input = h("input", { maxlength: "200", id: "topic" }) as HTMLInputElement;
  private readonly hint = h("label", { for: "topic" });
  private readonly topic = h("p", { class: "topic-line" }, this.hint, this.input);

  constructor(
    private readonly parent: HTMLElement,
    private readonly app: App,
  ) {
    this.button.addEventListener("click", () => {
      nextStep(app, () => this.input.value.trim())?.run?.();
      this.input.value = "";
    });
    parent.append(this.status, this.spoken.element, this.button, this.topic);
  }

  render(): void {
    const step = nextStep(this.app, () => "");
    const role = this.app.me?.role;
    this.parent.hidden = !step && (role === "moderator" || role === "steward");
    this.button.hidden = !step;
    this.topic.hidden = !step || step.label !== t("floor.ask") || !step.enabled;
    const status = step ? step.status : t("floor.watching");
    say(this.status, status);
    this.spoken.say(step?.mine ? "" : status); // that one speaks is an alert
    if (!step) return;
    say(this.button, step.label);
    say(this.hint, t("floor.topic"));
    this.button.disabled = !step.enabled;
    this.button.classList.toggle("mine", step.mine);
  }
}
