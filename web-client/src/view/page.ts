// The page: which sections there are, and in which order. Each is a component of its own, which is drawn again when what it has read has changed.

import { effect } from "@preact/signals";
import { type ComponentChild, createElement, render, type VNode } from "preact";
import type { App } from "../app";
import { chairs } from "../fold/room";
import { agendaSection } from "./agenda";
import { askMenu } from "./ask-menu";
import { balanceSection } from "./balance";
import { chairSection } from "./chair";
import { h } from "./dom";
import { doorsNotices, doorsSection } from "./doors";
import { Badges, LinkLine, linkWords, Title } from "./header";
import { Menu } from "./menu";
import { Action, standing } from "./next-step";
import { notices } from "./notices";
import { onSiteForm } from "./on-site";
import { peopleSection } from "./people";
import { pollsSection } from "./polls";
import { questionsSection } from "./questions";
import { queueSection } from "./queue";
import { contactsSection, resultsSection } from "./results";
import { rulesSection } from "./rules";
import { Spoken, SpokenLine } from "./spoken";
import { Alert, floorWords, stageSection } from "./stage";

const CLOCK_MS = 500;

/** How often somebody is told where they stand, at most. */
const STANDING_EVERY_MS = 5_000;

interface PartProps {
  app: App;
  name: string;
  draw: (app: App) => ComponentChild[];
}

/** A section that is empty until the room is known. */
const Part = ({ app, name, draw }: PartProps): VNode => h("section", { class: name }, ...known(app, draw));

/** What is said before everything else; there is no frame around it. */
const Above = ({ app, draw }: { app: App; draw: PartProps["draw"] }): VNode => h("div", {}, ...draw(app));

const known = (app: App, draw: PartProps["draw"]): ComponentChild[] => (app.room && app.me ? draw(app) : []);

interface PageProps {
  app: App;
  textAddress: string;
  spoken: { link: Spoken; floor: Spoken; standing: Spoken };
}

function Page({ app, textAddress, spoken }: PageProps): VNode[] {
  const part = (name: string, draw: PartProps["draw"]): ComponentChild => createElement(Part, { app, name, draw });
  return [
    h("header", {},
      createElement(Title, { app }),
      createElement(Badges, { app }),
      createElement(LinkLine, { app }),
      createElement(SpokenLine, { spoken: spoken.link })),
    h("main", {},
      createElement(Above, { app, draw: notices }),
      createElement(Above, { app, draw: (a) => known(a, doorsNotices) }),
      h("div", { class: "floor" },
        part("stage", stageSection),
        createElement(SpokenLine, { spoken: spoken.floor }),
        createElement(Alert, { app }),
        createElement(Action, { app, spoken: spoken.standing }),
        part("ask", askMenu),
        part("chair", chairSection),
        part("queue", queueSection),
        part("on-site", onSiteForm),
        part("polls", pollsSection),
        part("questions", questionsSection)),
      h("div", { class: "aside" },
        part("agenda", agendaSection),
        part("balance", balanceSection),
        part("rules", rulesSection),
        part("doors", doorsSection),
        part("results", resultsSection),
        part("people", peopleSection),
        part("contacts", contactsSection))),
    h("footer", {}, createElement(Menu, { app, textAddress })),
  ];
}

/** Draws the app in an element; what it answers takes it away again. */
export function show(root: HTMLElement, app: App, textAddress: string): () => void {
  const spoken = { link: new Spoken(1_000), floor: new Spoken(1_000), standing: new Spoken(STANDING_EVERY_MS) };
  const ends = [
    effect(() => spoken.link.say(linkWords(app))),
    effect(() => spoken.floor.say(floorWords(app))),
    effect(() => spoken.standing.say(standing(app))),
    effect(() => void document.body.classList.toggle("moderates", Boolean(app.me && chairs(app.me.role)))),
  ];
  const clock = setInterval(() => app.tick(), CLOCK_MS);
  render(createElement(Page, { app, textAddress, spoken }), root);
  return () => {
    clearInterval(clock);
    for (const end of ends) end();
    render(null, root);
  };
}
