/** Red, green and blue, 0 to 255, of `rgb(…)` as `getComputedStyle` writes it. */
export function rgbOf(color: string): number[] {
  const [, inside = ''] = /^rgb\((.+)\)$/.exec(color) ?? [];
  const parts = inside.split(',').map(Number);
  if (parts.length !== 3 || parts.some(Number.isNaN)) throw new Error(`not opaque: ${color}`);
  return parts;
}

/** Relative luminance, 0 to 1 (WCAG 2.2). */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = rgbOf(color).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two opaque colours, 1 to 21 (WCAG 2.2, 1.4.3). */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
