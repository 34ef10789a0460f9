// Bundles the app into dist/: the app's script and style, and the scripts of the screen and the lobby, named by their hash, and a manifest.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { serverWords } from "./server-words.mjs";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

/** What is in the app's script beside our own; their licences go along with it. */
const LIBRARIES = ["preact", "@preact/signals", "@preact/signals-core"];
const banner = "/* With Preact and Preact Signals (MIT): see licences.txt beside this file in the product. */";

const hash = (text) => createHash("sha256").update(text).digest("hex").slice(0, 12);

const catalogues = {
  name: "catalogues",
  setup: (b) => b.onLoad({ filter: /messages\/\w+\.json$/ }, ({ path }) => {
    const words = Object.entries(JSON.parse(readFileSync(path, "utf8"))).filter(([key]) => !serverWords.test(key));
    return { contents: JSON.stringify(Object.fromEntries(words)), loader: "json" };
  }),
};

const bundle = async (entry, head = "") => {
  const built = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: ["es2020"],
    charset: "utf8",
    legalComments: "none",
    banner: { js: head },
    plugins: [catalogues],
  });
  return built.outputFiles[0].text;
};
const script = await bundle("src/main.ts", banner);
const screen = await bundle("src/screen.ts");
const wait = await bundle("src/wait.ts");
const style = readFileSync("src/style.css", "utf8").replace(/\/\*[\s\S]*?\*\//g, "").replace(/\s+/g, " ");

/** What a first visit loads, compressed as the server does it: script, style, and the page around them. */
const FIRST_LOAD_MAX = 45_000;
const PAGE = 1_000;
const load = gzipSync(script).length + gzipSync(style).length + PAGE;
if (load > FIRST_LOAD_MAX) throw new Error(`a first load of ${load} bytes: more than ${FIRST_LOAD_MAX}`);
console.log(`a first load is ${load} bytes`);

rmSync("dist", { recursive: true, force: true });
mkdirSync("dist");
const scriptName = `app-${hash(script)}.js`;
const styleName = `app-${hash(style)}.css`;
const screenName = `screen-${hash(screen)}.js`;
const waitName = `wait-${hash(wait)}.js`;
writeFileSync(`dist/${scriptName}`, script);
writeFileSync(`dist/${screenName}`, screen);
writeFileSync(`dist/${waitName}`, wait);
writeFileSync(`dist/${styleName}`, style);
const licences = LIBRARIES.map((name) => `${name}\n\n${readFileSync(`node_modules/${name}/LICENSE`, "utf8")}`);
writeFileSync("dist/licences.txt", licences.join("\n\n"));
writeFileSync("dist/manifest.txt", `${scriptName}\n${styleName}\n${screenName}\n${waitName}\n`);
