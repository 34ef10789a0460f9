// What the app knows, and what it does when something comes in or somebody presses a button.

import { type Clock, systemClock } from "./link/backoff";
import type { CarrierName } from "./link/carriers";
import { Link, type LinkState } from "./link/link";
import { deviceShelf, noShelf, Outbox } from "./link/outbox";
import { ordered } from "./fold/floor";
import { evolve, fromSnapshot, presides, type Room } from "./fold/room";
import { ServerTime } from "./link/server-time";
import { type Ack, type BallotJson, type Command, type ContactJson, type FiguresJson, type Hello, type Message, type MineJson, type Nack, type OpinionsJson, read, type TallyJson } from "./link/wire";

export interface Place {
  room: string;
  seat: string;
  onRecord: boolean;
  as: string;
  carrier: CarrierName;
}

/** The room's own page knows where to, or what to wait for. */
const ELSEWHERE = /^(MOVED|SWITCHED|IN_LOBBY|PUBLIC_CUT|DAMAGED)\b/;
const RESEND_MS = 4_000;

export class App {
  room: Room | null = null;
  /** Told to the chair, or to all when the rules say so. */
  figures: FiguresJson | null = null;
  me: Hello | null = null;
  /** How open polls stand. */
  standing = new Map<number, TallyJson>();
  /** What this seat voted. */
  votes = new Map<number, BallotJson>();
  /** How many would like to hear the answer to which question, and to which this page said so. */
  ups = new Map<number, number>();
  upvoted = new Set<number>();
  readonly contacts = { card: "", wants: new Set<string>(), given: [] as readonly ContactJson[] };
  link: LinkState = "connecting";
  carrier: CarrierName = "websocket";
  reason = "";
  bytes = 0;
  here = 0;
  refused: { code: string; message: string } | null = null;
  lost = false;
  readonly outbox: Outbox;
  private readonly stream: Link;
  /** Where the room is, and which of this browser's seats. */
  readonly address: string;
  readonly roomId: string;
  readonly query: string;
  private posting = false;
  private resendTimer = 0;
  private seq = 0;
  private readonly time = new ServerTime();
  private ackedUpTo = 0;

  constructor(
    private readonly place: Place,
    private readonly changed: () => void,
    private readonly clock: Clock = systemClock,
  ) {
    const device = deviceShelf(`palabre:${place.room}:${place.seat}`);
    if (!place.onRecord) device.save([]); // what was kept here is of before
    const shelf = place.onRecord ? device : noShelf;
    this.outbox = new Outbox(shelf, () => this.changed());
    this.roomId = place.room;
    this.address = `/r/${place.room}`;
    this.query = place.as ? `?as=${place.as}` : "";
    this.stream = new Link(
      `/api/rooms/${place.room}/live${this.query}`,
      {
        message: (m) => this.take(m),
        state: (state, carrier, reason) => {
          if (ELSEWHERE.test(reason)) location.replace(this.address + this.query);
          this.link = state;
          this.carrier = carrier;
          this.reason = reason;
          this.changed();
        },
        bytes: (n) => {
          this.bytes += n;
        },
      },
      clock,
      place.carrier,
    );
  }

  /** Whether this page's seat may act as chair now. */
  get presides(): boolean {
    return Boolean(this.room && this.me && presides(this.room, this.me.seat));
  }

  /** The server's clock, in milliseconds. */
  now(): number {
    return this.time.now();
  }

  start(): void {
    this.stream.start();
  }

  /** Asks the server for something; it is sent until it is answered. */
  act(name: string, fields: Record<string, unknown> = {}): void {
    this.refused = null;
    const command = this.outbox.add({ do: name, ...fields });
    this.send([command]);
  }

  vote(poll: number, ballot: BallotJson): void {
    this.votes.set(poll, ballot);
    this.act("poll.vote", { poll, ...ballot });
  }

  upvote(question: number): void {
    this.upvoted.add(question);
    this.act("question.up", { question });
  }

  writeCard(card: string): void {
    this.contacts.card = card;
    this.act("contact.card", { card });
  }

  want(seat: string, wanted: boolean): void {
    if (wanted) this.contacts.wants.add(seat);
    else this.contacts.wants.delete(seat);
    this.act(wanted ? "contact.want" : "contact.unwant", { seat });
  }

  /** Something of mine is on its way, or confirmed but not yet seen. */
  pending(name: string): boolean {
    return this.outbox.has(name) || this.ackedUpTo > this.seq;
  }

  private take(message: Message): void {
    switch (message.kind) {
      case "hello":
        this.greeted(message.hello);
        break;
      case "snapshot":
        this.room = fromSnapshot(message.room);
        this.seq = message.seq;
        break;
      case "frame":
        this.seq = message.frame.seq;
        if (message.frame.at !== undefined) this.time.happened(message.frame.at);
        if (message.frame.beat !== undefined) this.time.beat(message.frame.beat);
        if (message.frame.here !== undefined) this.here = message.frame.here;
        if (this.room && message.frame.ev) this.room = evolve(this.room, message.frame);
        break;
      case "order":
        if (this.room) this.room = { ...this.room, floor: ordered(this.room.floor, message.order, message.meanMs) };
        break;
      case "figures":
        this.figures = message.figures;
        break;
      case "opinions":
        this.opinions(message.opinions);
        break;
      case "here":
        this.here = message.here;
        break;
      case "ack":
        this.acked(message.ack);
        break;
      case "nack":
        this.nacked(message.nack);
        break;
    }
    this.changed();
  }

  private greeted(hello: Hello): void {
    const before = this.me;
    this.me = hello;
    if (hello.durable !== this.place.onRecord) {
      // the room went on or off the record behind this page: nothing of before goes there
      this.outbox.drop();
      location.replace(this.address + this.query);
      return;
    }
    this.time.set(hello.time);
    this.figures = null;
    if (this.room) this.room = { ...this.room, floor: ordered(this.room.floor, [], 0) };
    this.here = hello.here;
    if (!hello.recovered) this.ackedUpTo = 0;
    if (!hello.durable && !hello.recovered) {
      this.lost = true;
      this.outbox.drop();
      if (before && before.name !== hello.name) this.act("seat.rename", { name: before.name });
    }
    this.send(this.outbox.commands);
    this.remember(hello.mine);
  }

  private opinions(now: OpinionsJson): void {
    this.standing = new Map(now.polls.map((p) => [p.poll, p.tally ?? { votes: p.votes }]));
    this.ups = new Map(Object.entries(now.ups).map(([id, n]) => [Number(id), n]));
  }

  /** What the server knows of this seat, less what is still on its way there. */
  private remember(mine: MineJson | undefined): void {
    if (!this.outbox.has("poll.vote")) {
      this.votes = new Map(Object.entries(mine?.votes ?? {}).map(([poll, ballot]) => [Number(poll), ballot]));
    }
    if (!this.outbox.has("question.up")) this.upvoted = new Set(mine?.upvoted ?? []);
    this.contacts.given = mine?.contacts ?? [];
    if (this.outbox.has("contact.card") || this.outbox.has("contact.want")) return;
    this.contacts.card = mine?.card ?? "";
    this.contacts.wants = new Set(mine?.wants ?? []);
  }

  private acked(ack: Ack): void {
    this.ackedUpTo = Math.max(this.ackedUpTo, ack.seq);
    const done = this.outbox.settle(ack.ack);
    if (done?.do === "seat.rename" && this.me) this.me = { ...this.me, name: String(done.name) };
  }

  private nacked(nack: Nack): void {
    if (nack.temporary && nack.code !== "LIST_CLOSED" && nack.code !== "NOBODY_WAITING") {
      this.refused = nack;
      this.resendLater();
      return; // it stays in the outbox, and is sent again
    }
    if (nack.nack) this.outbox.settle(nack.nack);
    this.refused = nack;
  }

  private send(commands: readonly Command[]): void {
    if (!commands.length) return;
    const overStream = commands.every((c) => this.stream.send(JSON.stringify(c)));
    if (!overStream && this.stream.connected()) void this.post(commands);
    this.resendLater();
  }

  /** An answer may be lost where the link is not: what is still unanswered is sent again. */
  private resendLater(): void {
    this.clock.clearTimer(this.resendTimer);
    this.resendTimer = this.clock.setTimer(() => this.send(this.outbox.commands), RESEND_MS);
  }

  private async post(commands: readonly Command[]): Promise<void> {
    if (this.posting) return;
    this.posting = true;
    try {
      const body = JSON.stringify(commands);
      this.bytes += body.length;
      const response = await fetch(`/api/rooms/${this.place.room}/commands${this.query}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body,
      });
      if (!response.ok) return;
      const text = await response.text();
      this.bytes += text.length;
      for (const answer of JSON.parse(text) as unknown[]) this.take(read(JSON.stringify(answer)));
    } catch {
      // the link is down: the outbox keeps them
    } finally {
      this.posting = false;
    }
  }
}
