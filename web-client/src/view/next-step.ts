// The one button: always the next sensible thing.

import { createElement, type VNode } from "preact";
import type { App } from "../app";
import { expectedWaitMs, ofSeat } from "../fold/floor";
import { speaks } from "../fold/room";
import { h } from "./dom";
import { t } from "./i18n";
import { type Spoken, SpokenLine } from "./spoken";
import { duration } from "./time";

interface Step {
  status: string;
  label: string;
  enabled: boolean;
  mine: boolean;
  run: (() => void) | null;
}

/** What somebody can do now, in words. */
export function nextStep(app: App, topic: () => string): Step | null {
  const { room, me } = app;
  if (!room || !me || !speaks(me.role)) return null;
  if (app.sends("floor.request")) {
    return { status: t("unsent.note"), label: t("floor.asking"), enabled: false, mine: false, run: null };
  }
  const { turn, speaking } = ofSeat(room.floor, me.seat);
  const leaving = app.sends("floor.release");
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

/** Where one stands, to be said by and by; that one speaks is an alert. */
export function standing(app: App): string {
  const step = nextStep(app, () => "");
  return !step ? t("floor.watching") : step.mine ? "" : step.status;
}

/** The button, what it is about, and where one stands. */
export function Action({ app, spoken }: { app: App; spoken: Spoken }): VNode {
  const step = nextStep(app, topic);
  const role = app.me?.role;
  const asks = step?.enabled && step.label === t("floor.ask");
  return h("section", { class: "action", hidden: !step && (role === "moderator" || role === "steward") },
    h("p", { class: "mine-status" }, step ? step.status : t("floor.watching")),
    createElement(SpokenLine, { spoken }),
    h("button", { class: step?.mine ? "main mine" : "main", type: "button", hidden: !step, disabled: !step?.enabled, onClick: () => press(step) }, step?.label),
    h("p", { class: "topic-line", hidden: !asks },
      h("label", { for: "topic" }, t("floor.topic")),
      h("input", { maxlength: "200", id: "topic" })));
}

const topicField = (): HTMLInputElement | null => document.querySelector("input#topic");

const topic = (): string => topicField()?.value.trim() ?? "";

function press(step: Step | null): void {
  step?.run?.();
  const field = topicField();
  if (field) field.value = "";
}
