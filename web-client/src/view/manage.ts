// Who comes in by which link, who is sent out, who gets which role: for who presides.

import type { VNode } from "preact";
import type { App } from "../app";
import { chairs, label } from "../fold/room";
import type { Role } from "../link/wire";
import { button, choice, folded, form, h } from "./dom";
import { t } from "./i18n";

const ROLES: readonly Role[] = ["moderator", "deputy", "secretary", "captioner", "participant", "observer", "steward"];

/** Links that many share: nobody new comes in by one that is closed. */
export function linksPart(app: App): VNode | null {
  const links = app.me!.links ?? [];
  if (!links.length) return null;
  return folded("links", "newcomers.label",
    h("p", { class: "muted" }, t("newcomers.how")),
    h("ul", { id: "links" }, ...links.map((l) =>
      h("li", { key: l.link }, h("span", {}, h("bdi", {}, l.name), ` ${linkState(l)}`),
        l.closed ? null : button(`close-link-${l.link}`, "newcomers.close", () => app.act("link.close", { link: l.link }))))));
}

/** With which role one comes in, where the name does not say it, and whether one does. */
function linkState({ name, role, closed }: { name: string; role: Role; closed: boolean }): string {
  const as = t(`role.${role}`);
  const state = t(closed ? "newcomers.closed" : "newcomers.isOpen");
  return name.toLowerCase() === as.toLowerCase() ? `· ${state}` : `· ${as} · ${state}`;
}

/** Somebody is sent out, or gets another role. Only who was invited as a moderator names moderators and deputies. */
export function managing(app: App): VNode | null {
  const room = app.room!;
  const me = app.me!;
  const promotes = me.role === "moderator" && !me.invitedAs;
  const people = [...room.seats.values()].filter((s) => s.seat !== me.seat && (promotes || s.role !== "moderator"));
  if (!people.length) return null;
  const all = people.map((s): [string, string] => [s.seat, label(room, s.seat)]);
  const roles = ROLES.filter((r) => promotes || !chairs(r)).map((r): [string, string] => [r, t(`role.${r}`)]);
  return folded("manage", "people.manage",
    form("remove", ({ seat }) => app.act("seat.remove", { seat }),
      choice("seat", "people.who", all, ""),
      h("button", {}, t("people.remove"))),
    form("role", ({ seat, role }) => app.act("seat.role", { seat, role }),
      choice("seat", "people.who", all, ""),
      choice("role", "people.role", roles, "participant"),
      h("button", {}, t("people.give"))));
}
