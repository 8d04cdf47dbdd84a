// @vitest-environment node
// Nothing imports in a circle: no file, and no folder of features. What only names a type counts as well: whoever reads
// one of the two has to read the other.
import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";

type Graph = Map<string, Set<string>>;

const files = new Set(
  readdirSync("src", { recursive: true, encoding: "utf8" })
    .map((file) => `src/${file.replaceAll("\\", "/")}`)
    .filter((file) => /\.(ts|svelte)$/.test(file) && !file.startsWith("src/lib/paraglide/")),
);

/** The parts of a file that hold code. */
const codeOf = (file: string, source: string): string =>
  file.endsWith(".svelte")
    ? [...source.matchAll(/<script\b[^>]*>([^]*?)<\/script>/g)].map(([, code]) => code).join("\n")
    : source;

/** The file that `name` leads to; undefined for a package, for what is generated, and for styles. */
function fileNamed(name: string): string | undefined {
  const path = name === "$host" ? "src/lib/host/index" : name.replace(/^\$(?=\w+\/)/, "src/");
  return [path, `${path}.ts`].find((one) => files.has(one));
}

/** Who imports whom. */
function importsOf(sources: Iterable<string>): Graph {
  const graph: Graph = new Map();
  for (const file of sources) {
    const code = codeOf(file, readFileSync(file, "utf8"));
    const named = ts.preProcessFile(code, true, true).importedFiles;
    graph.set(file, new Set(named.flatMap(({ fileName }) => fileNamed(fileName) ?? [])));
  }
  return graph;
}

/** The folder of features that a file is in. */
const featureOf = (file: string) => /^src\/features\/([^/]+)\//.exec(file)?.[1];

/** Which folder of features imports which others. */
function featuresOf(graph: Graph): Graph {
  const features: Graph = new Map();
  for (const [file, imported] of graph) {
    const own = featureOf(file);
    if (own === undefined) continue;
    const others = features.get(own) ?? new Set<string>();
    features.set(own, others);
    for (const feature of [...imported].map(featureOf))
      if (feature !== undefined && feature !== own) others.add(feature);
  }
  return features;
}

/** A way that leads back to where it began, or null. */
function circle(graph: Graph): string[] | null {
  const done = new Set<string>();
  const way: string[] = [];
  const follow = (from: string): string[] | null => {
    if (way.includes(from)) return [...way.slice(way.indexOf(from)), from];
    if (done.has(from)) return null;
    way.push(from);
    for (const to of graph.get(from) ?? []) {
      const found = follow(to);
      if (found) return found;
    }
    way.pop();
    done.add(from);
    return null;
  };
  for (const from of graph.keys()) {
    const found = follow(from);
    if (found) return found;
  }
  return null;
}

const graph = importsOf(files);

test("no file imports in a circle", () => {
  expect([...graph.values()].reduce((sum, { size }) => sum + size, 0)).toBeGreaterThan(2000);
  expect(circle(graph)).toBeNull();
});

test("no folder of features imports in a circle", () => {
  const features = featuresOf(graph);
  expect(features.get("plans"), "they are found").toContain("people");
  expect(circle(features)).toBeNull();
});

test("a circle is found, of whatever length", () => {
  const of = (ways: Record<string, string[]>): Graph =>
    new Map(Object.entries(ways).map(([from, to]) => [from, new Set(to)]));
  expect(circle(of({ a: ["b", "c"], b: ["c"], c: [] }))).toBeNull();
  expect(circle(of({ a: ["a"] }))).toEqual(["a", "a"]);
  expect(circle(of({ a: ["b"], b: ["c"], c: ["d"], d: ["b"] }))).toEqual(["b", "c", "d", "b"]);
});
