// @vitest-environment happy-dom
import { createElement, render } from "preact";
import { beforeEach, describe, expect, it } from "vitest";
import type { App, Window } from "../src/app";
import { h } from "../src/view/dom";
import { DRAWN, paged } from "../src/view/paged";

const people = (n: number): string[] => Array.from({ length: n }, (_, i) => `Person ${i + 1}`);

describe("a list that may hold thousands", () => {
  let window: Window = { wanted: "", after: 0 };
  const app = {
    windowOf: () => window,
    look: (_: string, wanted: string, after = 0) => (window = { wanted, after }),
  } as unknown as App;
  const drawn = (all: string[]): string[] => {
    const root = document.body;
    render(createElement("div", {}, ...paged(app, { id: "lobby", all, words: (p) => p, search: "people.search", draw: (p) => h("li", { key: p }, p) })), root);
    return [...root.querySelectorAll("li")].map((li) => li.textContent ?? "");
  };

  beforeEach(() => {
    window = { wanted: "", after: 0 };
  });

  it("is drawn whole while it is short, without a search", () => {
    expect(drawn(people(DRAWN))).toHaveLength(DRAWN);
    expect(document.querySelector("form")).toBeNull();
  });

  it("is drawn a page at a time once it is long", () => {
    expect(drawn(people(2_000))).toEqual(people(DRAWN));
    expect(document.body.textContent).toContain(`1–${DRAWN}`);
    const buttons = [...document.querySelectorAll<HTMLButtonElement>(".pages button")];
    expect(buttons).toHaveLength(1);
    buttons[0]!.click();
    expect(drawn(people(2_000))[0]).toBe(`Person ${DRAWN + 1}`);
  });

  it("shows its last page when those behind have gone", () => {
    window = { wanted: "", after: 1_980 };
    expect(drawn(people(DRAWN + 1))).toEqual([`Person ${DRAWN + 1}`]);
  });

  it("is found by words in any case and without accents", () => {
    window = { wanted: " EKOME ", after: 40 };
    expect(drawn([...people(1_999), "Ékomé Ndong"])).toEqual(["Ékomé Ndong"]);
  });
});
