// The page: made once, its parts filled anew when what they show has changed.

import type { App } from "../app";
import { askMenu, askMenuDepends } from "./ask-menu";
import { agendaDepends, agendaSection } from "./agenda";
import { balanceSection } from "./balance";
import { chairDepends, chairSection } from "./chair";
import { button, fill, h, say } from "./dom";
import { doorsDepends, doorsNotices, doorsSection } from "./doors";
import { language, languageName, languages, refusal, t, useLanguage } from "./i18n";
import { passedMark } from "../fold/floor";
import { MainButton } from "./next-step";
import { onSiteDepends, onSiteForm } from "./on-site";
import { peopleSection } from "./people";
import { pollsDepends, pollsSection } from "./polls";
import { questionsDepends, questionsSection } from "./questions";
import { queueDepends, queueSection } from "./queue";
import { contactsDepends, contactsSection, resultsDepends, resultsSection } from "./results";
import { chairs, label } from "../fold/room";
import { rulesDepends, rulesSection } from "./rules";
import { Spoken } from "./spoken";
import { stageDepends, stageSection, writeClock } from "./stage";
import { duration } from "./time";

const CLOCK_MS = 500;

export class View {
  private readonly title = h("h1");
  private readonly badges = h("p", { class: "badges" });
  private readonly state = h("p", { class: "state" });
  private readonly spokenState = new Spoken(1_000);
  private readonly notices = h("div");
  private readonly stage = h("section", { class: "stage" });
  private readonly clock = h("p", { class: "clock" });
  private readonly spokenFloor = new Spoken(1_000);
  private readonly alert = h("p", { class: "unseen", role: "alert" });
  private readonly action = h("section", { class: "action" });
  private readonly ask = h("section", { class: "ask" });
  private readonly chair = h("section", { class: "chair" });
  private readonly queue = h("section", { class: "queue" });
  private readonly onSite = h("section", { class: "on-site" });
  private readonly rules = h("section", { class: "rules" });
  private readonly balance = h("section", { class: "balance" });
  private readonly house = h("div");
  private readonly doors = h("section", { class: "doors" });
  private readonly agenda = h("section", { class: "agenda" });
  private readonly polls = h("section", { class: "polls" });
  private readonly questions = h("section", { class: "questions" });
  private readonly results = h("section", { class: "results" });
  private readonly contacts = h("section", { class: "contacts" });
  private readonly people = h("section", { class: "people" });
  private readonly menu = h("nav", { class: "menu" });
  private readonly main: MainButton;
  private shown = new Map<HTMLElement, string>();

  constructor(root: HTMLElement, private readonly app: App, private readonly textAddress: string) {
    this.main = new MainButton(this.action, app);
    setInterval(() => this.tick(), CLOCK_MS);
    root.replaceChildren(
      h("header", {}, this.title, this.badges, this.state, this.spokenState.element),
      h("main", {}, this.notices, this.house,
        h("div", { class: "floor" }, this.stage, this.clock, this.spokenFloor.element, this.alert, this.action, this.ask, this.chair, this.queue, this.onSite, this.polls, this.questions),
        h("div", { class: "aside" }, this.agenda, this.balance, this.rules, this.doors, this.results, this.people, this.contacts)),
      h("footer", {}, this.menu),
    );
  }

  render(): void {
    this.header();
    this.notice();
    const { room, me } = this.app;
    this.part(this.menu, [], () => this.menuParts());
    if (!room || !me) return;
    const app = this.app;
    const moderates = chairs(me.role);
    document.body.classList.toggle("moderates", moderates);
    this.part(this.stage, stageDepends(app), () => stageSection(app));
    this.tick();
    this.part(this.ask, askMenuDepends(app), () => askMenu(app));
    this.part(this.chair, moderates && chairDepends(app), () => (moderates ? chairSection(app) : []));
    this.part(this.queue, queueDepends(app), () => queueSection(app));
    this.part(this.onSite, onSiteDepends(app), () => onSiteForm(app));
    this.part(this.rules, app.presides && rulesDepends(app), () => (app.presides ? rulesSection(app) : []));
    this.part(this.balance, [app.figures, app.figures && [...room.seats.values()]], () => balanceSection(app));
    this.part(this.house, doorsDepends(app), () => doorsNotices(app));
    this.part(this.doors, app.presides && doorsDepends(app), () => (app.presides ? doorsSection(app) : []));
    this.part(this.agenda, agendaDepends(app), () => agendaSection(app));
    this.part(this.polls, pollsDepends(app), () => pollsSection(app));
    this.part(this.questions, questionsDepends(app), () => questionsSection(app));
    this.part(this.results, resultsDepends(app), () => resultsSection(app));
    this.part(this.contacts, contactsDepends(app), () => contactsSection(app));
    this.part(this.people, [[...room.seats.values()], app.here], () => peopleSection(app));
  }

  /** One's own turn is an alert, once; anybody else's is said by and by. */
  private speakFloor(): void {
    const { room, me } = this.app;
    const holder = room!.floor.holder;
    const mine = holder?.seat === me!.seat;
    say(this.alert, mine ? this.toSpeaker() : "");
    this.spokenFloor.say(mine ? "" : holder ? t("floor.holder", { name: label(room!, holder.seat) }) : t("floor.nobody"));
  }

  /** That they have the floor, then each mark before the end as it passes. */
  private toSpeaker(): string {
    const mark = passedMark(this.app.room!.floor, this.app.now());
    if (mark === null) return t("floor.you");
    return mark === 0 ? t("time.isOver") : t("time.left", { t: duration(mark * 1_000) });
  }

  /** Fills a part again only when what it depends on has changed. */
  private part(element: HTMLElement, depends: unknown, make: () => (HTMLElement | null)[]): void {
    const now = JSON.stringify([language(), depends]);
    if (this.shown.get(element) === now) return;
    this.shown.set(element, now);
    fill(element, ...make());
  }

  private tick(): void {
    writeClock(this.clock, this.app);
    if (this.app.room && this.app.me) this.speakFloor();
    this.main.render();
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
    this.spokenState.say(unsent ? `${parts[0]} ${t("outbox.waiting", { n: unsent })}` : t(`link.${app.link}`));
    if (app.link === "connected" && app.carrier !== "websocket") parts.push(t("link.via", { carrier: app.carrier }));
    if (unsent) parts.push(t("outbox.waiting", { n: unsent }));
    parts.push(t("link.bytes", { amount: amount(app.bytes) }));
    say(this.state, parts.join(" · "));
    this.state.dataset.link = app.link;
  }

  private notice(): void {
    const { refused, lost, link, reason } = this.app;
    const rules = this.app.me?.rules;
    this.part(this.notices, [refused, lost, link === "ended" && reason, rules], () => [
      rules ? rulesFirst(this.app, rules) : null,
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
        const secure = location.protocol === "https:" ? "; secure" : "";
        document.cookie = `lang=${chosen}; path=/; max-age=31536000; samesite=lax${secure}`;
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

/** Until they are accepted nothing else can be done. */
function rulesFirst(app: App, rules: { version: number; text: string }): HTMLElement {
  return h("section", { class: "warn", role: "region", "aria-label": t("plan.rules") },
    h("h2", {}, t("plan.rules")),
    ...rules.text.split("\n").filter(Boolean).map((line) => h("p", {}, line)),
    button("accept-rules", "join.accept", () => app.act("rules.accept", { version: rules.version })));
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
