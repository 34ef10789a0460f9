// The big screen: asks every second whether something has changed, and counts the clock on. Without
// it the page is the same, and is fetched again every five seconds.

import { duration } from "./view/time";

const POLL_MS = 1_000;
const CLOCK_MS = 250;

let tag = "";
let shownAt = performance.now();

function count(): void {
  for (const clock of document.querySelectorAll<HTMLElement>("[data-ms]")) {
    const each = Number(clock.dataset.each);
    const started = Number(clock.dataset.ms);
    const now = started + ((performance.now() - shownAt) / 1_000) * each;
    if (started >= 0 && now < 0) tag = ""; // it runs over: other words
    const text = duration(now);
    if (clock.textContent !== text) clock.textContent = text;
  }
}

async function look(): Promise<void> {
  try {
    const answer = await fetch(location.href, {
      cache: "no-store",
      headers: tag ? { "If-None-Match": tag } : {},
      signal: AbortSignal.timeout(10_000),
    });
    if (answer.status >= 500 || answer.status === 429) throw new Error(String(answer.status));
    if (answer.status !== 304) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const main = page.querySelector("main");
      if (main) document.querySelector("main")?.replaceWith(main);
      document.title = page.title;
      tag = answer.headers.get("ETag") ?? "";
      shownAt = performance.now();
    }
    document.body.classList.remove("cut");
  } catch {
    document.body.classList.add("cut");
  }
  count();
  setTimeout(() => void look(), POLL_MS);
}

setInterval(count, CLOCK_MS);
setTimeout(() => void look(), POLL_MS);
