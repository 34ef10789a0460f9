// The moderator's own acts, on buttons and on keys.

import type { VNode } from "preact";
import type { App } from "../app";
import { chairs, label, mayTake } from "../fold/room";
import { button, choice, field, folded, form, h } from "./dom";
import { t } from "./i18n";

export function chairSection(app: App): (VNode | null)[] {
  if (!chairs(app.me!.role)) return [];
  return [
    h("h2", {}, t("chair.label")),
    ...presiding(app),
    ...(app.presides ? acts(app) : [mayTake(app.room!, app.me!.seat) ? h("p", {}, t("chair.first")) : null]),
  ];
}

function acts(app: App): VNode[] {
  const { floor } = app.room!;
  return [
    h("div", { class: "acts" },
      button("next", "chair.next", () => next(app), true, { class: "first" }),
      button("end", "chair.end", () => end(app), Boolean(floor.holder)),
      button("pause", stands(app) ? "chair.resume" : "chair.pause", () => pause(app), Boolean(floor.holder)),
      button("extend", "chair.extend", () => extend(app), Boolean(floor.holder)),
      button("list", floor.listOpen ? "chair.close" : "chair.open", () => list(app))),
    h("p", { class: "muted keys" }, t("chair.keys")),
    folded("chair-more", "chair.more", switches(app), endWithReason(app), giveChair(app)),
  ];
}

function presiding(app: App): VNode[] {
  const { chair } = app.room!.floor;
  const may = mayTake(app.room!, app.me!.seat);
  const who = chair.seat ? t("chair.who", { name: label(app.room!, chair.seat) }) : t("chair.nobody");
  const lost = chair.frozen ? t("chair.frozen") : chair.lost === undefined ? "" : t("chair.lost");
  return [
    h("p", { class: lost ? "warn" : "muted" }, h("bdi", {}, who), lost ? ` ${lost}` : "",
      may ? " " : null, may ? button("take", "chair.take", () => app.act("chair.take")) : null),
  ];
}

function switches(app: App): VNode {
  const { floor, access } = app.room!;
  const act = (key: string, words: string, command: string, fields = {}): VNode =>
    button(key, words, () => app.act(command, fields));
  return h("div", { class: "acts" },
    floor.paused
      ? act("all", "chair.resumeAll", "floor.resume")
      : act("all", "chair.pauseAll", "floor.pause"),
    floor.locked ? act("lock", "chair.unlock", "floor.unlock") : act("lock", "chair.lock", "floor.lock"),
    act("tour", "chair.tour", "floor.tour"),
    access === "closed"
      ? act("screen", floor.onScreen ? "screen.hide" : "screen.show", "screen.show", { shown: !floor.onScreen })
      : null,
    h("a", { href: `${app.address}/screen${app.query}` }, t("screen.open")));
}

function endWithReason(app: App): VNode | null {
  const { holder } = app.room!.floor;
  return holder && form("end", ({ reason }) => app.act("floor.revoke", { request: holder.request, ...(reason ? { reason } : {}) }),
    field("reason", "chair.reason", { maxlength: "200" }),
    h("button", {}, t("chair.end")));
}

function giveChair(app: App): VNode | null {
  const { seats, floor } = app.room!;
  const others = [...seats.values()].filter((s) => chairs(s.role) && s.seat !== floor.chair.seat);
  return others.length === 0 ? null : form("give", ({ to }) => app.act("chair.give", { to }),
    choice("to", "chair.give.to", others.map((s) => [s.seat, s.name]), ""),
    h("button", {}, t("chair.give")));
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
    const typing = e.target instanceof HTMLInputElement || e.target instanceof HTMLSelectElement || e.target instanceof HTMLTextAreaElement;
    if (typing || e.ctrlKey || e.metaKey || e.altKey || e.repeat || !app.presides) return;
    const acts: Record<string, (app: App) => void> = { n: next, e: end, l: list, p: pause, "+": extend, o: hear };
    const run = acts[e.key.toLowerCase()];
    if (run) {
      e.preventDefault();
      run(app);
    }
  });
}
