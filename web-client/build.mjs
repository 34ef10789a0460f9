// Bundles the app into dist/: the app's script and style, and the scripts of the screen and the lobby, named by their hash, and a manifest.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { serverWords } from "./server-words.mjs";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

const hash = (text) => createHash("sha256").update(text).digest("hex").slice(0, 12);

const catalogues = {
  name: "catalogues",
  setup: (b) => b.onLoad({ filter: /messages\/\w+\.json$/ }, ({ path }) => {
    const words = Object.entries(JSON.parse(readFileSync(path, "utf8"))).filter(([key]) => !serverWords.test(key));
    return { contents: JSON.stringify(Object.fromEntries(words)), loader: "json" };
  }),
};

const bundle = async (entry) => {
  const built = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: ["es2020"],
    charset: "utf8",
    legalComments: "none",
    plugins: [catalogues],
  });
  return built.outputFiles[0].text;
};
const script = await bundle("src/main.ts");
const screen = await bundle("src/screen.ts");
const wait = await bundle("src/wait.ts");
const style = readFileSync("src/style.css", "utf8").replace(/\/\*[\s\S]*?\*\//g, "").replace(/\s+/g, " ");
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
writeFileSync("dist/manifest.txt", `${scriptName}\n${styleName}\n${screenName}\n${waitName}\n`);
