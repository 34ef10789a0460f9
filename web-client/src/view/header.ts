// Which room this is, what holds in it, and whether one is connected; always in words.

import type { VNode } from "preact";
import type { App } from "../app";
import { h } from "./dom";
import { t } from "./i18n";

export const Title = ({ app }: { app: App }): VNode => h("h1", {}, app.room?.title);

export function Badges({ app }: { app: App }): VNode {
  const { room } = app;
  const access = room && t(room.access === "open" ? "room.open" : "room.closed");
  return h("p", { class: "badges" }, room && `${access} · ${t(room.onRecord ? "record.on" : "record.off")}`);
}

export function LinkLine({ app }: { app: App }): VNode {
  const parts = [t(`link.${app.link}`)];
  if (app.link === "connected" && app.carrier !== "websocket") parts.push(t("link.via", { carrier: app.carrier }));
  if (app.unsent) parts.push(t("outbox.waiting", { n: app.unsent }));
  parts.push(t("link.bytes", { amount: amount(app.bytes) }));
  return h("p", { class: "state", "data-link": app.link }, parts.join(" · "));
}

/** The link's state, to be said by and by. */
export function linkWords(app: App): string {
  const state = t(`link.${app.link}`);
  return app.unsent ? `${state} ${t("outbox.waiting", { n: app.unsent })}` : state;
}

function amount(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
