// Polls: to vote in, as they stand, and for the chair to open and close.

import type { VNode } from "preact";
import type { App } from "../app";
import { speaks } from "../fold/room";
import type { BallotJson, PollJson, TallyJson } from "../link/wire";
import { button, choice, field, folded, form, h, labelled, option, select } from "./dom";
import { t } from "./i18n";

const KINDS = ["single", "multiple", "rating", "ranking", "words"];
const RATINGS = ["1", "2", "3", "4", "5"];
const WORDS_MAX = 3;
const OPTIONS_OFFERED = 6;

export function pollsSection(app: App): (VNode | null)[] {
  const { polls, closedMs } = app.meeting;
  const moderates = app.presides && !closedMs;
  if (!polls.length && !moderates) return [];
  return [
    h("h2", {}, t("poll.label")),
    ...[...polls].reverse().map((p) => pollPart(app, p)),
    moderates ? newPoll(app) : null,
  ];
}

function pollPart(app: App, poll: PollJson): VNode {
  const { terms, counted } = poll;
  const standing = counted ?? app.standing.get(poll.id);
  const notes = [
    t(terms.anonymous ? "poll.anonymous" : "poll.named"),
    t("poll.votes", { n: standing?.votes ?? 0 }),
    counted ? t("poll.isClosed") : "",
  ];
  const tally = counted ?? (terms.hidden ? undefined : standing);
  return h("section", { key: String(poll.id), id: `poll-${poll.id}`, class: "poll" },
    h("h3", {}, h("bdi", {}, terms.question)),
    h("p", { class: "muted" }, notes.filter(Boolean).join(" ")),
    !counted && speaks(app.me!.role) ? ballot(app, poll) : null,
    tally ? count(poll, tally) : terms.hidden && !counted ? h("p", { class: "muted" }, t("poll.hiddenYet")) : null,
    !counted && app.presides ? button(`close-${poll.id}`, "poll.close", () => app.act("poll.close", { poll: poll.id })) : null);
}

function ballot(app: App, poll: PollJson): VNode {
  const mine = app.own.votes.get(poll.id);
  const options = poll.terms.kind === "rating" ? RATINGS : (poll.terms.options ?? []);
  return form(`poll-${poll.id}`, (v) => app.vote(poll.id, voteOf(poll, v)),
    h("fieldset", {}, h("legend", {}, t(`poll.how.${poll.terms.kind}`)), ...fields(poll, options, mine)),
    h("button", {}, t(mine ? "poll.again" : "poll.vote")));
}

function fields(poll: PollJson, options: readonly string[], mine: BallotJson | undefined): VNode[] {
  const chosen = mine?.choices ?? [];
  switch (poll.terms.kind) {
    case "words":
      return Array.from({ length: WORDS_MAX }, (_, i) => field(`w${i}`, "poll.word", { maxlength: "80", value: mine?.words?.[i] ?? "" }));
    case "ranking": {
      const places: [string, string][] = [["", "–"], ...options.map((_, i): [string, string] => [`${i + 1}`, `${i + 1}`])];
      return options.map((text, i) => labelled(`r${i}`, text, select(`r${i}`, places, chosen.includes(i) ? `${chosen.indexOf(i) + 1}` : "")));
    }
    default: {
      const many = poll.terms.kind === "multiple";
      return options.map((text, i) =>
        option(`c${i}`, h("bdi", {}, text), chosen.includes(i), { type: many ? "checkbox" : "radio", name: many ? `c${i}` : "choice", value: String(i) }));
    }
  }
}

/** What the form says, as the command wants it. */
export function voteOf(poll: PollJson, v: Record<string, string>): BallotJson {
  if (poll.terms.kind === "words") return { words: [v.w0, v.w1, v.w2].filter((w): w is string => Boolean(w)) };
  if (poll.terms.kind === "ranking") {
    const ranked = Object.entries(v).filter(([name]) => name.startsWith("r"));
    const places = ranked.map(([, place]) => place);
    if (new Set(places).size < places.length) return { choices: [-1] };
    return { choices: ranked.sort((a, b) => Number(a[1]) - Number(b[1])).map(([name]) => Number(name.slice(1))) };
  }
  return { choices: Object.entries(v).filter(([name]) => name.startsWith("c")).map(([, value]) => Number(value)) };
}

/** The teams stand beside the whole, and are never mixed into it. */
function count(poll: PollJson, tally: TallyJson): VNode {
  if (poll.terms.kind === "words") {
    return h("p", {}, ...Object.entries(tally.words ?? {}).map(([word, n]) => h("span", { class: "word" }, h("bdi", {}, word), ` (${n}) `)));
  }
  const options = poll.terms.kind === "rating" ? RATINGS : (poll.terms.options ?? []);
  const counts = tally.counts ?? [];
  const most = Math.max(...counts, 1);
  const teams = Object.entries(tally.teams ?? {});
  const head = h("tr", {}, h("td"), h("th", { scope: "col" }, t("poll.all")), ...teams.map(([team]) => h("th", { scope: "col" }, h("bdi", {}, team))));
  const rows = options.map((text, i) =>
    h("tr", {},
      h("th", { scope: "row" }, h("bdi", {}, text)),
      h("td", {}, h("progress", { max: String(most), value: String(counts[i] ?? 0), "aria-label": text }), ` ${counts[i] ?? 0}`),
      ...teams.map(([, of]) => h("td", {}, String(of[i] ?? 0)))));
  return h("div", { class: "wide", tabindex: "0", role: "region", "aria-label": poll.terms.question }, h("table", {}, h("thead", {}, head), h("tbody", {}, ...rows)));
}

function newPoll(app: App): VNode {
  const kinds = KINDS.map((k): [string, string] => [k, t(`poll.kind.${k}`)]);
  const answer = (n: number): VNode => labelled(`o${n}`, t("poll.option", { n }), h("input", { name: `o${n}`, maxlength: "200" }));
  return folded("poll-new", "poll.new",
    form("poll-new", (v) =>
      app.act("poll.open", {
        question: v.question,
        kind: v.kind,
        options: v.kind === "rating" || v.kind === "words" ? [] : Array.from({ length: OPTIONS_OFFERED }, (_, i) => v[`o${i + 1}`]).filter(Boolean),
        anonymous: Boolean(v.anonymous),
        hidden: Boolean(v.hidden),
      }),
      field("question", "poll.question", { maxlength: "200", required: true }),
      choice("kind", "poll.kind", kinds, "single"),
      ...Array.from({ length: OPTIONS_OFFERED }, (_, i) => answer(i + 1)),
      option("anonymous", t("poll.anonymous"), true),
      option("hidden", t("poll.hidden"), false),
      h("button", {}, t("poll.open"))));
}
