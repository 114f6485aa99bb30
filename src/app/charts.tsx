import { Suspense, type ReactNode } from 'react';
import type { Charts } from '../screen/dock/charts.ts';
import { DockTab, DowntimeChart, NinesChart, TimesAndLoad, Views } from './lazy-parts.tsx';
import { copyPicture } from './copy-picture.ts';
import { useReady } from './warm-up.ts';

/** A chart comes after the first number; until then its place is kept. */
function Chart({ children }: { readonly children: ReactNode }) {
  const ready = useReady();
  return ready ? <Suspense fallback={null}>{children}</Suspense> : null;
}

/** What is fetched behind the first number, as soon as that stands. */
export const shown = (chart: ReactNode): ReactNode => <Chart>{chart}</Chart>;

/** The charts and views that the dock has places for. */
export const CHARTS: Charts = {
  downtime: shown(<DowntimeChart copyPicture={copyPicture} />),
  nines: shown(<NinesChart copyPicture={copyPicture} />),
  others: shown(<TimesAndLoad />),
  views: shown(<Views />),
  tab: shown(<DockTab />),
};
