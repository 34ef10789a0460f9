// A whole client, written from PROTOCOL.md alone: follows a room by long poll, asks for the floor, and
// says when it has it. Node.js 20, no dependency.
//
//   node docs/examples/client.mjs http://127.0.0.1:8080 ROOM TOKEN [--once]

const [base, room, token, mode] = process.argv.slice(2);
const headers = { Authorization: `Bearer ${token}` };
const state = { epoch: "", seq: -1, seat: "", seats: new Map(), holder: null, waiting: [] };

const find = (request) => state.waiting.find((r) => r.request === request);
const remove = (request) => {
  if (state.holder?.request === request) state.holder = null;
  state.waiting = state.waiting.filter((r) => r.request !== request);
};

/** The fold of PROTOCOL.md, as far as this client shows it. */
const fold = {
  "seat.joined": (e) => state.seats.set(e.seat, e.name),
  "seat.renamed": (e) => state.seats.set(e.seat, e.name),
  "seat.left": (e) => state.seats.delete(e.seat),
  "seat.removed": (e) => state.seats.delete(e.seat),
  "floor.requested": (e) => state.waiting.push({ request: e.request, seat: e.seat, topic: e.topic, state: "pending" }),
  "floor.accepted": (e) => (find(e.request).state = "accepted"),
  "floor.granted": (e) => {
    const r = find(e.request);
    remove(e.request);
    state.holder = { ...r, state: "granted" };
  },
  "floor.denied": (e) => remove(e.request),
  "floor.cancelled": (e) => remove(e.request),
  "floor.released": (e) => remove(e.request),
  "floor.revoked": (e) => remove(e.request),
};

function take(line) {
  const m = JSON.parse(line);
  if (m.hello) {
    if (m.epoch !== state.epoch || !m.recovered) state.seq = -1;
    state.epoch = m.epoch;
    state.seat = m.seat;
  } else if (m.snapshot) {
    state.seats = new Map(m.snapshot.seats.map((s) => [s.seat, s.name]));
    state.holder = m.snapshot.floor.holder;
    state.waiting = m.snapshot.floor.waiting;
    state.seq = m.seq;
  } else if (m.order) {
    const told = new Map(m.order.map((o, i) => [o.request, i]));
    const rank = (r) => told.get(r.request) ?? Infinity;
    state.waiting.sort((a, b) => rank(a) - rank(b) || a.request - b.request);
  } else if (m.prev !== undefined && m.seq > state.seq) {
    if (m.prev !== state.seq) throw new Error("something is missing: ask again");
    state.seq = m.seq;
    fold[m.ev]?.(m);
  }
}

async function poll(wait) {
  const after = state.seq < 0 ? "" : `&after=${state.epoch}:${state.seq}`;
  const response = await fetch(`${base}/api/rooms/${room}/live?wait=${wait}${after}`, {
    headers: { ...headers, Accept: "application/x-ndjson" },
  });
  if (!response.ok) throw new Error(JSON.parse(await response.text()).code);
  (await response.text()).split("\n").filter(Boolean).forEach(take);
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
console.log(`in the room: ${[...state.seats.values()].join(", ")}`);
const asked = await command({ do: "floor.request", topic: "from a client of my own" });
console.log(asked.ack ? "asked" : `refused: ${asked.code}`);
for (;;) {
  await poll(25);
  const line = state.waiting.map((r) => state.seats.get(r.seat) ?? "?").join(", ");
  console.log(`floor: ${state.holder ? state.seats.get(state.holder.seat) : "free"}; waiting: ${line || "nobody"}`);
  if (mode === "--once" && state.holder?.seat === state.seat) break;
}
