// A few lines instead of a framework.

import { t } from "./i18n";

type Child = Node | string | null | undefined | false;
type Attributes = Record<string, string | boolean | ((e: Event) => void)>;

export function h(name: string, attributes: Attributes = {}, ...children: Child[]): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false) element.setAttribute(key, value);
  }
  for (const child of children) {
    if (child) element.append(child);
  }
  return element;
}

/** A button; its key keeps the focus on it when its part of the page is made anew. */
export const button = (key: string, words: string, run: () => void, enabled = true): HTMLElement =>
  h("button", { type: "button", "data-key": key, disabled: !enabled, onclick: run }, t(words));

/** What is seen only when asked for; it stays open when its part of the page is made anew. */
export const folded = (key: string, words: string, ...children: Child[]): HTMLElement =>
  h("details", { "data-fold": key }, h("summary", {}, t(words)), ...children);

export const field = (name: string, words: string, attributes: Attributes = {}): HTMLElement =>
  h("label", {}, `${t(words)} `, h("input", { name, "data-key": `field-${name}`, ...attributes }));

/** A text of several lines. */
export const area = (name: string, words: string, attributes: Attributes = {}, value = ""): HTMLElement =>
  h("label", {}, `${t(words)} `, h("textarea", { name, rows: "2", "data-key": `area-${name}`, ...attributes }, value));

/** A whole number, not below 0. */
export const number = (name: string, words: string, value: number): HTMLElement =>
  field(name, words, { inputmode: "numeric", pattern: "[0-9]{1,6}", size: "5", value: String(value) });

export function choice(name: string, words: string, options: readonly (readonly [string, string])[], chosen: string): HTMLElement {
  const select = h("select", { name, "data-key": `choice-${name}` });
  for (const [value, text] of options) select.append(h("option", { value, selected: value === chosen }, text));
  return h("label", {}, `${t(words)} `, select);
}

/** A form that is never sent as one: what was filled in, without what was left blank, goes to `run`. */
export function form(key: string, run: (values: Record<string, string>) => void, ...children: Child[]): HTMLElement {
  return h("form", {
    class: "fields",
    "data-form": key,
    onsubmit: (e) => {
      e.preventDefault();
      const values: Record<string, string> = {};
      for (const [name, value] of new FormData(e.target as HTMLFormElement)) {
        const text = String(value).trim();
        if (text) values[name] = text;
      }
      (e.target as HTMLFormElement).reset();
      run(values);
    },
  }, ...children);
}

type Field = HTMLInputElement | HTMLTextAreaElement;

/** What somebody has written or ticked and not sent yet, each to be put back into the same field. */
function typedIn(parent: HTMLElement): (() => void)[] {
  return [...parent.querySelectorAll<Field>("form [data-key]")].flatMap((was) => {
    const ticks = was instanceof HTMLInputElement && (was.type === "checkbox" || was.type === "radio");
    const touched = ticks ? was.checked !== was.defaultChecked : was.value !== was.defaultValue && "defaultValue" in was;
    const path = `form[data-form="${CSS.escape(was.form?.dataset.form ?? "")}"] [data-key="${CSS.escape(was.dataset.key ?? "")}"]`;
    if (!touched) return [];
    const { value } = was;
    const checked = ticks && was.checked;
    return [() => {
      const now = parent.querySelector<Field>(path);
      if (now && ticks) (now as HTMLInputElement).checked = checked;
      else if (now) now.value = value;
    }];
  });
}

/** Puts new children in; the focus, what was unfolded and what was written and not sent stay as they are. */
export function fill(parent: HTMLElement, ...children: Child[]): void {
  const focused = document.activeElement;
  const key = focused && parent.contains(focused) ? focused.getAttribute("data-key") : null;
  const open = [...parent.querySelectorAll("details[open]")].map((d) => d.getAttribute("data-fold"));
  const typed = typedIn(parent);
  parent.replaceChildren(...children.filter((c): c is Node | string => Boolean(c)));
  for (const fold of open) {
    if (fold) parent.querySelector(`details[data-fold="${CSS.escape(fold)}"]`)?.setAttribute("open", "");
  }
  for (const put of typed) put();
  if (key) parent.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

/** Changes a text only when it is another, so that a screen reader speaks only of what is new. */
export function say(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
