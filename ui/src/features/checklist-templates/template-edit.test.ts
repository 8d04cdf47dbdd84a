import type { TemplatePhase, TemplateStep } from "$lib/gen/wire";
import {
  addedStep,
  neighbourOf,
  keyFor,
  movedPhase,
  stepsOf,
  withoutPhase,
  withoutStep,
} from "$features/checklist-templates/template-edit";
import { movedStep, parentsFor, withParent } from "$features/checklist-templates/template-outline";
import { describe, expect, it } from "vitest";

const step = (
  key: string,
  from: string,
  offset_days: number,
  parent = "",
  calendar: TemplateStep["calendar"] = "working",
): TemplateStep => ({ key, title: key, from, offset_days, parent, calendar }) as TemplateStep;
const phases: TemplatePhase[] = [
  {
    title: "One",
    gate: "",
    steps: [
      step("a", "anchor:contract", 2),
      step("b", "done:a", 3, "a"),
      step("c", "due:b", 1, "b"),
    ],
  },
  { title: "Two", gate: "", steps: [step("d", "anchor:contract", 9)] },
];
const keys = (of: TemplatePhase[]) => of.map(({ steps }) => steps.map(({ key }) => key).join(""));

/** Phases out of `a b<a c`: keys in order, each with what it stands under. */
const outline = (...texts: string[]): TemplatePhase[] =>
  texts.map((text) => ({
    title: text,
    gate: "",
    steps: text
      .split(" ")
      .filter(Boolean)
      .map((word) => {
        const [key = "", parent = ""] = word.split("<");
        return step(key, "anchor:contract", 0, parent);
      }),
  }));
/** The same back. */
const drawn = (of: TemplatePhase[]) =>
  of.map(({ steps }) =>
    steps.map(({ key, parent }) => (parent ? `${key}<${parent}` : key)).join(" "),
  );

it("a step that goes leaves what hangs on it where it was", () => {
  const [, c] = stepsOf(withoutStep(phases, "b"));
  expect(c).toMatchObject({ key: "c", from: "done:a", offset_days: 4, parent: "a" });
});

describe("a step that goes", () => {
  /** What is left of `c`, which counted from `b`, which counted from `a`. */
  const left = (b: TemplateStep, c: TemplateStep) =>
    stepsOf(
      withoutStep([{ title: "", gate: "", steps: [step("a", "anchor:contract", 0), b, c] }], "b"),
    ).at(-1);

  it("adds its days where both count the same ones", () => {
    const b = step("b", "done:a", 3, "", "calendar");
    expect(left(b, step("c", "due:b", -5, "", "calendar"))).toMatchObject({
      from: "done:a",
      offset_days: -2,
      calendar: "calendar",
    });
  });
  it("is counted in the days of what counted from it where that is the longer way", () => {
    const b = step("b", "due:a", 6, "", "working");
    expect(left(b, step("c", "due:b", 14, "", "calendar")), "six working days are eight").toEqual(
      step("c", "due:a", 22, "", "calendar"),
    );
    const back = step("b", "due:a", -6, "", "calendar");
    expect(left(back, step("c", "done:b", 6)), "towards nothing, not down").toEqual(
      step("c", "due:a", 2),
    );
  });
  it("is the shorter way also beside a longer one backwards", () => {
    expect(left(step("b", "due:a", 3), step("c", "due:b", -10, "", "calendar"))).toEqual(
      step("c", "due:a", -6, "", "calendar"),
    );
  });
  it("gives its own days where it was the longer way", () => {
    const b = step("b", "done:a", 10, "", "working");
    expect(left(b, step("c", "due:b", 3, "", "calendar"))).toEqual(step("c", "done:a", 12));
    const far = step("b", "done:a", 30, "", "calendar");
    expect(left(far, step("c", "due:b", -3))).toEqual(step("c", "done:a", 26, "", "calendar"));
  });
  it("takes an anchor of the same name for no step", () => {
    const c = step("c", "anchor:b", 3);
    expect(left(step("b", "done:a", 10), c)).toBe(c);
  });
  it("leaves what stood under it one less deep, under what it stood under", () => {
    const tree = outline("a b<a c<b d<c e<b f<a g");
    expect(drawn(withoutStep(tree, "b"))).toEqual(["a c<a d<c e<a f<a g"]);
    expect(drawn(withoutStep(tree, "a"))).toEqual(["b c<b d<c e<b f g"]);
  });
  it("hands the focus to the one after it, and the last one to the one before", () => {
    const two = outline("a b<a", "", "c");
    expect(["a", "b", "c"].map((key) => neighbourOf(two, key)?.key)).toEqual(["b", "c", "b"]);
    expect(neighbourOf(outline("a"), "a")).toBeUndefined();
  });
});

describe("a step moved by a key", () => {
  const nested = outline("a b<a c", "d");
  const down = (of: TemplatePhase[], key: string) => drawn(movedStep(of, key, "down"));
  const up = (of: TemplatePhase[], key: string) => drawn(movedStep(of, key, "up"));

  it("takes what stands under it along", () => {
    expect(down(nested, "a")).toEqual(["c a b<a", "d"]);
    expect(up(outline("c a b<a x<b", "d"), "a")).toEqual(["a b<a x<b c", "d"]);
  });
  it("goes past a neighbour with all that stands under that, never in between", () => {
    expect(up(nested, "c")).toEqual(["c a b<a", "d"]);
    expect(down(outline("c a b<a x<b d"), "c")).toEqual(["a b<a x<b c d"]);
    expect(down(outline("p a<p b<p x<b"), "a")).toEqual(["p b<p x<b a<p"]);
  });
  it("changes places with a neighbour under the same step", () => {
    expect(down(outline("p a<p x<a b<p"), "a")).toEqual(["p b<p a<p x<a"]);
    expect(up(outline("p a<p x<a b<p"), "b")).toEqual(["p b<p a<p x<a"]);
  });
  it("goes out of what it stood under and into the next one, first there, and back as the last", () => {
    const last = outline("p a<p b<p x<b q y<q");
    expect(down(last, "b")).toEqual(["p a<p q b<q x<b y<q"]);
    expect(up(outline("p a<p q b<q x<b y<q"), "b")).toEqual(drawn(last));
    expect(down(outline("p a<p b<a q"), "b"), "only one deeper than what it follows").toEqual([
      "p a<p q b<q",
    ]);
  });
  it("goes in front of what it stood under where nothing is before that", () => {
    expect(up(nested, "b")).toEqual(["b a c", "d"]);
    expect(up(outline("a b<a x<b c<a"), "b")).toEqual(["b x<b a c<a"]);
  });
  it("goes on through the phases, to the top there, and stays at the ends", () => {
    expect(down(outline("a b<a x<b", "d e<d"), "b")).toEqual(["a", "b x<b d e<d"]);
    expect(down(outline("a b<a", "d"), "a")).toEqual(["", "a b<a d"]);
    expect(up(outline("a b<a", "d e<d f"), "d")).toEqual(["a b<a d e<d", "f"]);
    expect(up(outline("", "d e<d"), "d")).toEqual(["d e<d", ""]);
    expect(movedStep(nested, "a", "up")).toBe(nested);
    expect(movedStep(nested, "d", "down")).toBe(nested);
  });
});

describe("what a step stands under", () => {
  const parents = (of: TemplatePhase[], key: string) => parentsFor(of, key).map((one) => one.key);
  const tree = outline("a b<a c<b d<a e", "f g");

  it("is the step right above it or what that stands under, as the core has it", () => {
    expect(parents(tree, "e")).toEqual(["a", "d"]);
    expect(parents(tree, "d")).toEqual(["a", "b", "c"]);
    expect(parents(tree, "b"), "nothing of its own").toEqual(["a"]);
    expect(parents(tree, "a")).toEqual([]);
    expect(parents(tree, "f"), "nothing of another phase").toEqual([]);
  });
  it("is nothing that would put it, or what stands under it, too deep", () => {
    expect(parents(outline("a b<a c<b d<c e"), "e")).toEqual(["a", "b", "c"]);
    expect(parents(outline("a b<a c<b e x<e"), "e")).toEqual(["a", "b"]);
  });
  it("is changed with all that stands under it", () => {
    const two = outline("a b<a e x<e y<x f");
    expect(drawn(withParent(two, "e", "a"))).toEqual(["a b<a e<a x<e y<x f"]);
    expect(drawn(withParent(outline("a b<a e<b x<e y<e f"), "e", ""))).toEqual([
      "a b<a e x<e y<e f",
    ]);
  });
  it("takes over what follows it as deep as that was, as an outline does", () => {
    expect(drawn(withParent(outline("a b<a c<a"), "b", ""))).toEqual(["a b c<b"]);
    expect(drawn(withParent(outline("a b<a x<b y<b z<y"), "x", ""))).toEqual(["a b<a x y<x z<y"]);
    expect(drawn(withParent(outline("a b<a x<b y<b z<b"), "x", "")), "side by side").toEqual([
      "a b<a x y<x z<x",
    ]);
  });
  it("stays where the core would refuse another", () => {
    expect(withParent(tree, "e", "b")).toBe(tree);
    expect(withParent(tree, "b", "c")).toBe(tree);
    expect(withParent(tree, "d", "a")).toBe(tree);
  });
});

/** Numbers from 0 up to `below`, the same ones for the same seed. */
function dice(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
/** The first step that the core would refuse (`check_parents`, and the depth of a step), if any. */
function refused(of: TemplatePhase[]): string | null {
  for (const { steps } of of) {
    let above: string[] = [];
    for (const { key, parent } of steps) {
      const depth = above.indexOf(parent);
      if (depth < 0 && parent) return key;
      above = parent ? above.slice(0, depth + 1) : [];
      if (above.length > 3) return key;
      above.push(key);
    }
  }
  return null;
}

it("the core takes the outline after whatever was done to it", () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const roll = dice(seed);
    let now = outline("a b<a c<b d<c e<a f g<f", "h i<h j<h k<j", "", "l m n<m o<n p<m q");
    expect(refused(now)).toBeNull();
    for (let turn = 0; turn < 60; turn += 1) {
      const all = stepsOf(now);
      const { key } = all[roll(all.length)] ?? { key: "" };
      const before = now;
      const said = () => `seed ${String(seed)}, turn ${String(turn)}, ${drawn(before).join(" | ")}`;
      const what = roll(20);
      if (what === 0 && all.length > 6) now = withoutStep(now, key);
      else if (what < 8) {
        const choices = ["", ...parentsFor(now, key).map((one) => one.key)];
        now = withParent(now, key, choices[roll(choices.length)] ?? "");
        expect(keys(now), said()).toEqual(keys(before));
      } else {
        now = movedStep(now, key, roll(2) === 0 ? "up" : "down");
        // A move is of one branch: everything else stands under what it stood under.
        const under = (of: TemplatePhase[]) =>
          stepsOf(of)
            .filter((one) => one.key !== key)
            .map((one) => `${one.key}<${one.parent}`)
            .sort();
        expect(under(now), said()).toEqual(under(before));
      }
      expect(refused(now), said()).toBeNull();
    }
  }
});
it("a phase moves with its steps, and stays where there is nowhere to go", () => {
  expect(keys(movedPhase(phases, 0, "down"))).toEqual(["d", "abc"]);
  expect(movedPhase(phases, 0, "up")).toBe(phases);
});
it("a phase that goes takes its steps, and what counted from them stays where it was", () => {
  const hung = [...phases, { title: "Three", gate: "", steps: [step("e", "done:b", 4)] }];
  const left = withoutPhase(hung, 0);
  expect(keys(left)).toEqual(["d", "e"]);
  expect(stepsOf(left)[1]).toMatchObject({ from: "anchor:contract", offset_days: 9 });
});
it("a phase that goes is counted through from the last step on, as the core does it", () => {
  const gone = ["a", "b"].map((key, at) =>
    step(key, at === 0 ? "anchor:contract" : "due:a", 1, "", "calendar"),
  );
  const hung = [
    { title: "One", gate: "", steps: gone },
    { title: "Two", gate: "", steps: [step("c", "due:b", 1)] },
  ];
  expect(stepsOf(withoutPhase(hung, 0)), "neither day before it makes a working day").toEqual([
    step("c", "anchor:contract", 1),
  ]);
});
it("a new step has a key of its own, whatever it is called", () => {
  expect(keyFor("A", phases)).toBe("a_2");
  expect(keyFor("日本", phases)).toBe("step");
  expect(stepsOf(addedStep(phases, 1, "Call Ana")).at(-1)).toMatchObject({
    key: "call_ana",
    from: "anchor:contract",
    offset_days: 9,
  });
});
