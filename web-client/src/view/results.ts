// Key points, decisions and actions; the end of the session; contacts.

import type { VNode } from "preact";
import type { App } from "../app";
import type { Meeting } from "../fold/meeting";
import { chairs, label } from "../fold/room";
import type { NextJson, ResultJson } from "../link/wire";
import { area, button, field, folded, form, h } from "./dom";
import { t } from "./i18n";

const KINDS = ["key-point", "decision", "action"];
const PEOPLE_OFFERED = 100;

export function resultsSection(app: App): (VNode | null)[] {
  const m = app.meeting;
  const signs = chairs(app.me!.role) || app.me!.role === "secretary";
  const writes = app.presides || app.me!.role === "secretary";
  if (!signs && !m.results.length && !m.next) return [];
  const open = writes && !m.closedMs;
  return [
    h("h2", {}, t("result.label")),
    ...KINDS.flatMap((kind) => kindPart(app, kind, open)),
    open || m.next ? h("h3", {}, t("next.label")) : null,
    m.next ? h("p", { id: "next" }, nextWords(m.next)) : null,
    open ? nextForm(app) : null,
    Object.keys(m.approved).length ? h("p", {}, t("result.approved", { names: Object.values(m.approved).join(", ") })) : null,
    signs ? button("approve", "result.approve", () => app.act("results.approve")) : null,
    open && app.presides && app.room!.main ? closing(app) : null,
    m.closedMs ? pack(app) : null,
  ];
}

function kindPart(app: App, kind: string, open: boolean): (VNode | null)[] {
  const m = app.meeting;
  const entries = m.results.filter((r) => r.kind === kind);
  return [
    open || entries.length || m.none.includes(kind) ? h("h3", {}, t(`result.${kind}`)) : null,
    m.none.includes(kind) ? h("p", {}, t("result.isNone")) : null,
    entries.length ? h("ul", {}, ...entries.map((r) => entry(app, r, open))) : null,
    open
      ? form(`result-${kind}`, (v) => app.act("result.note", { kind, ...v }), ...fields(kind), h("button", {}, t("result.note")))
      : null,
    open && !entries.length && !m.none.includes(kind) ? button(`none-${kind}`, "result.none", () => app.act("result.none", { kind })) : null,
  ];
}

function fields(kind: string, r?: ResultJson): VNode[] {
  const text = area("text", `result.${kind}`, { maxlength: "2000", required: true }, r?.text ?? "");
  return kind === "action"
    ? [text, field("who", "result.who", { maxlength: "80", value: r?.who ?? "" }), field("due", "result.due", { type: "date", value: r?.due ?? "" })]
    : [text];
}

function entry(app: App, r: ResultJson, open: boolean): VNode {
  return h("li", { key: String(r.id) },
    h("bdi", {}, resultLine(r)),
    open
      ? folded(`result-${r.id}`, "result.change",
          form(`result-${r.id}`, (v) => app.act("result.note", { entry: r.id, kind: r.kind, ...v }), ...fields(r.kind, r), h("button", {}, t("result.change"))),
          button(`remove-${r.id}`, "result.remove", () => app.act("result.remove", { entry: r.id })),
          r.kind === "action" && !r.done ? button(`done-${r.id}`, "result.done", () => app.act("result.done", { entry: r.id })) : null)
      : null);
}

export function resultLine(r: ResultJson): string {
  const due = r.due ? ` – ${t("result.by", { t: r.due })}` : "";
  return `${r.text}${r.who ? ` – ${r.who}` : ""}${due}${r.carried ? ` (${t("result.carried")})` : ""}${r.done ? ` (${t("result.isDone")})` : ""}`;
}

const nextWords = (n: NextJson): string =>
  n.start ? `${n.start.replace("T", " ")} (${n.zone})${n.place ? `, ${n.place}` : ""}` : t("next.never");

const nextForm = (app: App): VNode =>
  h("div", {},
    form("next", (v) => app.act("next.set", v),
      field("start", "next.start", { type: "datetime-local", required: true }),
      field("zone", "next.zone", { maxlength: "80", required: true, value: Intl.DateTimeFormat().resolvedOptions().timeZone }),
      field("place", "next.place", { maxlength: "200" }),
      h("button", {}, t("next.set"))),
    button("next-none", "next.none", () => app.act("next.none")));

function closing(app: App): VNode {
  const missing = lacks(app.meeting);
  return h("div", {},
    h("h3", {}, t("close.label")),
    missing ? h("p", {}, t("code.RESULTS_MISSING")) : null,
    button("close-session", "close.button", () => app.act("session.close"), !missing));
}

/** Whether something must still be said before the session can be closed. */
export const lacks = (m: Meeting): boolean =>
  !m.next || ["key-point", "action"].some((kind) => !m.none.includes(kind) && !m.results.some((r) => r.kind === kind));

const pack = (app: App): VNode =>
  h("p", { class: "warn", role: "status" }, `${t("close.closed")} `, h("a", { href: `${app.address}/pack${app.query}` }, t("pack.open")), " ",
    h("a", { href: `${app.address}/evaluation${app.query}` }, t("evaluation.label")));

export function contactsSection(app: App): (VNode | null)[] {
  const { card, wants, given } = app.own;
  const room = app.room!;
  const others = [...room.seats.values()].filter((s) => s.seat !== app.me!.seat && !s.keeper && s.role !== "observer");
  return [
    folded("contacts", "contact.label",
      h("p", { class: "muted" }, t("contact.how")),
      form("card", (v) => app.writeCard(v.card ?? ""), area("card", "contact.card", { maxlength: "300" }, card), h("button", {}, t("text.rename"))),
      ...given.map((c) => h("p", {}, h("bdi", {}, `${c.name}: ${c.card}`))),
      card
        ? h("ul", {}, ...others.slice(0, PEOPLE_OFFERED).map((s) => {
            const wanted = wants.has(s.seat);
            const words = wanted ? "contact.unwant" : "contact.want";
            return h("li", { key: s.seat }, h("bdi", {}, label(room, s.seat)), " ", button(`want-${s.seat}`, words, () => app.want(s.seat, !wanted)));
          }))
        : null),
  ];
}
