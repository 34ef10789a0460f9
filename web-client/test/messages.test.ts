import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { serverWords } from "../server-words.mjs";
import { describe, expect, it } from "vitest";

type Catalogue = Record<string, string>;
const dir = "messages";
const catalogues = Object.fromEntries(
  readdirSync(dir).map((f) => [f.replace(".json", ""), JSON.parse(readFileSync(join(dir, f), "utf8")) as Catalogue]),
);
const english = catalogues.en!;

function sources(root: string, ending: string): string[] {
  return readdirSync(root).flatMap((name) => {
    const path = join(root, name);
    if (statSync(path).isDirectory()) return sources(path, ending);
    return path.endsWith(ending) ? [readFileSync(path, "utf8")] : [];
  });
}

/** The keys that the app and the text page name literally. */
function usedKeys(): Set<string> {
  const used = new Set<string>();
  const names = /\b(?:t|text|act|button)\([^()]*?"((?:[a-z]+)\.[A-Za-z]+)"/g;
  for (const source of [...sources("src", ".ts"), ...sources("../server/src/main/java", ".java")]) {
    for (const m of source.matchAll(names)) used.add(m[1]!);
  }
  return used;
}

describe("catalogues", () => {
  it("have the same keys in every language", () => {
    for (const [language, catalogue] of Object.entries(catalogues)) {
      expect(Object.keys(catalogue).sort(), language).toEqual(Object.keys(english).sort());
    }
  });

  it("have the same placeholders in every language", () => {
    const holes = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const [language, catalogue] of Object.entries(catalogues)) {
      for (const [key, text] of Object.entries(catalogue)) {
        expect(holes(text), `${language} ${key}`).toEqual(holes(english[key]!));
      }
    }
  });

  it("have every key that the app and the text page use", () => {
    const wire =
      /^(floor|rules|list|seat|turn|budget|item|chair|screen|agenda|result|results|next|session|poll|question|contact|lobby|mode|public|groups|people|link)\.(request|accept|release|grant|deny|revoke|skip|next|open|close|leave|rename|role|remove|move|change|requeue|handover|queue|tour|policy|lock|unlock|pause|resume|extend|give|start|take|declare|show|begin|add|end|note|none|set|approve|vote|put|up|publish|answer|dismiss|card|want|unwant|admit|all|tell|propose|agree|drop|insist|view|call)$/;
    const missing = [...usedKeys()].filter((k) => !(k in english) && !wire.test(k));
    expect(usedKeys().size).toBeGreaterThan(40);
    expect(missing).toEqual([]);
  });

  it("leave out of the app nothing that the app says", () => {
    const said = sources("src", ".ts").flatMap((s) => [...s.matchAll(/["`]([a-z]+\.[A-Za-z]+)["`]/g)].map((m) => m[1]!));
    expect(said.filter((key) => key in english && serverWords.test(key))).toEqual([]);
  });

  it("have words for every role and for every refusal that a person can meet", () => {
    for (const role of ["moderator", "deputy", "secretary", "captioner", "participant", "observer", "steward"]) {
      expect(english[`role.${role}`]).toBeTruthy();
    }
    const codes = readFileSync("../server/src/main/java/palabre/core/Code.java", "utf8");
    const state = [...codes.matchAll(/^ {4}([A-Z_]+)\((3\d\d|4\d\d),/gm)].map((m) => m[1]!);
    const organisers = ["UNKNOWN_LINK", "UNKNOWN_ROOM", "ROOM_EXISTS", "LINK_EXISTS"];
    expect(state.filter((c) => !organisers.includes(c) && !(`code.${c}` in english))).toEqual([]);
  });
});
