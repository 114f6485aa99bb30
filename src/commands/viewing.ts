import { board } from '../store/board.ts';
import { caches } from '../store/selectors.ts';
import type {
  AvailabilityView,
  BoardState,
  CanvasHandlers,
  Dialog,
  LatencyView,
  LoadView,
  TextSize,
  Theme,
} from '../store/state.ts';
import { always, anyComponents } from './change.ts';
import type { Command, Group } from './command.ts';

const onCanvas = (state: BoardState): boolean => state.viewport !== null;

const canvas = (
  id: string,
  title: string,
  keys: readonly string[],
  act: (handlers: CanvasHandlers) => void,
): Command => ({
  id,
  title,
  group: 'View',
  keys,
  edits: false,
  when: onCanvas,
  run() {
    const { viewport } = board.getState();
    if (viewport !== null) act(viewport);
  },
});

const dialog = (id: string, title: string, group: Group, opens: Dialog, keys: readonly string[] = []): Command => ({
  id,
  title,
  group,
  keys,
  edits: false,
  when: opens === 'find' ? anyComponents : always,
  run() {
    const state = board.getState();
    if (state.dialog === opens) state.closeDialog();
    else state.openDialog(opens);
  },
});

const themed = (theme: Theme, title: string): Command => ({
  id: `theme-${theme}`,
  title,
  group: 'View',
  edits: false,
  when: (state) => state.theme !== theme,
  run: () => board.getState().setTheme(theme),
});

const sized = (size: TextSize): Command => ({
  id: `text-size-${size}`,
  title: `Text size ${size} %`,
  group: 'View',
  edits: false,
  when: (state) => state.textSize !== size,
  run: () => board.getState().setTextSize(size),
});

const toggles = (
  id: string,
  title: string,
  key: 'outlineOpen' | 'inspectorOpen' | 'dockOpen',
  keys: readonly string[] = [],
): Command => ({
  id,
  title,
  group: 'View',
  keys,
  edits: false,
  when: always,
  run: () => board.getState().setView({ [key]: !board.getState()[key] }),
});

const shows = (
  id: string,
  title: string,
  at: Parameters<BoardState['showNumbers']>[0],
  when: Command['when'] = anyComponents,
): Command => ({
  id: `show-${id}`,
  title,
  group: 'View',
  edits: false,
  when,
  run: () => board.getState().showNumbers({ ...at, focusNumbers: true }),
});

const showsAvailability = (availabilityView: AvailabilityView, title: string): Command =>
  shows(availabilityView, title, { lens: 'availability', availabilityView });
const showsLatency = (latencyView: LatencyView, title: string): Command =>
  shows(`latency-${latencyView}`, title, { lens: 'latency', latencyView });

const showsLoad = (loadView: LoadView, title: string, when?: Command['when']): Command =>
  shows(`load-${loadView}`, title, { lens: 'load', loadView }, when);

export const VIEWING: readonly Command[] = [
  canvas('zoom-in', 'Zoom in', ['mod+=', 'mod++'], (handlers) => handlers.zoomIn()),
  canvas('zoom-out', 'Zoom out', ['mod+-'], (handlers) => handlers.zoomOut()),
  canvas('zoom-100', 'Zoom to 100 %', ['mod+0'], (handlers) => handlers.zoomTo(1)),
  canvas('fit', 'Fit everything on the screen', ['shift+1'], (handlers) => handlers.fit()),
  dialog('find', 'Find a component', 'View', 'find', ['mod+f', '/']),
  {
    id: 'go-to-fields',
    title: 'Go to the fields of what is selected',
    group: 'View',
    keys: ['mod+enter'],
    edits: false,
    when: always,
    run: () => board.getState().leadToFields(),
  },
  toggles('toggle-outline', 'Show or hide the outline', 'outlineOpen', ['o']),
  toggles('toggle-inspector', 'Show or hide the inspector', 'inspectorOpen', ['i']),
  toggles('toggle-dock', 'Show or hide the charts', 'dockOpen'),
  showsAvailability('downtime', 'Show downtime by part and cause'),
  showsAvailability('importance', 'Show how much each part matters'),
  showsAvailability('cut-sets', 'Show cut sets: what fails requests together'),
  showsAvailability('claims', 'Show the claims of independence'),
  showsLatency('distribution', 'Show latency: how long answers take'),
  showsLatency('tail', 'Show the latency tail: where the slowest requests spend their time'),
  showsLatency('calls', 'Show what a fan-out, a hedge and a timeout do to latency'),
  showsLatency('try', 'Show what would help against the latency tail'),
  showsLoad('busy', 'Show how busy everything is, and what is full first'),
  showsLoad('journey', 'Show what more requests do to the answers'),
  showsLoad('retries', 'Show what retries make of the load'),
  showsLoad('plan', 'Show the capacity plan'),
  showsLoad('failures', 'Show what is left while something is down'),
  showsLoad('cache', 'Show what an empty cache does', (state) => caches(state).length > 0),
  themed('system', 'Theme as the system has it'),
  themed('light', 'Light theme'),
  themed('dark', 'Dark theme'),
  ...([100, 125, 150] as const).map(sized),
];

export const HELPING: readonly Command[] = [
  dialog('commands', 'Search commands', 'Help', 'commands', ['mod+k']),
  dialog('keys', 'Show the keys', 'Help', 'keys', ['?']),
  dialog('help', 'Help', 'Help', 'help', ['f1']),
];
