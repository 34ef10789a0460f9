// The server's clock, as this page knows it.

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
