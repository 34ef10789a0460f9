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
