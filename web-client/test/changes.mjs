// The pinned @codemirror/state as an oracle for change sets, for the server's tests. Each line of the standard input is a
// list of cases [[text, a, b, next, before, place], …], where a and b change text and next changes what a makes of it. The
// answer is a line with a list of what the library makes of each: a over b, b over a, a and next in one, a inverted, what a
// makes of text, and where a puts place (staying before, staying after).

import { ChangeSet, Text } from "@codemirror/state";
import { createInterface } from "node:readline";

const lines = (text) => text.toString();

function answer([text, aJson, bJson, nextJson, before, place]) {
  const doc = Text.of(text.split("\n"));
  const [a, b, next] = [aJson, bJson, nextJson].map((json) => ChangeSet.fromJSON(json));
  return [
    a.map(b, before).toJSON(),
    b.map(a, !before).toJSON(),
    a.compose(next).toJSON(),
    a.invert(doc).toJSON(),
    lines(a.apply(doc)),
    a.mapPos(place, -1),
    a.mapPos(place, 1),
    a.toJSON(),
  ];
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(JSON.parse(line).map(answer)));
}
