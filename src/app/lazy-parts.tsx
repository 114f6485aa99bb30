import { lazy } from 'react';

// What the first screen can do without: each is a chunk of its own, fetched when the first number stands.

const loadCanvas = () => import('../screen/canvas/Canvas.tsx');
const loadInspector = () => import('../screen/inspector/Inspector.tsx');
const loadOutline = () => import('../screen/outline/Outline.tsx');
const loadDialogs = () => import('./dialogs/Dialogs.tsx');
const loadDowntime = () => import('../screen/charts/DowntimeChart.tsx');
const loadNines = () => import('../screen/charts/NinesChart.tsx');
const loadReplicas = () => import('../screen/charts/ReplicasChart.tsx');
const loadFanOut = () => import('../screen/charts/FanOutChart.tsx');
const loadScaling = () => import('../screen/charts/ScalingChart.tsx');

export const Canvas = lazy(async () => ({ default: (await loadCanvas()).Canvas }));
export const Inspector = lazy(async () => ({ default: (await loadInspector()).Inspector }));
export const Outline = lazy(async () => ({ default: (await loadOutline()).Outline }));
export const Dialogs = lazy(async () => ({ default: (await loadDialogs()).Dialogs }));
export const DowntimeChart = lazy(async () => ({ default: (await loadDowntime()).DowntimeChart }));
export const NinesChart = lazy(async () => ({ default: (await loadNines()).NinesChart }));
export const ReplicasChart = lazy(async () => ({ default: (await loadReplicas()).ReplicasChart }));
export const FanOutChart = lazy(async () => ({ default: (await loadFanOut()).FanOutChart }));
export const ScalingChart = lazy(async () => ({ default: (await loadScaling()).ScalingChart }));

/** In the order in which people are likely to need them. */
export const PARTS = [
  loadInspector,
  loadDialogs,
  loadDowntime,
  loadNines,
  loadReplicas,
  loadFanOut,
  loadScaling,
  loadOutline,
] as const;
