// @vitest-environment happy-dom
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { LinkEvents } from "../src/link/link";
import { read } from "../src/link/wire";

let events: LinkEvents;
vi.mock("../src/link/link", () => ({
  Link: class {
    constructor(_live: string, theirs: LinkEvents) {
      events = theirs;
    }
    start(): void {}
    connected(): boolean {
      return true;
    }
    send(): boolean {
      return true;
    }
  },
}));
const { show } = await import("../src/view/page");
const { App } = await import("../src/app");

const UPDATES = 1_000;
const line = (m: unknown): void => events.message(read(JSON.stringify(m)));
const drawn = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

const SEATS = [
  { seat: "1", name: "Mo", role: "moderator" },
  ...["2", "3", "4", "5"].map((seat) => ({ seat, name: `Person ${seat}`, role: "participant", team: `Team ${seat}` })),
];
const asks = (request: number, seat: string) => ({ request, seat, topic: "", kind: "speech", state: "pending", asked: 1, since: 1 });

let seq = 0;
function frame(ev: string, fields: Record<string, unknown> = {}): void {
  line({ prev: seq, seq: ++seq, at: seq, ev, ...fields });
}

let hide = (): void => {};

/** The list of people, as the server would send it. */
vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify({ people: SEATS, found: SEATS.length }))));

/** A chair's page, with two people in the queue. */
async function opened(): Promise<void> {
  document.body.innerHTML = '<div id="app"></div>';
  const clock = { now: () => 0, random: () => 0.5, setTimer: () => 0, clearTimer: () => {} };
  const app = new App({ room: "r", seat: "1", onRecord: true, as: "", carrier: "websocket" }, clock);
  hide = show(document.getElementById("app")!, app, "/r/r/text");
  line({ hello: "palabre.v1", room: "r", seat: "1", name: "Mo", role: "moderator", epoch: "e", seq: 0, durable: true, recovered: false, beatMs: 1, time: 1, here: 5 });
  line({ snapshot: { title: "Plenary", access: "open", onRecord: true, seats: SEATS, floor: { list: "open", requests: 2, holder: null, waiting: [asks(1, "2"), asks(2, "3")] } }, seq: 0 });
  await drawn();
}

const one = <E extends Element>(selector: string): E => document.querySelector<E>(selector)!;
const give = (request: number): HTMLButtonElement => one(`[data-request="${request}"] .acts > button`);

/** The queue, the room and its people change, and in the end are as they were. */
async function muchHappens(): Promise<void> {
  for (let i = 0; i < UPDATES / 10; i++) {
    const request = 10 + i;
    frame("floor.requested", { ...asks(request, "4") });
    line({ order: [{ request, why: "point-of-order" }, { request: 1, why: "arrival" }], mean: 60 });
    frame("seat.renamed", { seat: "2", name: `Person ${i}` });
    frame("seat.joined", { seat: `j${i}`, name: "Joined", role: "participant" });
    await drawn();
    line({ here: i });
    frame("turn.extended", { request, ms: 1 });
    frame("list.closed");
    frame("screen.shown", { shown: i % 2 === 0 });
    await drawn();
    frame("list.opened");
    frame("floor.released", { request });
    frame("seat.left", { seat: `j${i}` });
    await drawn();
  }
}

describe("over a thousand updates", () => {
  const moved = vi.fn();
  const written = vi.fn();
  let button: HTMLButtonElement;
  let fold: HTMLDetailsElement;
  let field: HTMLInputElement;
  let chosen: HTMLSelectElement;

  beforeAll(async () => {
    await opened();
    button = give(1);
    new MutationObserver((all) => {
      if (all.some((m) => [...m.removedNodes].some((n) => n.contains(button)))) moved();
    }).observe(document.body, { subtree: true, childList: true });
    new MutationObserver(written).observe(one('[data-request="2"] .who'), { subtree: true, childList: true, characterData: true });
    chosen = one('[data-form="role"] select[name="seat"]');
    chosen.value = "3";
    fold = one('[data-fold="on-site"]');
    fold.open = true;
    field = one('[data-form="on-site"] input[name="name"]');
    field.focus();
    field.value = "Ms Ndong";
    field.setSelectionRange(3, 5);
    await muchHappens();
  }, 120_000);

  afterAll(() => hide());

  it("a button of the queue stays the same element, in its place in the document", () => {
    expect(seq).toBeGreaterThanOrEqual(UPDATES * 0.8);
    expect(give(1)).toBe(button);
    expect(button.isConnected).toBe(true);
    expect(button.getAttribute("aria-label")).toContain(`Person ${UPDATES / 10 - 1}`);
    expect(moved).not.toHaveBeenCalled();
  });

  it("a field keeps its text, its caret, what is marked and the focus; what is folded out stays so", () => {
    expect(one('[data-form="on-site"] input[name="name"]')).toBe(field);
    expect([field.value, field.selectionStart, field.selectionEnd]).toEqual(["Ms Ndong", 3, 5]);
    expect(document.activeElement).toBe(field);
    expect(fold.open).toBe(true);
  });

  it("what was chosen stays chosen when the choices change", () => {
    expect(chosen.isConnected).toBe(true);
    expect(chosen.value).toBe("3");
  });

  it("a text that stays the same is not written again", () => {
    expect(written).not.toHaveBeenCalled();
  });
});
