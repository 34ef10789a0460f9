// What somebody must read first: rules to accept, what was lost, what was refused and why, that the link has ended.

import type { VNode } from "preact";
import type { App } from "../app";
import { button, h } from "./dom";
import { refusal, t } from "./i18n";

export function notices(app: App): (VNode | null)[] {
  const { refused, lost, link, reason, me } = app;
  return [
    me?.rules ? rulesFirst(app, me.rules) : null,
    lost ? h("p", { key: "lost", class: "warn", role: "status" }, t("record.lost")) : null,
    refused
      ? h("p", { key: "refused", class: "warn", role: "alert" },
          h("strong", {}, t("refused.label")), ` ${refusal(refused.code, refused.message)}`)
      : null,
    link === "ended" ? h("p", { key: "ended", class: "warn", role: "alert" }, ended(reason)) : null,
  ];
}

/** Until they are accepted nothing else can be done. */
function rulesFirst(app: App, rules: { version: number; text: string }): VNode {
  return h("section", { key: "rules", class: "warn", role: "region", "aria-label": t("plan.rules") },
    h("h2", {}, t("plan.rules")),
    ...rules.text.split("\n").filter(Boolean).map((line) => h("p", {}, line)),
    button("accept-rules", "join.accept", () => app.act("rules.accept", { version: rules.version })));
}

function ended(reason: string): string {
  const name = reason.split(" ")[0] ?? "";
  if (name === "LEFT") return t("text.left");
  const key = `ended.${name}`;
  return t(key) === key ? t("nothing.text") : t(key);
}
