// What the app knows, in signals, so that what is drawn follows; and what it does when something comes in or somebody presses a button.

import { batch, computed, signal } from "@preact/signals";
import type { Floor } from "./fold/floor";
import { type Known, linkClosed, STRANGER, take } from "./fold/known";
import type { Meeting } from "./fold/meeting";
import { greeted, NOTHING_OWN, type Own, upvoted, voted, wanted } from "./fold/own";
import { acquainted, chairs, presides, type Room } from "./fold/room";
import { type Clock, systemClock } from "./link/backoff";
import type { CarrierName } from "./link/carriers";
import { Link, type LinkState } from "./link/link";
import { deviceShelf, noShelf, Outbox } from "./link/outbox";
import { type Listed, NOBODY_LISTED, PeopleList } from "./link/people";
import { ServerTime } from "./link/server-time";
import { type BallotJson, type Command, type Hello, type Message, type Nack, read } from "./link/wire";

export interface Place {
  room: string;
  seat: string;
  onRecord: boolean;
  as: string;
  carrier: CarrierName;
}

/** The part of a long list that is drawn: what is looked for, and how many come before. */
export interface Window {
  readonly wanted: string;
  readonly after: number;
}

const FROM_THE_FIRST: Window = { wanted: "", after: 0 };

/** The room's own page knows where to, or what to wait for. */
const ELSEWHERE = /^(MOVED|SWITCHED|IN_LOBBY|PUBLIC_CUT|DAMAGED)\b/;
const RESEND_MS = 4_000;

export class App {
  private readonly known = signal<Known>(STRANGER);
  private readonly mine = signal<Own>(NOTHING_OWN);
  private readonly linked = signal<{ state: LinkState; carrier: CarrierName; reason: string }>({ state: "connecting", carrier: "websocket", reason: "" });
  private readonly carried = signal(0);
  private readonly refusal = signal<Nack | null>(null);
  private readonly forgotten = signal(false);
  private readonly sending = signal<readonly Command[]>([]);
  private readonly ticks = signal(0);

  private readonly list = signal<Listed>(NOBODY_LISTED);
  private readonly opened = signal(false);
  private readonly windows = signal<ReadonlyMap<string, Window>>(new Map());

  private readonly ofTold = computed(() => this.known.value.room);
  private readonly ofRoom = computed(() => this.ofTold.value && acquainted(this.ofTold.value, this.me, this.list.value.people));
  private readonly ofFloor = computed(() => this.known.value.room!.floor);
  private readonly ofMeeting = computed(() => this.known.value.room!.meeting);
  private readonly ofMe = computed(() => this.known.value.me);
  private readonly asChair = computed(() => Boolean(this.room && this.me && presides(this.room, this.me.seat)));

  private readonly people: PeopleList;
  private readonly outbox: Outbox;
  private readonly stream: Link;
  /** Where the room is, and which of this browser's seats. */
  readonly address: string;
  readonly roomId: string;
  readonly query: string;
  /** What this seat is called. */
  private name: string | null = null;
  private posting = false;
  private resendTimer = 0;
  private readonly time = new ServerTime();

  constructor(
    private readonly place: Place,
    private readonly clock: Clock = systemClock,
  ) {
    const device = deviceShelf(`palabre:${place.room}:${place.seat}`);
    if (!place.onRecord) device.save([]); // what was kept here is of before
    const shelf = place.onRecord ? device : noShelf;
    this.outbox = new Outbox(shelf, (commands) => (this.sending.value = commands));
    this.sending.value = this.outbox.commands;
    this.roomId = place.room;
    this.address = `/r/${place.room}`;
    this.query = place.as ? `?as=${place.as}` : "";
    this.people = new PeopleList(`/api/rooms/${place.room}/people`, this.query, clock, (listed, bytes) => {
      this.list.value = listed;
      this.count(bytes);
    });
    this.stream = new Link(
      `/api/rooms/${place.room}/live${this.query}`,
      {
        message: (m) => this.take(m),
        state: (state, carrier, reason) => {
          if (ELSEWHERE.test(reason)) location.replace(this.address + this.query);
          this.linked.value = { state, carrier, reason };
        },
        bytes: (n) => this.count(n),
      },
      clock,
      place.carrier,
    );
  }

  /** The room; null before it was told. */
  get room(): Room | null {
    return this.ofRoom.value;
  }

  /** Only once the room is known. */
  get floor(): Floor {
    return this.ofFloor.value;
  }

  /** Only once the room is known. */
  get meeting(): Meeting {
    return this.ofMeeting.value;
  }

  get me(): Hello | null {
    return this.ofMe.value;
  }

  get figures(): Known["figures"] {
    return this.known.value.figures;
  }

  get standing(): Known["standing"] {
    return this.known.value.standing;
  }

  get ups(): Known["ups"] {
    return this.known.value.ups;
  }

  get here(): number {
    return this.known.value.here;
  }

  get own(): Own {
    return this.mine.value;
  }

  get link(): LinkState {
    return this.linked.value.state;
  }

  get carrier(): CarrierName {
    return this.linked.value.carrier;
  }

  /** Why the link ended. */
  get reason(): string {
    return this.linked.value.reason;
  }

  /** How many bytes went over the link. */
  get bytes(): number {
    return this.carried.value;
  }

  get refused(): Nack | null {
    return this.refusal.value;
  }

  /** Whether the room began anew without what was said before. */
  get lost(): boolean {
    return this.forgotten.value;
  }

  /** How many commands are not answered yet. */
  get unsent(): number {
    return this.sending.value.length;
  }

  /** Whether such a command is not answered yet. */
  sends(name: string): boolean {
    return this.sending.value.some((c) => c.do === name);
  }

  /** The page of the list of people that was asked for last. */
  get listed(): Listed {
    return this.list.value;
  }

  /** Whether the list of people is shown: to who opened it, and to whom others are chosen from it. */
  get lists(): boolean {
    const { me, room } = this.known.value;
    const speaks = Boolean(me?.team) && room?.floor.holder?.seat === me?.seat;
    return this.opened.value || Boolean(me && (chairs(me.role) || me.role === "steward" || speaks || this.own.card));
  }

  /** Whether this page's seat may act as chair now. */
  get presides(): boolean {
    return this.asChair.value;
  }

  /** The server's clock, in milliseconds. What is drawn by it is drawn again at each tick. */
  now(): number {
    void this.ticks.value;
    return this.time.now();
  }

  tick(): void {
    this.ticks.value++;
  }

  start(): void {
    this.stream.start();
  }

  /** Asks the server for something; it is sent until it is answered. */
  act(name: string, fields: Record<string, unknown> = {}): void {
    this.refusal.value = null;
    const command = this.outbox.add({ do: name, ...fields });
    this.send([command]);
  }

  vote(poll: number, ballot: BallotJson): void {
    this.mine.value = voted(this.mine.value, poll, ballot);
    this.act("poll.vote", { poll, ...ballot });
  }

  upvote(question: number): void {
    this.mine.value = upvoted(this.mine.value, question);
    this.act("question.up", { question });
  }

  writeCard(card: string): void {
    this.mine.value = { ...this.mine.value, card };
    this.act("contact.card", { card });
  }

  want(seat: string, wants: boolean): void {
    this.mine.value = wanted(this.mine.value, seat, wants);
    this.act(wants ? "contact.want" : "contact.unwant", { seat });
  }

  /** Opens the list of people, or looks for somebody in it. */
  find(search: string, after = 0): void {
    this.opened.value = true;
    this.people.find(search, after);
    this.people.want(this.lists);
  }

  /** Which part of a list is drawn. */
  windowOf(list: string): Window {
    return this.windows.value.get(list) ?? FROM_THE_FIRST;
  }

  /** Looks for somebody, or something, in a list, or further on in it. */
  look(list: string, wanted: string, after = 0): void {
    this.windows.value = new Map(this.windows.value).set(list, { wanted, after: Math.max(0, after) });
  }

  private take(message: Message): void {
    batch(() => {
      if (message.kind === "hello" && !this.greeted(message.hello)) return;
      if (message.kind === "frame") {
        if (message.frame.at !== undefined) this.time.happened(message.frame.at);
        if (message.frame.beat !== undefined) this.time.beat(message.frame.beat);
      }
      this.known.value = take(this.known.value, message);
      if (PeopleList.mayChange(message)) this.people.touched();
      this.people.want(this.lists);
      if (message.kind === "ack") this.acked(message.ack.ack);
      if (message.kind === "nack") this.nacked(message.nack);
    });
  }

  /** Whether this is the room that this page is about. */
  private greeted(hello: Hello): boolean {
    if (hello.durable !== this.place.onRecord) {
      // the room went on or off the record behind this page: nothing of before goes there
      this.outbox.drop();
      location.replace(this.address + this.query);
      return false;
    }
    this.time.set(hello.time);
    const before = this.name;
    this.name = hello.name;
    if (!hello.durable && !hello.recovered) {
      this.forgotten.value = true;
      this.outbox.drop();
      if (before !== null && before !== hello.name) this.act("seat.rename", { name: before });
    }
    this.send(this.outbox.commands);
    this.mine.value = greeted(this.mine.value, hello.mine, (c) => this.sends(c));
    return true;
  }

  private acked(id: string): void {
    const done = this.outbox.settle(id);
    if (done?.do === "seat.rename") this.name = String(done.name);
    if (done?.do === "link.close") this.known.value = linkClosed(this.known.value, String(done.link));
  }

  private nacked(nack: Nack): void {
    if (nack.temporary && nack.code !== "LIST_CLOSED" && nack.code !== "NOBODY_WAITING") {
      this.resendLater(); // it stays in the outbox, and is sent again
    } else if (nack.nack) {
      this.outbox.settle(nack.nack);
    }
    this.refusal.value = nack;
  }

  private count(bytes: number): void {
    this.carried.value += bytes;
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
      this.count(body.length);
      const response = await fetch(`/api/rooms/${this.place.room}/commands${this.query}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body,
      });
      if (!response.ok) return;
      const text = await response.text();
      this.count(text.length);
      for (const answer of JSON.parse(text) as unknown[]) this.take(read(JSON.stringify(answer)));
    } catch {
      // the link is down: the outbox keeps them
    } finally {
      this.posting = false;
    }
  }
}
