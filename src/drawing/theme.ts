/** The colours of one theme, by what they mean. */
export interface Tokens {
  readonly paper: string;
  readonly surface: string;
  readonly ink: string;
  readonly 'ink-2': string;
  readonly 'ink-3': string;
  /** Quiet lines that carry no meaning. */
  readonly line: string;
  /** Outlines of nodes and fields, and arrows: at least 3:1. */
  readonly edge: string;
  readonly grid: string;
  readonly accent: string;
  readonly 'on-accent': string;
  readonly 'accent-bg': string;
  readonly ok: string;
  readonly bad: string;
  readonly bind: string;
  readonly 'on-bind': string;
  readonly 'ok-bg': string;
  readonly 'bad-bg': string;
  readonly 'bind-bg': string;
}
export type ThemeName = 'light' | 'dark';

export const THEMES: Readonly<Record<ThemeName, Tokens>> = {
  light: {
    paper: '#f6f6f2',
    surface: '#ffffff',
    ink: '#1b1d20',
    'ink-2': '#4d5258',
    'ink-3': '#63696f',
    line: '#dcdcd4',
    edge: '#82878d',
    grid: '#d3d3cb',
    accent: '#2450d8',
    'on-accent': '#ffffff',
    'accent-bg': '#e6ebfb',
    ok: '#0b6b52',
    bad: '#ad2b18',
    bind: '#b83c06',
    'on-bind': '#ffffff',
    'ok-bg': '#e1f3ec',
    'bad-bg': '#fae6e2',
    'bind-bg': '#fcece1',
  },
  dark: {
    paper: '#14161a',
    surface: '#1c1f24',
    ink: '#eef0f2',
    'ink-2': '#b4bac2',
    'ink-3': '#9aa1aa',
    line: '#30353c',
    edge: '#7d858f',
    grid: '#282c33',
    accent: '#86a3ff',
    'on-accent': '#0e1220',
    'accent-bg': '#232c47',
    ok: '#55cfa7',
    bad: '#ff8b79',
    bind: '#ff9f63',
    'on-bind': '#1d1008',
    'ok-bg': '#15322a',
    'bad-bg': '#3b211d',
    'bind-bg': '#3a271b',
  },
};

type Token = keyof Tokens;

/** Text colours and what they stand on: at least 4.5:1. */
export const TEXT_PAIRS: readonly (readonly [text: Token, ground: Token])[] = [
  ...(['paper', 'surface'] as const).flatMap((ground) =>
    (['ink', 'ink-2', 'ink-3', 'accent', 'ok', 'bad', 'bind'] as const).map((text) => [text, ground] as const),
  ),
  ...(['ok-bg', 'bad-bg', 'bind-bg', 'accent-bg'] as const).flatMap((ground) =>
    (['ink', 'ink-2'] as const).map((text) => [text, ground] as const),
  ),
  ['ok', 'ok-bg'],
  ['bad', 'bad-bg'],
  ['bind', 'bind-bg'],
  ['accent', 'accent-bg'],
  ['on-accent', 'accent'],
  ['on-bind', 'bind'],
];

/** Lines and marks that mean something and what they stand on: at least 3:1. */
export const MARK_PAIRS: readonly (readonly [mark: Token, ground: Token])[] = (['paper', 'surface'] as const).flatMap(
  (ground) => (['ink', 'edge', 'accent', 'ok', 'bad', 'bind'] as const).map((mark) => [mark, ground] as const),
);

/** How React Flow's own variables follow the tokens. */
const REACT_FLOW: Readonly<Record<string, string>> = {
  '--xy-background-color': 'var(--paper)',
  '--xy-background-pattern-color': 'var(--grid)',
  '--xy-edge-stroke': 'var(--edge)',
  '--xy-edge-stroke-selected': 'var(--accent)',
  '--xy-edge-stroke-width': '1.8',
  '--xy-connectionline-stroke': 'var(--accent)',
  '--xy-connectionline-stroke-width': '1.8',
  '--xy-node-color': 'var(--ink)',
  '--xy-handle-background-color': 'var(--accent)',
  '--xy-selection-background-color': 'color-mix(in srgb, var(--accent) 10%, transparent)',
  '--xy-selection-border': '1px solid var(--accent)',
  '--xy-minimap-background-color': 'var(--surface)',
  '--xy-minimap-mask-background-color': 'color-mix(in srgb, var(--paper) 70%, transparent)',
  '--xy-minimap-mask-stroke-color': 'var(--accent)',
  '--xy-minimap-node-background-color': 'var(--edge)',
  '--xy-attribution-background-color': 'transparent',
};

const declarations = (values: Readonly<Record<string, string>>, prefix = ''): string =>
  Object.entries(values)
    .map(([name, value]) => `${prefix}${name}:${value};`)
    .join('');

/**
 * The custom properties of both themes. `data-theme` on the root is `light`, `dark`, or anything else (`system`, or
 * nothing) for the system's setting.
 */
export function themeCss(): string {
  const tokens = (name: ThemeName): string => `color-scheme:${name};${declarations({ ...THEMES[name] }, '--')}`;
  return [
    `:root{${tokens('light')}${declarations(REACT_FLOW)}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${tokens('dark')}}}`,
    `:root[data-theme=dark]{${tokens('dark')}}`,
  ].join('\n');
}
