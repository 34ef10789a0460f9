import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** Licences of what builds and tests the web client; none of it is in the product. */
const FITTING = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MPL-2.0"];

type Package = { license?: string; resolved?: string };

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const lock: Record<string, Package> = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;

describe("what the web client is built with", () => {
  it("has licences that fit", () => {
    const tools = Object.entries(lock).filter(([path]) => path !== "");
    expect(tools.length).toBeGreaterThan(3);
    for (const [path, tool] of tools) expect(FITTING, path).toContain(tool.license);
  });

  it("is needed to build alone: nothing of it reaches a browser", () => {
    expect(manifest.dependencies ?? {}).toEqual({});
  });

  it("names no host from which it was fetched", () => {
    for (const [path, tool] of Object.entries(lock)) expect(tool.resolved, path).toBeUndefined();
  });
});
