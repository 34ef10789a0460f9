// Who has a seat here.

import type { VNode } from "preact";
import type { App } from "../app";
import { label } from "../fold/room";
import { h } from "./dom";
import { t } from "./i18n";

const SHOWN = 200;

export function peopleSection(app: App): VNode[] {
  const room = app.room!;
  const me = app.me!;
  const seats = [...room.seats.values()];
  const named = (seat: string): string => label(room, seat) + (seat === me.seat ? `, ${t("queue.you")}` : "");
  const list = h("ul", {},
    ...seats.slice(0, SHOWN).map((s) =>
      h("li", { key: s.seat }, h("bdi", {}, named(s.seat)), " ", h("span", { class: "muted" }, t(`role.${s.role}`)))),
    seats.length > SHOWN ? h("li", {}, t("queue.more", { n: seats.length - SHOWN })) : null);
  return [
    h("h2", {}, t("people.label")),
    h("p", { class: "muted" }, t("people.here", { n: app.here })),
    seats.length ? list : h("p", { class: "muted" }, t("people.empty")),
  ];
}
