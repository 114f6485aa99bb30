import type { Path } from '../model/issue.ts';
import { storedTextSize, storedTheme, storeTextSize, storeTheme } from './preferences.ts';
import { NOTHING } from './selection.ts';
import type { Slice, ViewSlice } from './state.ts';

let lastNotice = 0;

/** The component and design that a path leads through, as far as it does. */
function placeOf(path: Path): { design: number | null; component: string | null } {
  const [root, design, part, id] = path;
  if (root !== 'designs' || typeof design !== 'number') return { design: null, component: null };
  return { design, component: part === 'components' && typeof id === 'string' ? id : null };
}

export const viewSlice: Slice<ViewSlice> = (set, get) => ({
  selection: NOTHING,
  hovered: null,
  highlight: [],
  journey: null,
  lens: 'summary',
  dockOpen: true,
  inspectorOpen: false,
  outlineOpen: false,
  phoneTab: 'board',
  tool: 'select',
  theme: storedTheme(),
  textSize: storedTextSize(),
  dialog: null,
  renaming: null,
  connecting: null,
  focusField: null,
  fanOut: { slowProbability: 0.01 },
  shared: null,
  notices: [],
  viewport: null,

  select: (selection) => set({ selection: { ...NOTHING, ...selection }, renaming: null }),
  hover: (hovered) => set({ hovered }),
  light: (highlight) => set({ highlight }),
  chooseJourney: (journey) => set({ journey }),
  chooseTool: (tool) => set({ tool, connecting: null }),
  setLens: (lens) => set({ lens }),
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
  startRenaming: (renaming) => set({ renaming }),
  stopRenaming: () => set({ renaming: null }),
  startConnecting: (from) => set({ connecting: { from }, tool: 'select' }),
  stopConnecting: () => set({ connecting: null }),
  setSlowProbability: (slowProbability) => set({ fanOut: { slowProbability } }),
  setShared: (shared) => set({ shared }),

  leadTo(path) {
    const { design, component } = placeOf(path);
    if (design !== null) get().switchDesign(design);
    get().select(component === null ? {} : { components: [component] });
    set({ focusField: { path }, inspectorOpen: true });
  },
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
