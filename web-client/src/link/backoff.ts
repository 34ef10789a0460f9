// When to try again: full jitter (a random moment up to a bound that doubles), and at once when the
// network returns.

export interface Clock {
  now(): number;
  setTimer(run: () => void, ms: number): number;
  clearTimer(id: number): void;
  random(): number;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  setTimer: (run, ms) => setTimeout(run, ms) as unknown as number,
  clearTimer: (id) => clearTimeout(id),
  random: () => Math.random(),
};

const FIRST_MS = 500;
const LONGEST_MS = 20_000;

export class Backoff {
  private failures = 0;

  constructor(private readonly clock: Clock) {}

  /** How long to wait now; `hintMs` is the server's own word for how soon. */
  next(hintMs = 0): number {
    const bound = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.failures);
    this.failures++;
    return hintMs + this.clock.random() * Math.max(bound, hintMs);
  }

  reset(): void {
    this.failures = 0;
  }
}
