// Who has a seat here.

import type { App } from "../app";
import { h } from "./dom";
import { t } from "./i18n";
import { label } from "../fold/room";

const SHOWN = 200;

export function peopleSection(app: App): HTMLElement[] {
  const room = app.room!;
  const me = app.me!;
  const seats = [...room.seats.values()];
  const list = h("ul");
  for (const s of seats.slice(0, SHOWN)) {
    const name = label(room, s.seat) + (s.seat === me.seat ? `, ${t("queue.you")}` : "");
    list.append(h("li", {}, h("bdi", {}, name), " ", h("span", { class: "muted" }, t(`role.${s.role}`))));
  }
  if (seats.length > SHOWN) list.append(h("li", {}, t("queue.more", { n: seats.length - SHOWN })));
  return [
    h("h2", {}, t("people.label")),
    h("p", { class: "muted" }, t("people.here", { n: app.here })),
    seats.length ? list : h("p", { class: "muted" }, t("people.empty")),
  ];
}
