// How well a colour can be read on white paper (WCAG 2.2, relative luminance).

const channel = (value: number) => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

/** The contrast of `#rrggbb` on white, 1 to 21; null for text that is no colour. */
export function contrastOnWhite(colour: string): number | null {
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour.trim());
  if (!found) return null;
  const [red = 0, green = 0, blue = 0] = found.slice(1).map((hex) => channel(parseInt(hex, 16)));
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
