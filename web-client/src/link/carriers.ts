// Three ways to carry the same lines. Each is one attempt: it opens, hands over lines, ends once.

import type { Clock } from "./backoff";

export interface Events {
  lines(text: string): void;
  ended(code: number, reason: string): void;
}

export interface Carrier {
  readonly name: CarrierName;
  /** Sends a line, when this carrier carries lines outwards. */
  readonly send?: (text: string) => void;
  close(): void;
}

export type CarrierName = "websocket" | "sse" | "poll";
export const LADDER: readonly CarrierName[] = ["websocket", "sse", "poll"];

/** An end that the network brought about, not the server. */
export const BROKEN = 1006;

export interface Place {
  live: string;
  after: string;
  /** By which version of the rules we have folded. */
  fold: string;
}

const address = (place: Place, more: Record<string, string> = {}): URL => {
  const url = new URL(place.live, location.href);
  if (place.after) url.searchParams.set("after", place.after);
  if (place.fold) url.searchParams.set("fold", place.fold);
  for (const [k, v] of Object.entries(more)) url.searchParams.set(k, v);
  return url;
};

export function open(name: CarrierName, place: Place, events: Events, clock: Clock): Carrier {
  switch (name) {
    case "websocket":
      return openSocket(place, events);
    case "sse":
      return openStream(place, events);
    case "poll":
      return openPoll(place, events, clock);
  }
}

function once(events: Events): Events {
  let over = false;
  return {
    lines: (text) => {
      if (!over) events.lines(text);
    },
    ended: (code, reason) => {
      if (!over) {
        over = true;
        events.ended(code, reason);
      }
    },
  };
}

function openSocket(place: Place, raw: Events): Carrier {
  const events = once(raw);
  const url = address(place);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  const socket = new WebSocket(url.href, "palabre.v1");
  socket.onmessage = (m) => events.lines(String(m.data));
  socket.onclose = (e) => events.ended(e.code || BROKEN, e.reason);
  return {
    name: "websocket",
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
    close: () => {
      socket.close();
      events.ended(BROKEN, "closed here");
    },
  };
}

function openStream(place: Place, raw: Events): Carrier {
  const events = once(raw);
  const source = new EventSource(address(place).href);
  source.onmessage = (m) => events.lines(String(m.data));
  source.addEventListener("close", (m) => {
    source.close();
    events.lines(String((m as MessageEvent).data));
  });
  source.onerror = () => {
    source.close();
    events.ended(BROKEN, "stream ended");
  };
  return {
    name: "sse",
    close: () => {
      source.close();
      events.ended(BROKEN, "closed here");
    },
  };
}

/** One poll after the other; each is told how far the one before has come. */
function openPoll(place: Place, raw: Events, clock: Clock): Carrier {
  const events = once(raw);
  const aborter = new AbortController();
  let after = place.after;
  let fold = place.fold;
  let told: Record<string, string> = {};
  const poll = async (): Promise<void> => {
    const response = await fetch(address({ ...place, after, fold }, { wait: "25", ...told }), {
      headers: { Accept: "application/x-ndjson" },
      signal: aborter.signal,
      cache: "no-store",
    });
    if (!response.ok) {
      const gone = response.status === 404 || response.status === 403 || response.status === 410;
      events.ended(gone ? 4500 : BROKEN, `status ${response.status}`);
      return;
    }
    const text = (await response.text()).trim();
    if (text) events.lines(text);
    after = lastPosition(text) || after;
    fold = last(text, "fold") || fold;
    const number = last(text, "told");
    told = number ? { told: number } : told;
    clock.setTimer(() => void poll().catch(failed), 0);
  };
  const failed = (): void => events.ended(BROKEN, "poll failed");
  void poll().catch(failed);
  return {
    name: "poll",
    close: () => {
      aborter.abort();
      events.ended(BROKEN, "closed here");
    },
  };
}

/** What the last of these lines says that has the field. */
function last(text: string, field: string): string {
  let found = "";
  for (const line of text.split("\n")) {
    const value = line ? (JSON.parse(line) as Record<string, unknown>)[field] : undefined;
    if (typeof value === "string" || typeof value === "number") found = String(value);
  }
  return found;
}

let epoch = "";

/** How far these lines take their reader: EPOCH:SEQ. */
export function lastPosition(text: string): string {
  let seq = -1;
  for (const line of text.split("\n")) {
    if (!line) continue;
    const m = JSON.parse(line) as { hello?: string; epoch?: string; seq?: number };
    if (m.hello && m.epoch) epoch = m.epoch;
    if (typeof m.seq === "number") seq = m.seq;
  }
  return seq < 0 ? "" : `${epoch}:${seq}`;
}
