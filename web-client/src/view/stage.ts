// Who has the floor, the clock by the server's time, the agenda item, and what holds for all.

import type { App } from "../app";
import { button, h, say } from "./dom";
import { passedMark, usedMs } from "../fold/floor";
import { t } from "./i18n";
import { chairs, keeps, label } from "../fold/room";
import { duration } from "./time";

export function stageDepends(app: App): unknown {
  const { floor } = app.room!;
  const { holder, interrupted } = floor;
  const name = (seat?: string): string => (seat ? label(app.room!, seat) : "");
  return [holder?.request, holder?.topic, holder?.kind, name(holder?.seat), name(interrupted?.seat),
    floor.paused, floor.locked, floor.item, app.me?.role, floor.chair.frozen, floor.chair.lost];
}

export function stageSection(app: App): (HTMLElement | null)[] {
  const room = app.room!;
  const { holder, interrupted, item, paused, locked, chair } = room.floor;
  const mine = holder?.seat === app.me!.seat;
  const kept = holder && keeps(room, app.me!.seat, holder.seat);
  return [
    h("h2", {}, t("floor.label")),
    item ? h("p", { class: "item muted" }, h("bdi", {}, t("screen.item", { n: item.number, title: item.title }))) : null,
    h("p", { class: mine ? "holder mine" : "holder" },
      h("bdi", {}, holder ? (mine ? t("floor.you") : label(room, holder.seat)) : t("floor.nobody"))),
    holder?.kind && holder.kind !== "speech" ? h("p", {}, t(`kind.${holder.kind}`)) : null,
    holder?.topic ? h("p", { class: "topic" }, h("bdi", {}, holder.topic)) : null,
    kept ? h("p", {}, button("keep-done", "floor.done", () => app.act("floor.release", { request: holder.request }))) : null,
    interrupted
      ? h("p", { class: "muted" }, h("bdi", {}, t("floor.interrupted", { name: label(room, interrupted.seat) })))
      : null,
    paused ? h("p", { class: "warn" }, t("floor.paused")) : null,
    locked ? h("p", {}, t("floor.locked")) : null,
    !chairs(app.me!.role) && chair.frozen ? h("p", { class: "warn" }, t("chair.frozen")) : null,
  ];
}

/** Below the stage; not spoken, since it changes all the time. */
export function writeClock(element: HTMLElement, app: App): void {
  const words = [turn(app), item(app)].filter(Boolean);
  element.hidden = words.length === 0;
  element.classList.toggle("late", app.room ? passedMark(app.room.floor, app.now()) !== null : false);
  say(element, words.join(" · "));
}

function turn(app: App): string {
  const holder = app.room?.floor.holder;
  if (!holder) return "";
  const used = usedMs(holder, app.now());
  const left = (holder.limitMs ?? 0) - used;
  const time = holder.limitMs
    ? t(left >= 0 ? "time.left" : "time.over", { t: duration(left) })
    : t("time.used", { t: duration(used) });
  return [time, ...Object.keys(holder.pauses ?? {}).map((why) => t(`pause.${why}`))].join(" · ");
}

function item(app: App): string {
  const on = app.room?.floor.item;
  if (!on) return "";
  const now = duration(app.now() - on.started);
  return t("item.clock", { t: on.budgetMs ? `${now} / ${duration(on.budgetMs)}` : now });
}
