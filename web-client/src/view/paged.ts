// A list that may hold thousands: found by words, drawn a page at a time. What is not drawn is still counted.

import type { VNode } from "preact";
import type { App } from "../app";
import { button, field, form, h } from "./dom";
import { t } from "./i18n";

/** So many are drawn at once, each with its buttons; fewer are one list without a search. */
export const DRAWN = 20;

/** How a list that may be long is drawn. */
export interface Paged<T> {
  /** Tells it from other lists; the id of what is drawn. */
  readonly id: string;
  readonly all: readonly T[];
  /** What it is found by. */
  readonly words: (entry: T) => string;
  /** What is written at the search. */
  readonly search: string;
  readonly draw: (entry: T) => VNode;
}

export function paged<T>(app: App, { id, all, words, search, draw }: Paged<T>): (VNode | null)[] {
  if (all.length <= DRAWN) return [all.length ? h("ul", { id }, ...all.map(draw)) : null];
  const { wanted, after } = app.windowOf(id);
  const plain = bare(wanted);
  const found = plain ? all.filter((entry) => bare(words(entry)).includes(plain)) : all;
  const last = Math.max(0, Math.ceil(found.length / DRAWN) - 1) * DRAWN;
  const from = Math.min(after, last); // those behind may have gone
  return [
    form(`${id}-find`, ({ q }) => app.look(id, q ?? ""),
      field("q", search, { maxlength: "80" }),
      h("button", {}, t("people.find"))),
    h("p", { class: "muted", role: "status" }, wanted ? t("people.searched", { words: wanted, n: found.length }) : null),
    h("ul", { id }, ...found.slice(from, from + DRAWN).map(draw)),
    found.length > DRAWN
      ? h("p", { class: "pages" },
          from > 0 ? button(`${id}-earlier`, "people.earlier", () => app.look(id, wanted, from - DRAWN)) : null,
          h("span", { class: "muted" }, `${from + 1}–${Math.min(from + DRAWN, found.length)}`),
          from < last ? button(`${id}-later`, "people.later", () => app.look(id, wanted, from + DRAWN)) : null)
      : null,
  ];
}

/** Small letters without their accents. */
const bare = (text: string): string => text.trim().toLowerCase().normalize("NFD").replace(/\p{M}+/gu, "");
