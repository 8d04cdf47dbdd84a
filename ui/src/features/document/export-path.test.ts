import { expect, test } from "vitest";
import { exportPath, fileName } from "$features/document/export-path";

test("the PDF stands beside the workspace, named after customer and plan", () => {
  expect(exportPath("/home/ana/work.cairn", "Nordwind AG", "FY27")).toBe(
    "/home/ana/Nordwind AG - FY27.pdf",
  );
  expect(exportPath("C:\\Work\\a.cairn", "Nordwind", "FY27")).toBe("C:\\Work\\Nordwind - FY27.pdf");
});

test("a name keeps every letter and loses what file systems refuse", () => {
  expect(fileName('株式会社北風: "A/B"?')).toBe("株式会社北風 A B");
  expect(fileName("..."), "nothing left needs a name all the same").toBe("plan");
  expect([...fileName("x".repeat(500))], "paths have an end").toHaveLength(80);
});
