// The page: made once, its parts filled anew when what they show has changed.

import type { App } from "./app";
import { chairSection } from "./chair";
import { duration, fill, h, say } from "./dom";
import { language, languageName, languages, t, useLanguage } from "./i18n";
import { mainButton } from "./next-step";
import { peopleSection } from "./people";
import { queueSection } from "./queue";
import { refusal } from "./i18n";
import { chairs, label, usedMs } from "./room";

export class View {
  private readonly title = h("h1");
  private readonly badges = h("p", { class: "badges" });
  private readonly state = h("p", { class: "state", role: "status" });
  private readonly notices = h("div");
  private readonly stage = h("section", { class: "stage", "aria-live": "polite" });
  private readonly clock = h("p", { class: "clock" });
  private readonly alert = h("p", { class: "unseen", role: "alert" });
  private readonly action = h("section", { class: "action" });
  private readonly chair = h("section", { class: "chair" });
  private readonly queue = h("section", { class: "queue" });
  private readonly people = h("section", { class: "people" });
  private readonly menu = h("nav", { class: "menu" });
  private shown = new Map<HTMLElement, string>();

  constructor(root: HTMLElement, private readonly app: App, private readonly textAddress: string) {
    setInterval(() => this.tick(), 500);
    root.replaceChildren(
      h("header", {}, this.title, this.badges, this.state),
      h("main", {}, this.notices, this.stage, this.clock, this.alert, this.action, this.chair, this.queue, this.people),
      h("footer", {}, this.menu),
    );
  }

  render(): void {
    this.header();
    this.notice();
    const { room, me } = this.app;
    this.part(this.menu, language(), () => this.menuParts());
    if (!room || !me) return;
    const moderates = chairs(me.role);
    document.body.classList.toggle("moderates", moderates);
    const holder = room.floor.holder;
    const mine = holder?.seat === me.seat;
    const holderName = holder ? label(room, holder.seat) : "";
    this.part(this.stage, [language(), holder, holderName, mine], () => [
      h("h2", {}, t("floor.label")),
      h("p", { class: mine ? "holder mine" : "holder" },
        h("bdi", {}, holder ? (mine ? t("floor.you") : holderName) : t("floor.nobody"))),
      holder?.topic ? h("p", { class: "topic" }, h("bdi", {}, holder.topic)) : null,
    ]);
    this.tick();
    say(this.alert, mine ? t("floor.you") : "");
    mainButton(this.action, this.app);
    const waiting = room.floor.waiting.map((r) => [r, label(room, r.seat), room.seats.get(r.seat)?.absent, room.floor.places.get(r.request)]);
    this.part(this.chair, [language(), moderates, holder, room.floor.listOpen], () =>
      moderates ? chairSection(this.app) : [],
    );
    this.part(this.queue, [language(), moderates, waiting, room.floor.listOpen], () => queueSection(this.app));
    this.part(this.people, [language(), [...room.seats.values()], this.app.here], () => peopleSection(this.app));
  }

  /** Fills a part again only when what it depends on has changed. */
  private part(element: HTMLElement, depends: unknown, make: () => (HTMLElement | null)[]): void {
    const now = JSON.stringify(depends);
    if (this.shown.get(element) === now) return;
    this.shown.set(element, now);
    fill(element, ...make());
  }

  /** The turn's clock, by the server's; not spoken, since it changes all the time. */
  private tick(): void {
    const holder = this.app.room?.floor.holder;
    this.clock.hidden = !holder;
    if (!holder) return;
    const used = usedMs(holder, this.app.now());
    const left = (holder.limitMs ?? 0) - used;
    const time = holder.limitMs
      ? t(left >= 0 ? "time.left" : "time.over", { t: duration(left) })
      : t("time.used", { t: duration(used) });
    const pauses = Object.keys(holder.pauses ?? {}).map((why) => t(`pause.${why}`));
    say(this.clock, [time, ...pauses].join(" · "));
  }

  private header(): void {
    const { room, app } = { room: this.app.room, app: this.app };
    if (room) {
      say(this.title, room.title);
      const access = t(room.access === "open" ? "room.open" : "room.closed");
      say(this.badges, `${access} · ${t(room.onRecord ? "record.on" : "record.off")}`);
    }
    const unsent = app.outbox.commands.length;
    const parts = [t(`link.${app.link}`)];
    if (app.link === "connected" && app.carrier !== "websocket") parts.push(t("link.via", { carrier: app.carrier }));
    if (unsent) parts.push(t("outbox.waiting", { n: unsent }));
    parts.push(t("link.bytes", { amount: amount(app.bytes) }));
    say(this.state, parts.join(" · "));
    this.state.dataset.link = app.link;
  }

  private notice(): void {
    const { refused, lost, link, reason } = this.app;
    this.part(this.notices, [language(), refused, lost, link === "ended" && reason], () => [
      lost ? h("p", { class: "warn", role: "status" }, t("record.lost")) : null,
      refused
        ? h("p", { class: "warn", role: "alert" },
            h("strong", {}, t("refused.label")), ` ${refusal(refused.code, refused.message)}`)
        : null,
      link === "ended" ? h("p", { class: "warn", role: "alert" }, ended(reason)) : null,
    ]);
  }

  private menuParts(): HTMLElement[] {
    const choose = h("select", {
      "data-key": "language",
      onchange: (e) => {
        const chosen = (e.target as HTMLSelectElement).value;
        document.cookie = `lang=${chosen}; path=/; max-age=31536000; samesite=lax`;
        useLanguage(chosen);
        this.render();
      },
    });
    for (const code of languages) {
      choose.append(h("option", { value: code, lang: code, selected: code === language() }, languageName(code)));
    }
    return [
      h("label", {}, `${t("language.label")} `, choose),
      h("a", { href: this.textAddress }, t("text.lite")),
      h("button", { "data-key": "leave", class: "quiet", onclick: () => this.app.act("seat.leave") }, t("text.leave")),
    ];
  }
}

function ended(reason: string): string {
  const name = reason.split(" ")[0] ?? "";
  if (name === "LEFT") return t("text.left");
  const key = `ended.${name}`;
  return t(key) === key ? t("nothing.text") : t(key);
}

function amount(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
