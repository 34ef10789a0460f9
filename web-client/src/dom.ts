// A few lines instead of a framework.

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

/** Puts new children in, keeping the focus on the element of the same `data-key`. */
export function fill(parent: HTMLElement, ...children: Child[]): void {
  const focused = document.activeElement;
  const key = focused && parent.contains(focused) ? focused.getAttribute("data-key") : null;
  parent.replaceChildren(...children.filter((c): c is Node | string => Boolean(c)));
  if (key) parent.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

/** Changes a text only when it is another, so that a screen reader speaks only of what is new. */
export function say(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

export function clockTime(ms: number, language: string): string {
  return new Date(ms).toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });
}

/** A length of time without words: 1:40, or 1:02:05. */
export function duration(ms: number): string {
  const s = Math.floor(Math.abs(ms) / 1_000);
  const two = (n: number): string => String(n).padStart(2, "0");
  const rest = `${two(s % 60)}`;
  return s < 3_600 ? `${Math.floor(s / 60)}:${rest}` : `${Math.floor(s / 3_600)}:${two(Math.floor(s / 60) % 60)}:${rest}`;
}
