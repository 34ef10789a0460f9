// Holds the app's fold for many clients, for the server's tests. Each line of the standard input names one client: with
// a line of its stream, which is taken in; or with a snapshot, upon which what differs from it is written to the
// standard output, as a list of paths with both values.

import { build } from "esbuild";
import { createInterface } from "node:readline";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const built = await build({
  stdin: {
    contents: 'export { read } from "./src/link/wire"; export { STRANGER, take } from "./src/fold/known";',
    resolveDir: dirname(dirname(fileURLToPath(import.meta.url))),
  },
  bundle: true,
  write: false,
  format: "esm",
});
const { read, STRANGER, take } = await import(`data:text/javascript,${encodeURIComponent(built.outputFiles[0].text)}`);

/** What the app does not keep: it shows none of it. */
const LEFT_OUT = new Set(["meeting.questions[].seat"]);

/** Lists without an order. */
const SETS = new Set(["meeting.none", "doors.proposal.agreed"]);

/** Without what says nothing: what is left out of a snapshot is empty, 0 or false. */
function plain(value, path = "") {
  if (LEFT_OUT.has(path)) return undefined;
  if (value instanceof Map) return plain(Object.fromEntries(value), path);
  if (Array.isArray(value)) {
    const all = value.map((v) => plain(v, `${path}[]`));
    return all.length ? (SETS.has(path) ? all.sort() : all) : undefined;
  }
  if (value && typeof value === "object") {
    const entries = Object.entries(value).map(([k, v]) => [k, plain(v, path ? `${path}.${k}` : k)]);
    const said = entries.filter(([, v]) => v !== undefined);
    return said.length ? Object.fromEntries(said) : undefined;
  }
  return value || undefined;
}

function differences(a, b, path, found) {
  if (a && b && typeof a === "object" && typeof b === "object") {
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) differences(a[key], b[key], `${path}.${key}`, found);
  } else if (a !== b) {
    found.push(`${path}: folded ${JSON.stringify(a)}, sent ${JSON.stringify(b)}`);
  }
  return found;
}

const clients = new Map();

for await (const text of createInterface({ input: process.stdin })) {
  const { fold, line, snapshot } = JSON.parse(text);
  const known = clients.get(fold) ?? STRANGER;
  if (line) {
    clients.set(fold, take(known, read(JSON.stringify(line))));
  } else {
    const sent = take(STRANGER, { kind: "snapshot", room: snapshot, seq: 0 });
    console.log(JSON.stringify(differences(plain(known.room), plain(sent.room), "room", [])));
  }
}
