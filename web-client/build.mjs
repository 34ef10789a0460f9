// Bundles the app into dist/: one script and one style, named by their hash, and a manifest.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

const hash = (text) => createHash("sha256").update(text).digest("hex").slice(0, 12);

const bundled = await build({
  entryPoints: ["src/main.ts"],
  bundle: true,
  minify: true,
  write: false,
  format: "iife",
  target: ["es2020"],
  charset: "utf8",
  legalComments: "none",
});
const script = bundled.outputFiles[0].text;
const style = readFileSync("src/style.css", "utf8").replace(/\/\*[\s\S]*?\*\//g, "").replace(/\s+/g, " ");
rmSync("dist", { recursive: true, force: true });
mkdirSync("dist");
const scriptName = `app-${hash(script)}.js`;
const styleName = `app-${hash(style)}.css`;
writeFileSync(`dist/${scriptName}`, script);
writeFileSync(`dist/${styleName}`, style);
writeFileSync("dist/manifest.txt", `${scriptName}\n${styleName}\n`);
