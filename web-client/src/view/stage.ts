// Who has the floor, the clock by the server's time, the agenda item, and what holds for all.

import { type ComponentChild, createElement, type VNode } from "preact";
import type { App } from "../app";
import { passedMark, usedMs } from "../fold/floor";
import { chairs, keeps, label } from "../fold/room";
import { button, h } from "./dom";
import { t } from "./i18n";
import { duration } from "./time";

export function stageSection(app: App): ComponentChild[] {
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
    createElement(Clock, { app }),
  ];
}

/** Not spoken, since it changes all the time. */
function Clock({ app }: { app: App }): VNode {
  const words = [turn(app), item(app)].filter(Boolean);
  const late = app.room ? passedMark(app.floor, app.now()) !== null : false;
  return h("p", { class: late ? "clock late" : "clock", hidden: words.length === 0 }, words.join(" · "));
}

/** Who has the floor, to be said by and by; one's own turn is an alert. */
export function floorWords(app: App): string {
  if (!app.room || !app.me) return "";
  const { holder } = app.floor;
  if (holder?.seat === app.me.seat) return "";
  return holder ? t("floor.holder", { name: label(app.room, holder.seat) }) : t("floor.nobody");
}

/** That one has the floor, then each mark before the end as it passes. */
export function Alert({ app }: { app: App }): VNode {
  const mine = app.room && app.me && app.floor.holder?.seat === app.me.seat;
  return h("p", { class: "unseen", role: "alert" }, mine ? toSpeaker(app) : "");
}

function toSpeaker(app: App): string {
  const mark = passedMark(app.floor, app.now());
  if (mark === null) return t("floor.you");
  return mark === 0 ? t("time.isOver") : t("time.left", { t: duration(mark * 1_000) });
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
