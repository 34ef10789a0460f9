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

/** One word for one thing: what stands here has another name for those who read it. */
const otherWords: Record<string, [RegExp, string][]> = {
  en: [
    [/\bin line\b|\bthe line\b|\bwaiting list\b|\bspeakers list\b|\b(open|close|lock) the list\b/i, "the queue"],
    [/\bpresid/i, "the chair, is chairing"],
    [/\blink (is |was )?lost\b|\bslow links?\b/i, "connection: a link is an address"],
    [/\b(come|comes|came|coming) in\b|\bthe door\b/i, "join"],
    [/\bseats?\b/i, "a person, or their place"],
    [/\bfloor is (paused|locked)\b|\block the floor\b/i, "the meeting is paused, the queue is locked"],
    [/\bbreakouts?\b/i, "groups"],
    [/\bletters?\b/i, "email"],
    [/\bcut the public\b|\bpublic screen\b/i, "the public view is on or off"],
    [/\banew\b|\bgood for nothing\b|\bby itself\b|\bwhereof\b/i, "plain words"],
  ],
  fr: [
    [/\bla liste\b|\bliste des orateurs\b|\borateurs?\b/i, "la file d’attente, la personne qui parle"],
    [/\bantichambre\b/i, "la salle d’attente"],
    [/\bliaisons?\b/i, "la connexion"],
    [/\bconsign[ée]/i, "avec procès-verbal"],
    [/hors procès-verbal/i, "sans procès-verbal"],
    [/\bsessions?\b/i, "la séance"],
    [/\bconsultations?\b/i, "le sondage"],
    [/\bsièges?\b/i, "la personne, sa place"],
    [/(^|[^ \u00a0\u202f])[;!?»]|[^ \u00a0\u202f\d]:(?!\/\/)/, "une espace devant ; : ! ? »"],
    [/'/, "l’apostrophe typographique"],
  ],
};

/** A moderator is somebody's role; who leads the meeting now is the chair. */
const aboutTheRole = /^(role\.moderator|code\.(NOT_OVER_MODERATOR|ONLY_INVITED_GIVES|LAST_CHAIR))$/;

describe("catalogues", () => {
  it("have one word for one thing", () => {
    const wrong = Object.entries(catalogues).flatMap(([language, catalogue]) =>
      Object.entries(catalogue).flatMap(([key, text]) => [
        ...otherWords[language]!.filter(([word]) => !key.endsWith(".agenda") && word.test(text)).map(([, say]) => `${language} ${key}: “${text}”; say: ${say}`),
        ...(language === "en" && /moderator/i.test(text) && !aboutTheRole.test(key) ? [`${key}: “${text}”; say: the chair`] : []),
      ]),
    );
    expect(wrong).toEqual([]);
  });

  it("are answered by the server in the same words", () => {
    const code = readFileSync("../server/src/main/java/palabre/core/Code.java", "utf8").replace(/"\s*\+\s*"/g, "");
    const said = [...code.matchAll(/^ {4}[A-Z_]+\(\s*\d+,\s*\w+,\s*"([^"]*)"/gm)].map((m) => m[1]!);
    expect(said.length).toBeGreaterThan(80);
    expect(said.filter((text) => otherWords.en!.some(([word]) => word.test(text)))).toEqual([]);
  });

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
