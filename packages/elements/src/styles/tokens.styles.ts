import { css, unsafeCSS } from 'lit';

/** Colours in light and in dark. Every ground has its ink; each pair keeps 4.5:1 in both. */
const colors = `ground fff 121b1f
soft f2f6f7 1b272c
ink 16262c e8f0f2
quiet 4c5d64 a9bac0
line d3dde0 33444b
edge 6f8087 7f949c
accent 0b5d6e 7fd0de
on-accent fff 06272e
tint e3f1f3 163a43
on-tint 084a58 b9e6ee
danger b3121f ff9c96
alarm fdf0ef 3a1518
on-alarm 6d0a13 ffd9d6
notice fff5df 3a2c0c
on-notice 5b3b00 ffe2a8
success e6f4ea 12331f
on-success 12492a b8ebca`.split('\n');

const declarations = (value: (light: string, dark: string) => string) =>
  unsafeCSS(
    colors
      .map((line) => line.split(' ') as [name: string, light: string, dark: string])
      .map(([name, light, dark]) => `--_${name}:var(--sas-color-${name},${value(light, dark)})`)
      .join(';'),
  );

/**
 * Design tokens. `--sas-*` is the page's, `--_*` the element's own reading of it, so that a page sets
 * a token on any ancestor. A browser without `light-dark()` (before 2024) is always light.
 */
export const tokens = css`
  :host {
    --_font: var(--sas-font-family, inherit);
    --_radius: var(--sas-radius, 0.75rem);
    ${declarations((light, dark) => `light-dark(#${light},#${dark})`)}
  }
  @supports not (color: light-dark(#000, #fff)) {
    :host {
      ${declarations((light) => `#${light}`)}
    }
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([theme='auto']) {
    color-scheme: light dark;
  }
`;
