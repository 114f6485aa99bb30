import { NOTHING, only, type Selection } from '../model/edit/selection.ts';
import type { Path } from '../model/issue.ts';
import { callIds, type Design } from '../model/scenario.ts';
import type { Named } from '../words/names.ts';
import { storedTextSize, storedTheme, storeTextSize, storeTheme } from './preferences.ts';
import { isEmpty, sameSelection } from './selection.ts';
import { heldPath, shownDesign } from './selectors.ts';
import type { Slice, ViewSlice } from './state.ts';

let lastNotice = 0;

/** What a path leads through in its design: a component, a domain, a call, or nothing that can be selected. */
function selectedBy(path: Path, design: Design | null): Partial<Selection> {
  const [, , part, place] = path;
  if ((part === 'components' || part === 'domains') && typeof place === 'string') return { [part]: [place] };
  const call = part === 'calls' && typeof place === 'number' ? callIds(design?.calls ?? [])[place] : undefined;
  return call === undefined ? {} : { calls: [call] };
}

export const viewSlice: Slice<ViewSlice> = (set, get) => ({
  selection: NOTHING,
  hovered: null,
  highlight: [],
  journey: null,
  lens: 'summary',
  availabilityView: 'downtime',
  latencyView: 'distribution',
  loadView: 'busy',
  beside: 'first',
  limit: null,
  dockOpen: true,
  inspectorOpen: false,
  outlineOpen: false,
  phoneTab: 'board',
  tool: 'select',
  theme: storedTheme(),
  textSize: storedTextSize(),
  dialog: null,
  renaming: null,
  kindOpen: false,
  connecting: null,
  focusField: null,
  focusNumbers: false,
  fanOut: { slowProbability: 0.01 },
  shared: null,
  notices: [],
  viewport: null,

  select(selection) {
    const next = only(selection);
    if (!sameSelection(get().selection, next)) set({ selection: isEmpty(next) ? NOTHING : next, renaming: null });
  },
  selectParts(parts) {
    const ids = (kind: Named['of']): string[] => [...new Set(parts.flatMap(({ of, id }) => (of === kind ? [id] : [])))];
    get().select({ components: ids('component'), domains: ids('domain') });
  },
  showPart(part) {
    get().selectParts([part]);
    get().viewport?.centreOf(part.id);
  },
  hover: (hovered) => set({ hovered }),
  light: (highlight) => set({ highlight }),
  chooseJourney: (journey) => set({ journey }),
  chooseTool: (tool) => set({ tool, connecting: null }),
  setLens: (lens) => set({ lens }),
  showNumbers: (at) => set({ ...at, dockOpen: true, phoneTab: 'numbers' }),
  setView: (view) => set(view),
  setTheme(theme) {
    storeTheme(theme);
    set({ theme });
  },
  setTextSize(textSize) {
    storeTextSize(textSize);
    set({ textSize });
  },
  openDialog: (dialog) => set({ dialog }),
  closeDialog: () => set({ dialog: null }),
  startRenaming: (renaming, kindOpen = false) => set({ renaming, kindOpen }),
  stopRenaming: () => set({ renaming: null }),
  startConnecting: (from) => set({ connecting: { from }, tool: 'select' }),
  stopConnecting: () => set({ connecting: null }),
  setSlowProbability: (slowProbability) => set({ fanOut: { slowProbability } }),
  setShared: (shared) => set({ shared }),

  leadTo(path) {
    const [root, design] = path;
    const inDesign = root === 'designs' && typeof design === 'number';
    if (inDesign) get().switchDesign(design);
    get().select(inDesign ? selectedBy(path, shownDesign(get())) : {});
    set({ focusField: { path }, inspectorOpen: true });
  },
  leadToHeld: (part) => set({ focusField: { path: heldPath(part) }, inspectorOpen: true }),
  leadToFields: () => set({ focusField: { path: [] }, inspectorOpen: true }),
  fieldFocused: () => set({ focusField: null }),

  notify(notice) {
    const id = ++lastNotice;
    set({ notices: [...get().notices.filter((known) => known.text !== notice.text), { ...notice, id }] });
    return id;
  },
  dismiss: (id) => set({ notices: get().notices.filter((notice) => notice.id !== id) }),

  registerCanvas(viewport) {
    set({ viewport });
    return () => {
      if (get().viewport === viewport) set({ viewport: null });
    };
  },
});
