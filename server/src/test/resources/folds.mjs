// Holds the folds of many clients for tests. Each line of the standard input names one: with a line of its
// stream, which it takes in; without, what it knows is written as a line to the standard output.

import { createInterface } from "node:readline";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const { line, stranger, take } = await import(pathToFileURL(resolve(process.argv[2])));
const folds = new Map();

for await (const text of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(text);
  if (!folds.has(asked.fold)) folds.set(asked.fold, { ...stranger(), events: [], gaps: 0, had: 0 });
  const known = folds.get(asked.fold);
  if (asked.line) {
    const was = take(known, asked.line);
    if (was === "gap") known.gaps++;
    else if (was === "had") known.had += asked.line.ev ? 1 : 0;
    else if (asked.line.ev) known.events.push(was);
  } else {
    console.log(JSON.stringify({ ...known, line: known.room ? line(known) : [] }));
  }
}
