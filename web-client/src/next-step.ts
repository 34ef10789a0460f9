// The one button: always the next sensible thing. It stays the same element, so that neither focus
// nor a finger on it loses its place.

import type { App } from "./app";
import { h, say } from "./dom";
import { t } from "./i18n";
import { requestOf, speaks } from "./room";

interface Step {
  status: string;
  label: string;
  enabled: boolean;
  mine: boolean;
  run: (() => void) | null;
}

/** What somebody can do now, in words. */
export function nextStep(app: App, topic: () => string): Step | null {
  const { room, me } = app;
  if (!room || !me || !speaks(me.role)) return null;
  const request = requestOf(room, me.seat);
  if (app.outbox.has("floor.request")) {
    return { status: t("unsent.note"), label: t("floor.asking"), enabled: false, mine: false, run: null };
  }
  if (!request) {
    const open = room.floor.listOpen;
    return {
      status: open ? t("floor.notWaiting") : t("floor.listClosed"),
      label: t("floor.ask"),
      enabled: open,
      mine: false,
      run: () =>
        app.act("floor.request", {
          ...(topic() ? { topic: topic() } : {}),
          ...(app.link === "connected" ? {} : { delayed: true }),
        }),
    };
  }
  const leaving = app.outbox.has("floor.release");
  const release = (): void => app.act("floor.release", { request: request.request });
  if (request.state === "granted") {
    const status = leaving ? t("unsent.note") : t("floor.you");
    return { status, label: t("floor.done"), enabled: !leaving, mine: true, run: release };
  }
  const place = room.floor.waiting.indexOf(request) + 1;
  const next = request.state === "accepted" && place === 1;
  const waiting = next ? t("floor.next") : t("floor.place", { n: place });
  return {
    status: leaving ? t("unsent.note") : waiting,
    label: t("floor.withdraw"),
    enabled: !leaving,
    mine: false,
    run: release,
  };
}

const parts = new WeakMap<HTMLElement, { status: HTMLElement; button: HTMLButtonElement; topic: HTMLElement; input: HTMLInputElement; hint: HTMLElement }>();

export function mainButton(parent: HTMLElement, app: App): void {
  let p = parts.get(parent);
  if (!p) {
    const input = h("input", { maxlength: "200", id: "topic" }) as HTMLInputElement;
    const button = h("button", { class: "main", type: "button" }) as HTMLButtonElement;
    const status = h("p", { class: "mine-status", role: "status" });
    const hint = h("label", { for: "topic" });
    const topic = h("p", { class: "topic-line" }, hint, input);
    p = { status, button, topic, input, hint };
    parts.set(parent, p);
    const { input: typed } = p;
    button.addEventListener("click", () => {
      nextStep(app, () => typed.value.trim())?.run?.();
      typed.value = "";
    });
    parent.append(status, button, topic);
  }
  const step = nextStep(app, () => "");
  parent.hidden = false;
  if (!step) {
    const chair = app.me && (app.me.role === "moderator");
    parent.hidden = Boolean(chair);
    p.button.hidden = true;
    p.topic.hidden = true;
    say(p.status, t("floor.watching"));
    return;
  }
  p.button.hidden = false;
  say(p.status, step.status);
  say(p.button, step.label);
  say(p.hint, t("floor.topic"));
  p.button.disabled = !step.enabled;
  p.button.classList.toggle("mine", step.mine);
  p.topic.hidden = step.label !== t("floor.ask") || !step.enabled;
}
