// The lobby: asks every five seconds whether the door is open, and says only what is new. Without
// it the page is the same, and is fetched again as often.

const LOOK_MS = 5_000;

async function look(): Promise<void> {
  try {
    const answer = await fetch(location.href, { cache: "no-store", signal: AbortSignal.timeout(10_000) });
    const later = answer.status >= 500 || answer.status === 429;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!later && !page.getElementById("waiting")) {
      location.replace(answer.url);
      return;
    }
    const told = document.getElementById("told");
    const said = page.getElementById("told")?.textContent ?? "";
    if (!later && told && told.textContent !== said) told.textContent = said;
  } catch {
    // the link is cut; the door will be there later
  }
  setTimeout(() => void look(), LOOK_MS);
}

setTimeout(() => void look(), LOOK_MS);
