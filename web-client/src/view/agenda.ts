// Where the meeting is, and how late; for the chair, what to do about it.

import type { VNode } from "preact";
import type { App } from "../app";
import { ahead, lastedMs, lateMs, lengthMs, runs } from "../fold/meeting";
import type { AgendaEntryJson } from "../link/wire";
import { button, field, folded, form, h, number } from "./dom";
import { t } from "./i18n";
import { duration } from "./time";

export function agendaSection(app: App): (VNode | null)[] {
  const { items, closedMs } = app.meeting;
  const moderates = app.presides && !closedMs;
  if (!items.length && !moderates) return [];
  return [
    h("h2", {}, t("plan.agenda")),
    late(app),
    items.length ? h("ol", { id: "agenda" }, ...items.map((i, at) => entry(app, i, at, moderates))) : null,
    moderates
      ? folded("agenda-add", "agenda.add",
          form("agenda-add", ({ title, minutes }) => app.act("agenda.add", { title, seconds: Number(minutes ?? 0) * 60 }),
            field("title", "item.title", { maxlength: "200", required: true }),
            number("minutes", "item.minutes", 0),
            h("button", {}, t("agenda.add"))))
      : null,
  ];
}

function late(app: App): VNode | null {
  const { meeting } = app;
  const minutes = Math.round(lateMs(meeting, app.now()) / 60_000);
  if (!meeting.items.some((i) => i.startedMs) && minutes <= 0) return null;
  const words = minutes === 0 ? "agenda.onTime" : minutes > 0 ? "agenda.late" : "agenda.early";
  return h("p", { id: "late" }, t(words, { n: Math.abs(minutes) }));
}

function entry(app: App, i: AgendaEntryJson, at: number, moderates: boolean): VNode {
  const state = runs(i) ? "agenda.now" : i.skipped ? "agenda.skipped" : i.startedMs ? "agenda.done" : "agenda.ahead";
  const notes = [
    i.lead,
    lengthMs(i) ? t("agenda.planned", { t: duration(lengthMs(i)) }) : "",
    i.startedMs ? t("agenda.actual", { t: duration(lastedMs(i, app.now())) }) : "",
    t(state),
  ].filter(Boolean);
  return h("li", { key: String(i.item), ...(runs(i) ? { "aria-current": "step" } : {}) },
    h("bdi", { class: "who" }, i.title), " ",
    h("span", { class: "muted" }, notes.join(" · ")),
    ...(i.links ?? []).map((address) => h("div", {}, h("a", { class: "who", href: address, rel: "noreferrer", target: "_blank" }, address))),
    moderates ? acts(app, i, at) : null);
}

function acts(app: App, i: AgendaEntryJson, at: number): VNode | null {
  const { items } = app.meeting;
  const act = (name: string, words: string, fields: Record<string, unknown> = {}): VNode =>
    button(name, words, () => app.act(name, { item: i.item, ...fields }), true, { "aria-label": `${t(words)}: ${i.title}` });
  if (runs(i)) return h("div", { class: "acts" }, act("agenda.end", "agenda.end"), act("agenda.extend", "agenda.extend", { seconds: 300 }));
  if (!ahead(i)) return null;
  const before = items[at - 1];
  const behind = items[at - 2];
  return h("div", { class: "acts" },
    act("agenda.begin", "agenda.begin"),
    act("agenda.skip", "agenda.skip"),
    before && ahead(before) ? act("agenda.move", "agenda.up", behind ? { behind: behind.item } : {}) : null);
}
