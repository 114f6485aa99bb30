import { loadMenus } from '../screen/ui/PopupMenu.tsx';
import { later } from './later.tsx';

// What the first screen can do without: each is a chunk of its own, fetched when the first number stands.

export const Canvas = later(async () => (await import('../screen/canvas/Canvas.tsx')).Canvas);
export const Palette = later(async () => (await import('../screen/canvas/Palette.tsx')).Palette);
export const MoreTiles = later(async () => (await import('../screen/headline/MoreTiles.tsx')).MoreTiles);
export const Inspector = later(async () => (await import('../screen/inspector/Inspector.tsx')).Inspector);
export const Outline = later(async () => (await import('../screen/outline/Outline.tsx')).Outline);
export const WhatIfBar = later(async () => (await import('./WhatIfBar.tsx')).WhatIfBar);
export const Dialogs = later(async () => (await import('./dialogs/Dialogs.tsx')).Dialogs);
export const DowntimeChart = later(async () => (await import('../screen/charts/DowntimeChart.tsx')).DowntimeChart);
export const NinesChart = later(async () => (await import('../screen/charts/NinesChart.tsx')).NinesChart);
export const TimesAndLoad = later(async () => (await import('../screen/dock/TimesAndLoad.tsx')).TimesAndLoad);
export const Views = later(async () => (await import('../screen/dock/Views.tsx')).Views);
export const DockTab = later(async () => (await import('./DockTab.tsx')).DockTab);

/** In the order in which people are likely to need them. */
export const PARTS = [
  MoreTiles,
  Canvas,
  Palette,
  Dialogs,
  Inspector,
  WhatIfBar,
  { load: loadMenus },
  DowntimeChart,
  NinesChart,
  TimesAndLoad,
  Views,
  DockTab,
  Outline,
  // A browser opens its file dialog only shortly after a press: what asks for it has to be there by then.
  { load: () => import('../share/browser/files.ts') },
] as const;
