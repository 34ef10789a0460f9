// People in a venue who have no device: a slip of paper is a name and a team.

import type { VNode } from "preact";
import type { App } from "../app";
import { teams } from "../fold/room";
import { field, folded, form, h } from "./dom";
import { t } from "./i18n";

const mayQueue = (app: App): boolean => Boolean(app.me && (app.presides || app.me.role === "steward"));

export function onSiteForm(app: App): VNode[] {
  if (!mayQueue(app)) return [];
  const { room, me } = app;
  const known = h("datalist", { id: "teams" }, ...teams(room!).map((team) => h("option", { key: team, value: team })));
  const slip = form("on-site", (values) => app.act("floor.queue", values),
    field("name", "onsite.name", { maxlength: "80", required: true, autocomplete: "off" }),
    field("team", "onsite.team", { maxlength: "80", list: "teams", autocomplete: "off" }),
    room!.seats.get(me!.seat)?.site ? null : field("site", "onsite.site", { maxlength: "80", required: true }),
    known,
    h("button", {}, t("onsite.queue")));
  return me!.role === "steward" ? [h("h2", {}, t("onsite.label")), slip] : [folded("on-site", "onsite.label", slip)];
}
