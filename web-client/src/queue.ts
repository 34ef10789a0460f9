// Who waits, in order, and for the moderator what can be done about each.

import type { App } from "./app";
import { clockTime, duration, h } from "./dom";
import { language, t } from "./i18n";
import { chairs, label } from "./room";
import type { RequestJson } from "./wire";

export function queueSection(app: App): (HTMLElement | null)[] {
  const { room, me } = app;
  if (!room || !me) return [];
  const moderates = chairs(me.role);
  return [
    h("h2", {}, t("queue.label")),
    room.floor.listOpen ? null : h("p", { class: "muted" }, t("floor.listClosed")),
    room.floor.waiting.length
      ? h("ol", {}, ...room.floor.waiting.map((r) => entry(app, r, moderates)))
      : h("p", { class: "muted" }, t("queue.empty")),
  ];
}

function entry(app: App, r: RequestJson, moderates: boolean): HTMLElement {
  const room = app.room!;
  const mine = r.seat === app.me!.seat;
  const place = room.floor.places.get(r.request);
  const notes = [
    place && place.why !== "arrival"
      ? t(`why.${place.why}`, { person: duration((place.person ?? 0) * 1000), team: duration((place.team ?? 0) * 1000) })
      : t("floor.asked", { time: clockTime(r.asked ?? r.since, language()) }),
  ];
  if (r.kind && r.kind !== "speech" && r.kind !== place?.why) notes.push(t(`kind.${r.kind}`));
  if (r.delayed) notes.push(t("floor.delayed"));
  if (room.seats.get(r.seat)?.absent) notes.push(t("floor.absent"));
  const name = label(room, r.seat);
  return h(
    "li",
    { "data-request": String(r.request), class: mine ? "me" : "" },
    h("div", {},
      h("bdi", { class: "who" }, mine ? `${name}, ${t("queue.you")}` : name),
      r.topic ? h("bdi", { class: "topic" }, r.topic) : null,
      h("span", { class: "muted" }, notes.join(" · "))),
    moderates
      ? h("div", { class: "acts" },
          act(app, "floor.grant", "chair.grant", r, name),
          act(app, "floor.skip", "chair.skip", r, name),
          act(app, "floor.deny", "chair.deny", r, name))
      : null,
  );
}

function act(app: App, command: string, key: string, r: RequestJson, name: string): HTMLElement {
  return h(
    "button",
    {
      type: "button",
      "data-key": `${command}-${r.request}`,
      "aria-label": `${t(key)}: ${name}`,
      onclick: () => app.act(command, { request: r.request }),
    },
    t(key),
  );
}
