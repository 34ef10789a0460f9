// Lobby, groups, the room's mode, and what the public sees.

import type { VNode } from "preact";
import type { App } from "../app";
import type { Doors } from "../fold/doors";
import { label, speaks } from "../fold/room";
import { button, choice, field, folded, form, h, labelled, number, option, select } from "./dom";
import { t } from "./i18n";
import { linksPart, managing } from "./manage";
import { paged } from "./paged";
import { duration } from "./time";

const ANSWER_MS = 60_000;
const GROUPS_OFFERED = 4;

/** What everybody must know of, and answer. */
export function doorsNotices(app: App): (VNode | null)[] {
  const { doors } = app.room!;
  return [
    doors.proposal ? proposal(app, doors.proposal) : null,
    doors.groups.length ? groups(app) : null,
    doors.publicCut ? h("p", { class: "warn" }, t("public.isCut")) : null,
  ];
}

function proposal(app: App, p: NonNullable<Doors["proposal"]>): VNode {
  const moderates = app.presides;
  return h("section", { key: "mode", class: "warn", id: "mode", role: "status" },
    h("p", {}, t(p.onRecord ? "mode.on" : "mode.off")),
    h("p", {}, t("mode.agreed", { n: p.agreed.length })),
    p.agreed.includes(app.me!.seat) ? h("p", {}, t("mode.iAgree")) : button("agree", "mode.agree", () => app.act("mode.agree")),
    moderates ? button("drop", "mode.drop", () => app.act("mode.drop")) : null,
    moderates && app.now() - p.atMs >= ANSWER_MS ? button("insist", "mode.insist", () => app.act("mode.insist")) : null);
}

function groups(app: App): VNode {
  const { doors } = app.room!;
  const away = doors.groupsFrom !== app.roomId;
  const visits = app.me!.role === "moderator" && (away || app.presides);
  const visit = (room: string, key: string, words: string): VNode =>
    button(key, words, () => app.act("people.move", { seats: [app.me!.seat], room }));
  return h("section", { key: "groups", id: "groups" },
    h("h2", {}, t("groups.label")),
    doors.groupsUntilMs ? h("p", {}, t("groups.until", { t: duration(Math.max(0, doors.groupsUntilMs - app.now())) })) : null,
    h("ul", {}, ...doors.groups.map((g, i) =>
      h("li", { key: g.room },
        h("bdi", {}, `${g.title}: ${(g.people ?? []).join(", ")}`),
        g.lead ? h("span", { class: "muted" }, ` ${t("groups.lead", { name: g.lead })} `) : null,
        visits && g.room !== app.roomId ? visit(g.room, `visit-${i}`, "groups.visit") : null))),
    app.presides && !away ? button("call", "groups.call", () => app.act("groups.call")) : null,
    away && visits ? visit(doors.groupsFrom, "home", "groups.home") : null);
}

/** What the chair can do about them. */
export function doorsSection(app: App): (VNode | null)[] {
  if (!app.presides) return [];
  const { doors, onRecord, access } = app.room!;
  return [
    ...lobby(app),
    linksPart(app),
    managing(app),
    moving(app),
    doors.groups.length ? null : newGroups(app),
    doors.proposal ? null : button("propose", onRecord ? "mode.proposeOff" : "mode.proposeOn", () => app.act("mode.propose", { onRecord: !onRecord })),
    access === "open" ? publicView(app) : null,
  ];
}

/** Somebody is sent to another room of the session. */
function moving(app: App): VNode | null {
  const room = app.room!;
  const rooms = app.me!.rooms ?? [];
  const people = [...room.seats.values()].filter((s) => !s.keeper && s.seat !== app.me!.seat);
  if (!rooms.length || !people.length) return null;
  return folded("people-move", "people.move",
    form("people-move", (v) => app.act("people.move", { seats: [v.seat], room: v.room }),
      choice("seat", "people.who", people.map((s): [string, string] => [s.seat, label(room, s.seat)]), ""),
      choice("room", "people.where", rooms.map((r): [string, string] => [r.room, r.title]), ""),
      h("button", {}, t("people.send"))));
}

function lobby(app: App): (VNode | null)[] {
  const { doors } = app.room!;
  const waiting = Object.entries(doors.waiting);
  return [
    h("h2", {}, waiting.length ? t("lobby.waiting", { n: waiting.length }) : t("lobby.label")),
    waiting.length > 1 ? button("admit-all", "lobby.all", () => app.act("lobby.all")) : null,
    ...paged(app, {
      id: "lobby",
      all: waiting,
      words: ([, person]) => `${person.name}\n${person.team ?? ""}`,
      search: "people.search",
      draw: ([seat, person]) =>
        h("li", { key: seat }, h("bdi", {}, person.team ? `${person.name} (${person.team})` : person.name), " ",
          button(`admit-${seat}`, "lobby.admit", () => app.act("lobby.admit", { seat })),
          button(`refuse-${seat}`, "lobby.refuse", () => app.act("lobby.refuse", { seat }))),
    }),
    button("lobby", doors.lobby ? "lobby.close" : "lobby.open", () => app.act(doors.lobby ? "lobby.close" : "lobby.open")),
    doors.lobby
      ? form("lobby-tell", (v) => app.act("lobby.tell", { text: v.text ?? "" }), field("text", "lobby.tell", { maxlength: "200", value: doors.told }), h("button", {}, t("lobby.send")))
      : null,
  ];
}

function publicView(app: App): VNode {
  const { publicCut, publicDelayMs } = app.room!.doors;
  return h("div", {},
    button("cut", publicCut ? "public.restore" : "public.cut", () => app.act("public.view", { cut: !publicCut, delay: publicDelayMs / 1_000 })),
    form("public", ({ delay }) => app.act("public.view", { cut: publicCut, delay: Number(delay ?? 0) }),
      number("delay", "public.delay", publicDelayMs / 1_000), h("button", {}, t("public.set"))));
}

function newGroups(app: App): VNode {
  const room = app.room!;
  const names = Array.from({ length: GROUPS_OFFERED }, (_, i) => i + 1);
  const people = [...room.seats.values()].filter((s) => !s.keeper && speaks(s.role) && s.seat !== app.me!.seat);
  const places: [string, string][] = [["", "–"], ...names.map((n): [string, string] => [String(n), t("groups.name", { n })])];
  return folded("groups-new", "groups.new",
    form("groups", (v) =>
      app.act("groups.open", {
        mix: v.mix,
        seconds: Number(v.minutes ?? 0) * 60,
        onRecord: Boolean(v.record),
        groups: names.filter((n) => v[`g${n}`]).map((n) => ({
          title: v[`g${n}`],
          ...(v.mix === "hand" ? { seats: people.filter((s) => v[`s-${s.seat}`] === String(n)).map((s) => s.seat) } : {}),
        })),
      }),
      choice("mix", "groups.mix", [["teams", t("groups.teams")], ["random", t("groups.random")], ["hand", t("groups.hand")]], "teams"),
      number("minutes", "item.minutes", 15),
      ...names.map((n) => labelled(`g${n}`, t("groups.name", { n }), h("input", { name: `g${n}`, maxlength: "200", defaultValue: n <= 2 ? t("groups.name", { n }) : "" }))),
      room.onRecord ? option("record", t("record.on"), false) : null,
      folded("groups-hand", "groups.hand", ...people.map((s) => labelled(s.seat, label(room, s.seat), select(`s-${s.seat}`, places, "")))),
      h("button", {}, t("groups.open"))));
}
