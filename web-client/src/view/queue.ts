// Who waits, in order and why there, and for the moderator what can be done about each.

import type { VNode } from "preact";
import type { App } from "../app";
import { keeps, label } from "../fold/room";
import type { RequestJson } from "../link/wire";
import { h } from "./dom";
import { language, t } from "./i18n";
import { clockTime, duration } from "./time";

const SHOWN = 100;

export function queueSection(app: App): (VNode | null)[] {
  const { listOpen, policy, waiting } = app.room!.floor;
  const moderates = app.presides;
  return [
    h("h2", {}, t("queue.label")),
    h("p", { class: "muted" }, `${t("order.label")}: ${t(`order.${policy.order}`)}`),
    listOpen ? null : h("p", { class: "muted" }, t("floor.listClosed")),
    waiting.length
      ? h("ol", {}, ...waiting.slice(0, SHOWN).map((r, i) => entry(app, r, i, moderates)))
      : h("p", { class: "muted" }, t("queue.empty")),
    waiting.length > SHOWN ? h("p", {}, t("queue.more", { n: waiting.length - SHOWN })) : null,
  ];
}

function entry(app: App, r: RequestJson, at: number, moderates: boolean): VNode {
  const room = app.room!;
  const mine = r.seat === app.me!.seat;
  const name = label(room, r.seat);
  return h("li", { key: String(r.request), "data-request": String(r.request), class: mine ? "me" : "" },
    h("div", {},
      h("span", { class: "who" }, h("bdi", {}, name), mine ? `, ${t("queue.you")}` : null),
      r.topic ? h("bdi", { class: "topic" }, r.topic) : null,
      h("span", { class: "muted" }, notes(app, r).join(" · "))),
    moderates ? acts(app, r, at, name)
      : keeps(room, app.me!.seat, r.seat) ? h("div", { class: "acts" }, act(app, "floor.release", "floor.withdraw", r, name))
      : null);
}

/** Why it stands where it stands, and what else is to know. */
function notes(app: App, r: RequestJson): string[] {
  const room = app.room!;
  const place = room.floor.places.get(r.request);
  const ms = (seconds = 0): string => duration(seconds * 1_000);
  const why = place && place.why !== "arrival"
    ? t(`why.${place.why}`, { person: ms(place.person), team: ms(place.team) })
    : t("floor.asked", { time: clockTime(r.asked ?? r.since, language()) });
  const all = [why];
  if (r.kind && r.kind !== "speech" && r.kind !== place?.why) all.push(t(`kind.${r.kind}`));
  if (r.language) all.push(r.language);
  if (r.delayed) all.push(t("floor.delayed"));
  if (room.seats.get(r.seat)?.absent) all.push(t("floor.absent"));
  return all;
}

function acts(app: App, r: RequestJson, at: number, name: string): VNode {
  const absent = app.room!.seats.get(r.seat)?.absent;
  const behind = app.room!.floor.waiting[at - 2];
  return h("div", { class: "acts" },
    absent
      ? act(app, "floor.grant", "chair.anyway", r, name, { anyway: true })
      : act(app, "floor.grant", "chair.grant", r, name),
    h("details", { key: "more", "data-fold": `more-${r.request}` },
      h("summary", { "aria-label": `${t("floor.more")}: ${name}` }, t("floor.more")),
      at > 0 ? act(app, "floor.move", "chair.up", r, name, behind ? { behind: behind.request } : {}) : null,
      act(app, "floor.skip", "chair.skip", r, name),
      act(app, "floor.deny", "chair.deny", r, name)));
}

function act(app: App, command: string, key: string, r: RequestJson, name: string, fields = {}): VNode {
  return h("button", {
    type: "button",
    key: command,
    "aria-label": `${t(key)}: ${name}`,
    onClick: () => app.act(command, { request: r.request, ...fields }),
  }, t(key));
}
