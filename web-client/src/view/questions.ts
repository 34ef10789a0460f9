// Questions to the chair: to put, to vote up; for the chair, to show, answer or leave.

import type { VNode } from "preact";
import type { App } from "../app";
import type { QuestionJson } from "../link/wire";
import { area, button, folded, form, h } from "./dom";
import { t } from "./i18n";
import { paged } from "./paged";

const ORDER = ["put", "published", "answered"];

export function questionsSection(app: App): (VNode | null)[] {
  const { questions, closedMs } = app.meeting;
  const shown = questions
    .filter((q) => ORDER.includes(q.state))
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || ups(app, b) - ups(app, a) || a.id - b.id);
  return [
    h("h2", {}, t("question.label")),
    ...paged(app, {
      id: "questions",
      all: shown,
      words: (q) => `${q.name}\n${q.text}`,
      search: "question.search",
      draw: (q) => entry(app, q, Boolean(closedMs)),
    }),
    closedMs ? null : folded("question-put", "question.put",
      form("question", ({ text }) => app.act("question.put", { text }),
        area("text", "question.text", { maxlength: "500", required: true }),
        h("button", {}, t("question.put"))),
      h("p", { class: "muted" }, t("question.how"))),
  ];
}

const ups = (app: App, q: QuestionJson): number => app.ups.get(q.id) ?? 0;

function entry(app: App, q: QuestionJson, closed: boolean): VNode {
  const act = (name: string, words: string): VNode =>
    button(name, words, () => app.act(name, { question: q.id }), true, { "aria-label": `${t(words)}: ${q.text}` });
  const words = q.state === "put" ? "waits" : q.state === "answered" ? "answered" : "shown";
  const notes = [q.published ? t("question.ups", { n: ups(app, q) }) : "", t(`question.${words}`)].filter(Boolean);
  return h("li", { key: String(q.id), id: `question-${q.id}` },
    h("bdi", {}, `${q.name}: ${q.text}`), " ",
    h("span", { class: "muted" }, notes.join(" · ")),
    h("div", { class: "acts" },
      !closed && q.state === "published" && !app.own.upvoted.has(q.id)
        ? button(`up-${q.id}`, "question.up", () => app.upvote(q.id)) : null,
      !closed && app.presides && q.state === "put" ? act("question.publish", "question.publish") : null,
      !closed && app.presides && q.state !== "answered" ? act("question.answer", "question.answer") : null,
      !closed && app.presides && q.state !== "answered" ? act("question.dismiss", "question.dismiss") : null));
}
