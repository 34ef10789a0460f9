// Beside the one button: what somebody can ask for that is not simply a turn, and what they can do
// with the turn that they have or wait for.

import type { VNode } from "preact";
import type { App } from "../app";
import { ofSeat } from "../fold/floor";
import { speaks } from "../fold/room";
import type { RequestJson, SeatJson } from "../link/wire";
import { button, choice, field, folded, form, h } from "./dom";
import { t } from "./i18n";
import { delayed } from "./next-step";

export function askMenu(app: App): VNode[] {
  const { room, me } = app;
  if (!room || !me || !speaks(me.role)) return [];
  const { turn, point, speaking } = ofSeat(room.floor, me.seat);
  const parts: (VNode | null)[] = [];
  if (!point) parts.push(h("div", { class: "acts" }, ask(app, "point-of-order"), holds(app) ? ask(app, "question") : null));
  else if (point !== speaking) parts.push(withdraw(app, point));
  if (!turn) parts.push(otherTurn(app));
  else if (turn.state !== "granted") parts.push(changing(app, turn), letOthersGo(app, turn));
  if (turn && turn === speaking && mates(app).length) parts.push(handover(app, turn));
  return [folded("ask-menu", turn && turn === speaking ? "floor.duringTurn" : "floor.other", ...parts)];
}

/** The request that a reply or a question is about. */
const holds = (app: App): number | undefined => {
  const { holder } = app.room!.floor;
  return holder && holder.seat !== app.me!.seat ? holder.request : undefined;
};

function ask(app: App, kind: string): VNode {
  const about = kind === "point-of-order" ? undefined : holds(app);
  return button(`ask-${kind}`, `kind.${kind}`, () =>
    app.act("floor.request", { kind, ...(about ? { replyTo: about } : {}), ...delayed(app) }));
}

/** A reply is taken even when the list is closed; a short remark, or a turn in a language of one's own. */
function otherTurn(app: App): VNode {
  const kinds = app.room!.floor.listOpen ? ["reply", "intervention", "speech"] : ["reply"];
  return form("other-turn", (values) => {
    const about = values.kind === "reply" ? holds(app) : undefined;
    app.act("floor.request", { ...values, ...(about ? { replyTo: about } : {}), ...delayed(app) });
  },
    choice("kind", "floor.kind", kinds.map((k) => [k, t(`kind.${k}`)]), "reply"),
    field("topic", "floor.topic", { maxlength: "200" }),
    field("language", "floor.language", { maxlength: "35", pattern: "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*" }),
    h("button", {}, t("floor.ask")));
}

const withdraw = (app: App, r: RequestJson): VNode =>
  h("p", {}, `${t(`kind.${r.kind}`)}: `,
    button("withdraw-point", "floor.withdraw", () => app.act("floor.release", { request: r.request })));

const changing = (app: App, r: RequestJson): VNode =>
  form("change-topic", ({ topic }) => app.act("floor.change", { request: r.request, topic: topic ?? "" }),
    field("topic", "floor.topic", { maxlength: "200", value: r.topic }),
    h("button", {}, t("text.rename")));

const letOthersGo = (app: App, r: RequestJson): VNode =>
  h("p", {}, button("requeue", "floor.requeue", () => app.act("floor.requeue", { request: r.request })));

const handover = (app: App, r: RequestJson): VNode =>
  form("handover", ({ to }) => app.act("floor.handover", { request: r.request, to }),
    choice("to", "floor.handover.to", mates(app).map((s) => [s.seat, s.name]), ""),
    h("button", {}, t("floor.handover")));

/** Those of my team to whom I could hand over. */
function mates(app: App): SeatJson[] {
  const { room, me } = app;
  const mine = room!.seats.get(me!.seat);
  if (!mine?.team) return [];
  return [...room!.seats.values()].filter(
    (s) => s.team === mine.team && s.seat !== mine.seat && speaks(s.role) && !s.absent && !s.keeper,
  );
}
