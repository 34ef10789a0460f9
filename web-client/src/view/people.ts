// Who has a seat here: asked for, a page at a time.

import type { VNode } from "preact";
import type { App } from "../app";
import { label } from "../fold/room";
import { PAGE } from "../link/people";
import { button, field, form, h } from "./dom";
import { t } from "./i18n";

export function peopleSection(app: App): VNode[] {
  return [
    h("h2", {}, t("people.label")),
    h("p", { class: "muted" }, t("people.here", { n: app.here })),
    ...(app.lists ? list(app) : [button("people", "people.all", () => app.find(""))]),
  ];
}

function list(app: App): VNode[] {
  const room = app.room!;
  const { people, found, search, after } = app.listed;
  const you = `, ${t("queue.you")}`;
  return [
    form("people-find", ({ q }) => app.find(q ?? ""),
      field("q", "people.search", { maxlength: "80" }),
      h("button", {}, t("people.find"))),
    h("p", { class: "muted", role: "status" }, search ? t("people.searched", { words: search, n: found }) : t("people.found", { n: found })),
    h("ul", {},
      ...people.map((s) =>
        h("li", { key: s.seat }, h("bdi", {}, label(room, s.seat)), s.seat === app.me!.seat ? you : null, " ", h("span", { class: "muted" }, t(`role.${s.role}`))))),
    h("p", {},
      after > 0 ? button("earlier", "people.earlier", () => app.find(search, Math.max(0, after - PAGE))) : null,
      after + PAGE < found ? button("later", "people.later", () => app.find(search, after + PAGE)) : null),
  ];
}
