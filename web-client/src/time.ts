// Times of day and lengths of time.

export function clockTime(ms: number, language: string): string {
  return new Date(ms).toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });
}

/** A length of time without words: 1:40, or 1:02:05. */
export function duration(ms: number): string {
  const s = Math.floor(Math.abs(ms) / 1_000);
  const two = (n: number): string => String(n).padStart(2, "0");
  const rest = `${two(s % 60)}`;
  return s < 3_600 ? `${Math.floor(s / 60)}:${rest}` : `${Math.floor(s / 3_600)}:${two(Math.floor(s / 60) % 60)}:${rest}`;
}

/** A heartbeat may have been on its way for so long without the clock being wrong. */
const ON_ITS_WAY_MS = 2_000;

/** The server's clock in milliseconds, by this page's own running time, however wrong the device's. */
export class ServerTime {
  private ahead = 0;

  constructor(private readonly running: () => number = () => performance.now()) {}

  now(): number {
    return this.running() + this.ahead;
  }

  set(ms: number): void {
    this.ahead = ms - this.running();
  }

  /** Something happened then: it is no earlier now. */
  happened(ms: number): void {
    if (ms > this.now()) this.set(ms);
  }

  /** The server says that it is so late now: its clock may go slower than ours for a while. */
  beat(ms: number): void {
    if (ms > this.now() || this.now() - ms > ON_ITS_WAY_MS) this.set(ms);
  }
}
