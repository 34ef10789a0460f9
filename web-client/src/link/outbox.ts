// Commands that are not confirmed yet. On the record they survive a reload and a closed tab; off the
// record nothing is kept on the device.

import type { Command } from "./wire";

export interface Shelf {
  load(): Command[];
  save(commands: readonly Command[]): void;
}

export const noShelf: Shelf = { load: () => [], save: () => {} };

export function deviceShelf(key: string): Shelf {
  return {
    load: () => {
      try {
        return JSON.parse(localStorage.getItem(key) ?? "[]") as Command[];
      } catch {
        return [];
      }
    },
    save: (commands) => {
      try {
        if (commands.length) localStorage.setItem(key, JSON.stringify(commands));
        else localStorage.removeItem(key);
      } catch {
        // a full or forbidden store: the commands stay in memory
      }
    },
  };
}

/** An id that no other command of this seat will have. */
export function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(15));
  return Array.from(bytes, (b) => (b % 32).toString(32)).join("");
}

export class Outbox {
  private waiting: Command[];

  constructor(
    private readonly shelf: Shelf,
    private readonly changed: (commands: readonly Command[]) => void,
  ) {
    this.waiting = shelf.load();
  }

  get commands(): readonly Command[] {
    return this.waiting;
  }

  add(body: Omit<Command, "id">): Command {
    const command = { id: freshId(), ...body } as Command;
    this.replace([...this.waiting, command]);
    return command;
  }

  /** Answered, for better or worse. */
  settle(id: string): Command | undefined {
    const found = this.waiting.find((c) => c.id === id);
    if (found) this.replace(this.waiting.filter((c) => c !== found));
    return found;
  }

  /** What was not sent belongs to a room that is no more. */
  drop(): void {
    this.replace([]);
  }

  private replace(commands: Command[]): void {
    this.waiting = commands;
    this.shelf.save(commands);
    this.changed(commands);
  }
}
