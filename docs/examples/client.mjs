// A whole client, written from PROTOCOL.md alone: follows a room by long poll, asks for the floor, and
// says when it has it. Node.js 20, no dependency.
//
//   node docs/examples/client.mjs http://127.0.0.1:8080 ROOM TOKEN [--once]

import { line, stranger, take } from "./fold.mjs";

const [base, room, token, mode] = process.argv.slice(2);
const headers = { Authorization: `Bearer ${token}` };
const known = stranger();

const name = (seat) => known.room.seats.find((s) => s.seat === seat)?.name ?? "?";

async function poll(wait) {
  const after = known.seq < 0 ? "" : `&after=${known.epoch}:${known.seq}&told=${known.told}&fold=${known.hello.fold}`;
  const response = await fetch(`${base}/api/rooms/${room}/live?wait=${wait}${after}`, {
    headers: { ...headers, Accept: "application/x-ndjson" },
  });
  if (!response.ok) throw new Error(JSON.parse(await response.text()).code);
  for (const text of (await response.text()).split("\n").filter(Boolean)) {
    if (take(known, JSON.parse(text)) === "gap") return;
  }
}

/** Sent again, unchanged, until it is answered. */
async function command(body) {
  const id = crypto.randomUUID();
  for (;;) {
    try {
      const response = await fetch(`${base}/api/rooms/${room}/commands`, {
        method: "POST",
        headers: { ...headers, "Content-Type": "application/json" },
        body: JSON.stringify({ id, ...body }),
      });
      const answer = await response.json();
      if (answer.ack || !answer.temporary) return answer;
    } catch {
      // the link is down
    }
    await new Promise((done) => setTimeout(done, 500 + Math.random() * 1_000));
  }
}

await poll(0);
console.log(`in the room: ${known.hello.counts.people} people`);
const asked = await command({ do: "floor.request", topic: "from a client of my own" });
console.log(asked.ack ? "asked" : `refused: ${asked.code}`);
for (;;) {
  await poll(25);
  const { holder } = known.room.floor;
  const waiting = line(known).map((r) => name(r.seat)).join(", ");
  console.log(`floor: ${holder ? name(holder.seat) : "free"}; waiting: ${waiting || "nobody"}`);
  if (mode === "--once" && holder?.seat === known.hello.seat) break;
}
