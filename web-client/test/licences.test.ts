import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** Licences of what builds and tests the web client; little of it is in the product. */
const FITTING = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MPL-2.0"];

/** What reaches a browser, see docs/decisions/0022-preact.md. */
const IN_THE_APP = ["preact", "@preact/signals", "@preact/signals-core"];

type Package = { license?: string; resolved?: string; dev?: boolean };

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const lock: Record<string, Package> = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
const packages = Object.entries(lock).filter(([path]) => path !== "");

describe("what the web client is built with", () => {
  it("has licences that fit", () => {
    expect(packages.length).toBeGreaterThan(3);
    for (const [path, tool] of packages) expect(FITTING, path).toContain(tool.license);
  });

  it("is needed to build alone, but for what draws the page, which is under the MIT licence", () => {
    const kept = packages.filter(([, p]) => !p.dev).map(([path]) => path.replace("node_modules/", ""));
    expect(kept.sort()).toEqual([...IN_THE_APP].sort());
    expect(Object.keys(manifest.dependencies).every((name) => IN_THE_APP.includes(name))).toBe(true);
    for (const name of IN_THE_APP) expect(lock[`node_modules/${name}`]?.license, name).toBe("MIT");
  });

  it("hands on the licences of what is in the app", () => {
    const build = readFileSync("build.mjs", "utf8");
    for (const name of IN_THE_APP) {
      expect(readFileSync(`node_modules/${name}/LICENSE`, "utf8")).toContain("Permission is hereby granted");
      expect(build).toContain(`"${name}"`);
    }
  });

  it("names no host from which it was fetched", () => {
    for (const [path, tool] of Object.entries(lock)) expect(tool.resolved, path).toBeUndefined();
  });
});
