import { loadMenus } from '../screen/ui/PopupMenu.tsx';
import { later } from './later.tsx';

// What the first screen can do without: each is a chunk of its own, fetched when the first number stands.

export const Canvas = later(async () => (await import('../screen/canvas/Canvas.tsx')).Canvas);
export const Palette = later(async () => (await import('../screen/canvas/Palette.tsx')).Palette);
export const Inspector = later(async () => (await import('../screen/inspector/Inspector.tsx')).Inspector);
export const Outline = later(async () => (await import('../screen/outline/Outline.tsx')).Outline);
export const WhatIfBar = later(async () => (await import('./WhatIfBar.tsx')).WhatIfBar);
export const Dialogs = later(async () => (await import('./dialogs/Dialogs.tsx')).Dialogs);
export const DowntimeChart = later(async () => (await import('../screen/charts/DowntimeChart.tsx')).DowntimeChart);
export const CauseChart = later(async () => (await import('../screen/charts/CauseChart.tsx')).CauseChart);
export const NaiveChart = later(async () => (await import('../screen/charts/NaiveChart.tsx')).NaiveChart);
export const NinesChart = later(async () => (await import('../screen/charts/NinesChart.tsx')).NinesChart);
export const ReplicasChart = later(async () => (await import('../screen/charts/ReplicasChart.tsx')).ReplicasChart);
export const FanOutChart = later(async () => (await import('../screen/charts/FanOutChart.tsx')).FanOutChart);
export const ScalingChart = later(async () => (await import('../screen/charts/ScalingChart.tsx')).ScalingChart);
export const DowntimeView = later(async () => (await import('../screen/dock/DowntimeView.tsx')).DowntimeView);
export const ImportanceView = later(async () => (await import('../screen/dock/ImportanceView.tsx')).ImportanceView);
export const CutSetView = later(async () => (await import('../screen/dock/CutSetView.tsx')).CutSetView);
export const ClaimView = later(async () => (await import('../screen/dock/ClaimView.tsx')).ClaimView);
export const FanOutTab = later(async () => (await import('../screen/dock/FanOutTab.tsx')).FanOutTab);
export const ScalingTab = later(async () => (await import('../screen/dock/ScalingTab.tsx')).ScalingTab);

/** In the order in which people are likely to need them. */
export const PARTS = [
  Canvas,
  Palette,
  Dialogs,
  Inspector,
  WhatIfBar,
  { load: loadMenus },
  DowntimeChart,
  NinesChart,
  DowntimeView,
  CauseChart,
  NaiveChart,
  ReplicasChart,
  ImportanceView,
  CutSetView,
  ClaimView,
  FanOutTab,
  FanOutChart,
  ScalingTab,
  ScalingChart,
  Outline,
] as const;
