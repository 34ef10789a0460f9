// The few kinds of elements of which every section is made.

import { type ComponentChild, createElement, type VNode } from "preact";
import { t } from "./i18n";

export type Attributes = Record<string, string | boolean | ((e: Event) => void)>;

export const h = (name: string, attributes: Attributes = {}, ...children: ComponentChild[]): VNode =>
  createElement(name, attributes as object, ...children.map(orNothing));

/** An empty text would be written anew at each update. */
const orNothing = (child: ComponentChild): ComponentChild => (child === "" ? null : child);

/** A button; its key tells it from its neighbours, so that it stays the same element when they change. */
export const button = (key: string, words: string, run: () => void, enabled = true, more: Attributes = {}): VNode =>
  h("button", { type: "button", key, disabled: !enabled, onClick: run, ...more }, t(words));

/** What is seen only when asked for. */
export const folded = (key: string, words: string, ...children: ComponentChild[]): VNode =>
  h("details", { key, "data-fold": key }, h("summary", {}, t(words)), ...children);

/** What is written in a field is its own: `value` is what it holds until somebody writes in it. */
export const field = (name: string, words: string, { value = "", ...attributes }: Attributes = {}): VNode =>
  labelled(name, t(words), h("input", { name, defaultValue: value, ...attributes }));

export const labelled = (key: string, words: string, made: VNode): VNode => h("label", { key }, `${words} `, made);

/** A text of several lines. */
export const area = (name: string, words: string, attributes: Attributes = {}, value = ""): VNode =>
  labelled(name, t(words), h("textarea", { name, rows: "2", defaultValue: value, ...attributes }));

/** A whole number, not below 0. */
export const number = (name: string, words: string, value: number): VNode =>
  field(name, words, { inputmode: "numeric", pattern: "[0-9]{1,6}", size: "5", value: String(value) });

export const choice = (name: string, words: string, options: readonly (readonly [string, string])[], chosen: string): VNode =>
  labelled(name, t(words), select(name, options, chosen));

export const select = (name: string, options: readonly (readonly [string, string])[], chosen: string): VNode =>
  h("select", { name }, ...options.map(([value, text]) => h("option", { key: value, value, defaultSelected: value === chosen }, text)));

/** A box to tick, or one of several to choose. */
export const option = (name: string, words: VNode | string, checked: boolean, more: Attributes = {}): VNode =>
  h("label", { key: name, class: "option" }, h("input", { type: "checkbox", name, value: "1", defaultChecked: checked, ...more }), " ", words);

/** A form that is never sent as one: what was filled in, without what was left blank, goes to `run`. */
export const form = (key: string, run: (values: Record<string, string>) => void, ...children: ComponentChild[]): VNode =>
  h("form", {
    key,
    class: "fields",
    "data-form": key,
    onSubmit: (e) => {
      e.preventDefault();
      const sent = e.target as HTMLFormElement;
      const values: Record<string, string> = {};
      for (const [name, value] of new FormData(sent)) {
        const text = String(value).trim();
        if (text) values[name] = text;
      }
      sent.reset();
      run(values);
    },
  }, ...children);
