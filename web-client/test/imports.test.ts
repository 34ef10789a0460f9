import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

/** What each folder may import, beside its own files; the files outside of any folder are named themselves. */
const MAY: Record<string, string[]> = {
  fold: ["link/wire"],
  link: [],
  app: ["fold", "link"],
  view: ["app", "fold", "link", "messages"],
  main: ["app", "view", "link"],
  screen: ["view/time"],
  wait: [],
};

function files(root: string): string[] {
  return readdirSync(root).flatMap((name) => {
    const path = join(root, name);
    return statSync(path).isDirectory() ? files(path) : /\.tsx?$/.test(name) ? [path] : [];
  });
}

const nameOf = (path: string): string => relative("src", path).replace(/\.tsx?$/, "").replace("../", "");

/** Which file imports which, types too; packages are left out. */
const imports = new Map(
  files("src").map((path) => {
    const from = [...readFileSync(path, "utf8").matchAll(/(?:from|import)\s*\(?"(\.[^"]*)"/g)];
    return [nameOf(path), from.map((m) => nameOf(join(dirname(path), m[1]!)))] as const;
  }),
);

/** A way from a file back to itself. */
function cycleOf(start: string): string[] | null {
  const seen = new Set<string>();
  const walk = (file: string, way: string[]): string[] | null => {
    for (const next of imports.get(file) ?? []) {
      if (next === start) return [...way, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = walk(next, [...way, next]);
      if (found) return found;
    }
    return null;
  };
  return walk(start, [start]);
}

describe("the layout", () => {
  it("has no cycle of imports", () => {
    expect(imports.size).toBeGreaterThan(30);
    for (const file of imports.keys()) expect(cycleOf(file), file).toBeNull();
  });

  it("leads from the view to the fold and the link, never back", () => {
    for (const [file, theirs] of imports) {
      const own = file.split("/")[0]!;
      const allowed = [own, ...(MAY[own] ?? [])];
      const others = theirs.filter((t) => !allowed.some((a) => t === a || t.startsWith(`${a}/`)));
      expect(others, file).toEqual([]);
    }
  });

  it("names every folder and every file outside of one", () => {
    const all = new Set([...imports.keys()].map((file) => file.split("/")[0]!));
    expect([...all].sort()).toEqual(Object.keys(MAY).sort());
  });
});
