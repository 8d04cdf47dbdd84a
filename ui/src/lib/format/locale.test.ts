import { afterEach, expect, test, vi } from "vitest";
import { locale, setRegion } from "$lib/format/locale";

afterEach(() => {
  setRegion(null);
  vi.restoreAllMocks();
});

test("the reader's own country orders dates and numbers", () => {
  setRegion("DE");
  expect(locale()).toBe("en-DE");
});

test.each(["c", "", "C.UTF-8"])("a machine whose language is '%s' still starts", (language) => {
  vi.spyOn(navigator, "language", "get").mockReturnValue(language);
  expect(locale(), "plain English, and no empty window").toBe("en");
});

test("without a record, the machine's language says the country", () => {
  vi.spyOn(navigator, "language", "get").mockReturnValue("de-CH");
  expect(locale()).toBe("en-CH");
});
