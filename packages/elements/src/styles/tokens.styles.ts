import { css } from 'lit';

/**
 * Design tokens. `--sas-*` is the page's, `--_*` the element's own reading of it, so that a page sets
 * a token on any ancestor. Every ground has its ink; each pair keeps 4.5:1 in light and dark.
 * A browser without `light-dark()` (before 2024) is always light.
 */
export const tokens = css`
  :host {
    --_font: var(--sas-font-family, inherit);
    --_radius: var(--sas-radius, 0.75rem);
    --_ground: var(--sas-color-ground, light-dark(#fff, #121b1f));
    --_soft: var(--sas-color-soft, light-dark(#f2f6f7, #1b272c));
    --_ink: var(--sas-color-ink, light-dark(#16262c, #e8f0f2));
    --_quiet: var(--sas-color-quiet, light-dark(#4c5d64, #a9bac0));
    --_line: var(--sas-color-line, light-dark(#d3dde0, #33444b));
    --_edge: var(--sas-color-edge, light-dark(#6f8087, #7f949c));
    --_accent: var(--sas-color-accent, light-dark(#0b5d6e, #7fd0de));
    --_on-accent: var(--sas-color-on-accent, light-dark(#fff, #06272e));
    --_tint: var(--sas-color-tint, light-dark(#e3f1f3, #163a43));
    --_on-tint: var(--sas-color-on-tint, light-dark(#084a58, #b9e6ee));
    --_danger: var(--sas-color-danger, light-dark(#b3121f, #ff9c96));
    --_alarm: var(--sas-color-alarm, light-dark(#fdf0ef, #3a1518));
    --_on-alarm: var(--sas-color-on-alarm, light-dark(#6d0a13, #ffd9d6));
    --_notice: var(--sas-color-notice, light-dark(#fff5df, #3a2c0c));
    --_on-notice: var(--sas-color-on-notice, light-dark(#5b3b00, #ffe2a8));
    --_success: var(--sas-color-success, light-dark(#e6f4ea, #12331f));
    --_on-success: var(--sas-color-on-success, light-dark(#12492a, #b8ebca));
  }
  @supports not (color: light-dark(#000, #fff)) {
    :host {
      --_ground: var(--sas-color-ground, #fff);
      --_soft: var(--sas-color-soft, #f2f6f7);
      --_ink: var(--sas-color-ink, #16262c);
      --_quiet: var(--sas-color-quiet, #4c5d64);
      --_line: var(--sas-color-line, #d3dde0);
      --_edge: var(--sas-color-edge, #6f8087);
      --_accent: var(--sas-color-accent, #0b5d6e);
      --_on-accent: var(--sas-color-on-accent, #fff);
      --_tint: var(--sas-color-tint, #e3f1f3);
      --_on-tint: var(--sas-color-on-tint, #084a58);
      --_danger: var(--sas-color-danger, #b3121f);
      --_alarm: var(--sas-color-alarm, #fdf0ef);
      --_on-alarm: var(--sas-color-on-alarm, #6d0a13);
      --_notice: var(--sas-color-notice, #fff5df);
      --_on-notice: var(--sas-color-on-notice, #5b3b00);
      --_success: var(--sas-color-success, #e6f4ea);
      --_on-success: var(--sas-color-on-success, #12492a);
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
