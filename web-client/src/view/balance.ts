// How evenly the floor was shared: bars with their figures, for the chair, or for all by the rules.

import type { VNode } from "preact";
import type { App } from "../app";
import { label, speaks } from "../fold/room";
import type { ShareJson } from "../link/wire";
import { folded, h } from "./dom";
import { t } from "./i18n";
import { duration } from "./time";

const SILENT_SHOWN = 20;

export function balanceSection(app: App): (VNode | null)[] {
  const f = app.figures;
  if (!f) return [];
  const gini = t("figures.gini", { g: f.giniPeople.toFixed(2) });
  return [
    h("h2", {}, t("figures.label")),
    bars("figures.teams", f.teams),
    bars("figures.modes", f.modes, "mode"),
    h("p", {}, `${gini} ${t("figures.wait", { t: duration(f.longestWaitMs) })}`),
    silent(app),
    folded("balance-more", "figures.more",
      bars("figures.sectors", f.sectors), bars("figures.sites", f.sites), bars("figures.declared", f.declared, "declare"),
      h("ul", {}, ...f.people.map((p) => h("li", { key: p.seat }, h("bdi", {}, label(app.room!, p.seat)), ` ${duration(p.ms)} (${p.turns})`)))),
  ];
}

/**
 * @param prefix of the catalogue's keys for the names; none when they are people's own words
 */
function bars(words: string, shares: Record<string, ShareJson>, prefix = ""): VNode | null {
  const most = Math.max(...Object.values(shares).map((s) => s.ms), 1);
  if (!Object.keys(shares).length) return null;
  const rows = Object.entries(shares).map(([name, s]) => {
    const shown = prefix ? t(`${prefix}.${name}`) : name;
    return h("li", { key: name },
      h("bdi", {}, shown),
      h("progress", { max: String(most), value: String(s.ms), "aria-label": shown }),
      h("span", {}, `${duration(s.ms)} (${s.turns})`));
  });
  return h("div", {}, h("h3", {}, t(words)), h("ul", { class: "bars" }, ...rows));
}

function silent(app: App): VNode | null {
  const spoke = new Set(app.figures!.people.map((p) => p.seat));
  const room = app.room!;
  const names = [...room.seats.values()].filter((s) => speaks(s.role) && !spoke.has(s.seat)).map((s) => label(room, s.seat));
  const all = app.figures!.silent;
  if (!all) return null;
  const shown = names.slice(0, Math.min(all, SILENT_SHOWN));
  const more = all > shown.length ? ` ${t("queue.more", { n: all - shown.length })}` : "";
  return h("p", {}, `${t("figures.silent", { n: all })} `, ...listed(shown), more);
}

/** Each name by itself: some are written from right to left. */
const listed = (names: readonly string[]): (VNode | string)[] =>
  names.flatMap((name, i) => (i ? ["; ", h("bdi", {}, name)] : [h("bdi", {}, name)]));
