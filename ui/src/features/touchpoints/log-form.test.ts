import { noFindings } from "$features/touchpoints/kickoff-findings";
import { describe, expect, it } from "vitest";
import {
  newAction,
  emptyForm,
  isTyped,
  requestOf,
  restored,
  type LogForm,
} from "$features/touchpoints/log-form";

const TODAY = "2026-11-23";

describe("a form that is filled in for a touchpoint", () => {
  it("comes back as it was left, and keeps what it did not know yet", () => {
    const start = emptyForm(TODAY);
    const kept = { subject: "Call", actions: [{ title: "Send it" }] } as Partial<LogForm>;
    expect(restored(kept, start)).toEqual({
      ...start,
      subject: "Call",
      actions: [newAction("Send it")],
    });
  });

  it("takes along what is typed and no row yet, and who was there of ours", () => {
    const form = { ...emptyForm(TODAY), next: " Send it ", ours: "Mara, Tomke" };
    const asked = requestOf(form, { tool_stack: [] });
    expect(asked.actions).toEqual([{ title: "Send it", owner_side: "ours" }]);
    expect(asked.our_attendees).toEqual(["Mara", "Tomke"]);
    expect(asked.subject, "called by its type").toBe("Customer Call");
  });

  it("says of an action who does it and by when, where that was said", () => {
    const [mine, theirs] = [newAction("Send it"), newAction("Sign it")];
    const said = {
      ...theirs,
      owner_side: "customer" as const,
      owner: " Ines Falk ",
      due: "2026-12-01",
    };
    expect(
      requestOf({ ...emptyForm(TODAY), actions: [mine, said] }, { tool_stack: [] }).actions,
    ).toEqual([
      { title: "Send it", owner_side: "ours" },
      { title: "Sign it", owner_side: "customer", owner: "Ines Falk", due: "2026-12-01" },
    ]);
  });

  it("is worth keeping once something was typed, not for a picked type alone", () => {
    expect(isTyped(emptyForm(TODAY, "email"))).toBe(false);
    expect(isTyped({ ...emptyForm(TODAY), notes: " " })).toBe(false);
    expect(isTyped({ ...emptyForm(TODAY), notes: "Runners" })).toBe(true);
    const found = { ...noFindings(), hosting: "gitlab_com" as const };
    expect(isTyped({ ...emptyForm(TODAY, "kickoff"), found }), "also what was found out").toBe(
      true,
    );
    expect(isTyped({ ...emptyForm(TODAY), actions: [newAction("Send it")] })).toBe(true);
  });
});
