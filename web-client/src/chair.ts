// The moderator's own acts, on buttons and on keys.

import type { App } from "./app";
import { h } from "./dom";
import { t } from "./i18n";
import { chairs } from "./room";

export function chairSection(app: App): HTMLElement[] {
  const floor = app.room!.floor;
  const button = (key: string, text: string, run: () => void, enabled = true): HTMLElement =>
    h("button", { type: "button", "data-key": key, disabled: !enabled, onclick: run }, t(text));
  return [
    h("h2", {}, t("chair.label")),
    h("div", { class: "acts" },
      button("next", "chair.next", () => next(app)),
      button("end", "chair.end", () => end(app), Boolean(floor.holder)),
      button("pause", stands(app) ? "chair.resume" : "chair.pause", () => pause(app), Boolean(floor.holder)),
      button("extend", "chair.extend", () => extend(app), Boolean(floor.holder)),
      button("list", floor.listOpen ? "chair.close" : "chair.open", () => list(app))),
    h("p", { class: "muted keys" }, t("chair.keys")),
  ];
}

/** Says whose turn it ends, so that two moderators who press it at once do not end two. */
const next = (app: App): void => app.act("floor.next", { holder: app.room?.floor.holder?.request ?? 0 });

const stands = (app: App): boolean => {
  const pauses = app.room?.floor.holder?.pauses ?? {};
  return "chair" in pauses || "link" in pauses;
};

function pause(app: App): void {
  const holder = app.room?.floor.holder;
  if (holder) app.act(stands(app) ? "turn.resume" : "turn.pause", { request: holder.request });
}

function extend(app: App): void {
  const holder = app.room?.floor.holder;
  if (holder) app.act("turn.extend", { request: holder.request, seconds: 60 });
}

function hear(app: App): void {
  const point = app.room?.floor.waiting.find((r) => r.kind === "point-of-order");
  if (point) app.act("floor.grant", { request: point.request });
}

function end(app: App): void {
  const holder = app.room?.floor.holder;
  if (holder) app.act("floor.revoke", { request: holder.request });
}

const list = (app: App): void => app.act(app.room?.floor.listOpen ? "list.close" : "list.open");

/** N next, E thank and end, P pause, + a minute, O point of order, L list; not while somebody types. */
export function listenForKeys(app: App): void {
  document.addEventListener("keydown", (e) => {
    const typing = e.target instanceof HTMLInputElement || e.target instanceof HTMLSelectElement;
    if (typing || e.ctrlKey || e.metaKey || e.altKey || e.repeat || !app.me || !chairs(app.me.role)) return;
    const acts: Record<string, (app: App) => void> = { n: next, e: end, l: list, p: pause, "+": extend, o: hear };
    const run = acts[e.key.toLowerCase()];
    if (run) {
      e.preventDefault();
      run(app);
    }
  });
}
