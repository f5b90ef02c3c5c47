/** A colour by its job. Marks name the job; a theme says the colour. */
const paints = [
  'bg',
  'ink',
  'muted',
  'line',
  'axis',
  'accent',
  'accent-strong',
  'accent-soft',
  'context',
  'range',
  'halo',
  'warn',
  'private',
  'private-line',
  'stripe-a',
  'stripe-b',
  'need-1',
  'need-2',
  'need-3',
  'need-4',
  'need-5',
  'on-need-1',
  'on-need-2',
  'on-need-3',
  'on-need-4',
  'on-need-5',
  'side-1',
  'side-2',
  'side-3',
  'side-4',
  'side-5',
  'on-side-1',
  'on-side-2',
  'on-side-3',
  'on-side-4',
  'on-side-5'
] as const;

export type Paint = (typeof paints)[number];

/** Values for SVG attributes. `stripe` is a pattern each drawing defines for itself. */
export type Theme = Record<Paint, string>;

export const lightTheme: Theme = {
  bg: '#ffffff',
  ink: '#111827',
  muted: '#4b5563',
  line: '#d7dce3',
  axis: '#6b7280',
  accent: '#0e51ac',
  'accent-strong': '#0a3f87',
  'accent-soft': '#e8f0fc',
  context: '#8a94a3',
  range: '#111827',
  halo: '#ffffff',
  warn: '#8a4b00',
  private: '#eef1f5',
  'private-line': '#5b6472',
  'stripe-a': '#0e51ac',
  'stripe-b': '#e8eef7',
  'need-1': '#d7f0fb',
  'need-2': '#82c7f0',
  'need-3': '#418ad1',
  'need-4': '#21539c',
  'need-5': '#0e2459',
  'on-need-1': '#111827',
  'on-need-2': '#111827',
  'on-need-3': '#111827',
  'on-need-4': '#ffffff',
  'on-need-5': '#ffffff',
  'side-1': '#852b00',
  'side-2': '#e6964f',
  'side-3': '#e9e8e4',
  'side-4': '#71b0db',
  'side-5': '#184687',
  'on-side-1': '#ffffff',
  'on-side-2': '#111827',
  'on-side-3': '#111827',
  'on-side-4': '#111827',
  'on-side-5': '#ffffff'
};

export const darkTheme: Theme = {
  bg: '#0f172a',
  ink: '#f1f5f9',
  muted: '#b6c2d3',
  line: '#33415c',
  axis: '#8a94a3',
  accent: '#427efa',
  'accent-strong': '#b3cdff',
  'accent-soft': '#1d2f55',
  context: '#8a94a3',
  range: '#f1f5f9',
  halo: '#0f172a',
  warn: '#ffc46b',
  private: '#1b2740',
  'private-line': '#8a94a3',
  'stripe-a': '#427efa',
  'stripe-b': '#16213a',
  'need-1': '#1a2d51',
  'need-2': '#28528e',
  'need-3': '#3585c9',
  'need-4': '#71bfeb',
  'need-5': '#cceffb',
  'on-need-1': '#f1f5f9',
  'on-need-2': '#f1f5f9',
  'on-need-3': '#0b1220',
  'on-need-4': '#0b1220',
  'on-need-5': '#0b1220',
  'side-1': '#fda856',
  'side-2': '#c55f1d',
  'side-3': '#3a3d42',
  'side-4': '#3e8cc9',
  'side-5': '#9ed7f3',
  'on-side-1': '#0b1220',
  'on-side-2': '#000000',
  'on-side-3': '#f1f5f9',
  'on-side-4': '#0b1220',
  'on-side-5': '#0b1220'
};

/** For paper and black ink: every colour a grey of about the same lightness. */
export const printTheme: Theme = {
  bg: '#ffffff',
  ink: '#000000',
  muted: '#404040',
  line: '#d6d6d6',
  axis: '#6b6b6b',
  accent: '#4a4a4a',
  'accent-strong': '#000000',
  'accent-soft': '#ececec',
  context: '#8c8c8c',
  range: '#000000',
  halo: '#ffffff',
  warn: '#000000',
  private: '#f2f2f2',
  'private-line': '#5c5c5c',
  'stripe-a': '#4a4a4a',
  'stripe-b': '#f2f2f2',
  'need-1': '#ececec',
  'need-2': '#bdbdbd',
  'need-3': '#868686',
  'need-4': '#525252',
  'need-5': '#262626',
  'on-need-1': '#000000',
  'on-need-2': '#000000',
  'on-need-3': '#000000',
  'on-need-4': '#ffffff',
  'on-need-5': '#ffffff',
  'side-1': '#3d3d3d',
  'side-2': '#a3a3a3',
  'side-3': '#efefef',
  'side-4': '#c6c6c6',
  'side-5': '#757575',
  'on-side-1': '#ffffff',
  'on-side-2': '#000000',
  'on-side-3': '#000000',
  'on-side-4': '#000000',
  'on-side-5': '#ffffff'
};

/**
 * For pages: each attribute is the custom property of the same name, so light, dark and print styles
 * recolour a drawing without drawing it again (theme.css holds those the charts add to app.css).
 */
export const pageTheme: Theme = Object.fromEntries(
  paints.map((paint) => [paint, `var(--${cssName(paint)})`])
) as Theme;

/** The accent of a page is a text colour; data marks use the first categorical colour. */
function cssName(paint: Paint): string {
  return paint === 'accent' ? 'c1' : paint;
}

export const themes = { light: lightTheme, dark: darkTheme, print: printTheme } as const;
export type ThemeName = keyof typeof themes;
