/** Which room may import which: the table of docs/architecture.md. A room is a folder under src, the longest prefix wins. */
const ENGINE_LEAVES = ['engine/numeric', 'engine/graph'];
const ENGINE_DOMAINS = ['engine/availability', 'engine/latency', 'engine/queueing', 'engine/scalability', 'engine/slo'];
/** Load joins three of them: what is waited for, how long the waits are, and how replicas get in each other's way. */
const LOAD_JOINS = ['engine/latency', 'engine/queueing', 'engine/scalability'];
const SCREEN_PARTS = ['model', 'words', 'drawing', 'commands', 'store', 'screen/ui'];
const WITHOUT_SCREEN = ['model', 'words', 'formula', 'engine', 'drawing', 'share'];

export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  words: ['model'],
  formula: ['model'],
  'engine/numeric': [],
  'engine/graph': [],
  ...Object.fromEntries(ENGINE_DOMAINS.map((domain) => [domain, ['model', ...ENGINE_LEAVES]])),
  'engine/load': ['model', ...ENGINE_LEAVES, ...LOAD_JOINS],
  engine: ['model', ...ENGINE_LEAVES, ...ENGINE_DOMAINS, 'engine/load'],
  drawing: ['model', 'words'],
  share: ['model', 'words', 'drawing'],
  'share/browser': ['model', 'words', 'drawing', 'share'],
  worker: ['model', 'formula', 'engine', 'share'],
  store: ['model', 'words', 'share', 'share/browser', 'worker'],
  commands: ['model', 'words', 'share', 'share/browser', 'store'],
  'screen/ui': [],
  'screen/canvas': SCREEN_PARTS,
  'screen/outline': SCREEN_PARTS,
  'screen/inspector': SCREEN_PARTS,
  'screen/headline': SCREEN_PARTS,
  'screen/dock': SCREEN_PARTS,
  'screen/charts': SCREEN_PARTS,
  'screen/library': SCREEN_PARTS,
  app: [
    ...SCREEN_PARTS,
    'share',
    'share/browser',
    'worker',
    'screen/canvas',
    'screen/outline',
    'screen/inspector',
    'screen/headline',
    'screen/dock',
    'screen/charts',
    'screen/library',
  ],
  cli: WITHOUT_SCREEN,
};

/** The room of a file, by its path below src; null for a file in no room. */
export function roomOf(file: string): string | null {
  const rooms = Object.keys(MAY_IMPORT).filter((room) => file.startsWith(`${room}/`));
  return rooms.reduce<string | null>((best, room) => (best === null || room.length > best.length ? room : best), null);
}
