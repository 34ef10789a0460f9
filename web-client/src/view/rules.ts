// The rules of the floor, the agenda item and the budgets, as forms for the chair.

import type { VNode } from "preact";
import type { App } from "../app";
import { label, speaks, teams } from "../fold/room";
import { choice, field, folded, form, h, number } from "./dom";
import { t } from "./i18n";

const ORDERS = ["first-come", "balanced", "round-robin", "tour", "by-hand"];
const KINDS = ["speech", "intervention", "reply", "question", "point-of-order"];
const GROUPS = ["team", "site", "mode"];
const AT_ZERO = ["signal", "grace", "yield"];
const AUDIENCES = ["chair", "all"];

export function rulesSection(app: App): (VNode | null)[] {
  if (!app.presides) return [];
  return [folded("item", "item.title", itemForm(app)), folded("rules", "rules.label", rulesForm(app)), budgetForm(app)];
}

const worded = (names: readonly string[], prefix: string): [string, string][] => names.map((n) => [n, t(`${prefix}.${n}`)]);

const itemForm = (app: App): VNode =>
  form("item", ({ title, minutes }) => app.act("item.start", { title, seconds: Number(minutes ?? 0) * 60 }),
    field("title", "item.title", { maxlength: "200", required: true }),
    number("minutes", "item.minutes", 0),
    h("button", {}, t("item.start")));

function rulesForm(app: App): VNode {
  const p = app.room!.floor.policy;
  return form("rules", (v) => app.act("floor.policy", { policy: policyOf(v), ...(v.reason ? { reason: v.reason } : {}) }),
    choice("order", "order.label", worded(ORDERS, "order"), p.order),
    number("tie", "rules.tie", p.tie ?? 0),
    choice("runBy", "rules.runBy", worded(GROUPS, "group"), p.run?.by ?? "team"),
    number("runTurns", "rules.runTurns", p.run?.turns ?? 0),
    ...KINDS.map((k) => number(`turn-${k}`, `kind.${k}`, p.turn?.[k] ?? 0)),
    h("span", { class: "muted" }, t("rules.seconds")),
    number("person", "rules.person", (p.person ?? 0) / 60),
    number("team", "rules.team", (p.team ?? 0) / 60),
    choice("atZero", "rules.atZero", worded(AT_ZERO, "zero"), p.atZero ?? "signal"),
    number("grace", "rules.grace", p.grace ?? 0),
    number("lag", "rules.lag", p.lag ?? 0),
    choice("figures", "rules.figures", worded(AUDIENCES, "rules.figures"), p.figures ?? "chair"),
    field("reason", "chair.reason", { maxlength: "200" }),
    h("button", {}, t("rules.change")));
}

/** What the form says, as the command wants it; what was left blank stays as it is. */
export function policyOf(v: Record<string, string>): Record<string, unknown> {
  const policy: Record<string, unknown> = {};
  for (const word of ["order", "atZero", "figures"]) if (v[word]) policy[word] = v[word];
  for (const seconds of ["tie", "grace", "lag"]) if (v[seconds]) policy[seconds] = Number(v[seconds]);
  for (const minutes of ["person", "team"]) if (v[minutes]) policy[minutes] = Math.round(Number(v[minutes]) * 60);
  if (v.runTurns) policy.run = { by: v.runBy ?? "team", turns: Number(v.runTurns) };
  const turn: Record<string, number> = {};
  for (const kind of KINDS) {
    const seconds = v[`turn-${kind}`];
    if (seconds) turn[kind] = Number(seconds);
  }
  if (Object.keys(turn).length) policy.turn = turn;
  return policy;
}

type Purse = readonly [string, string];

/** The budgets that there are, each as a word for the form and as a name. */
function purses(app: App): Purse[] {
  const { floor, seats } = app.room!;
  const all: Purse[] = [];
  if (floor.policy.team) for (const team of teams(app.room!)) all.push([`team ${team}`, team]);
  if (floor.policy.person) {
    for (const s of seats.values()) if (speaks(s.role)) all.push([`seat ${s.seat}`, label(app.room!, s.seat)]);
  }
  if (floor.item?.budgetMs) all.push(["item", floor.item.title]);
  return all;
}

function purseOf(word: string): Record<string, unknown> {
  const space = word.indexOf(" ");
  return space < 0 ? { item: true } : { [word.slice(0, space)]: word.slice(space + 1) };
}

function budgetForm(app: App): VNode | null {
  const all = purses(app);
  if (!all.length) return null;
  const give = form("budget", ({ from, to, minutes, reason }) =>
    app.act("budget.give", {
      ...(from ? { from: purseOf(from) } : {}),
      to: purseOf(to ?? "item"),
      seconds: Number(minutes ?? 0) * 60,
      ...(reason ? { reason } : {}),
    }),
    choice("from", "budget.from", [["", t("budget.new")], ...all], ""),
    choice("to", "budget.to", all, ""),
    number("minutes", "item.minutes", 1),
    field("reason", "chair.reason", { maxlength: "200" }),
    h("button", {}, t("budget.give")));
  return folded("budget", "budget.label", give);
}
