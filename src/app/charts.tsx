import { Suspense, type ReactNode } from 'react';
import type { Charts } from '../screen/dock/charts.ts';
import {
  CauseChart,
  ClaimView,
  CutSetView,
  DowntimeChart,
  FanOutChart,
  ImportanceView,
  NaiveChart,
  NinesChart,
  ReplicasChart,
  ScalingChart,
} from './lazy-parts.tsx';
import { copyPicture } from './copy-picture.ts';
import { useReady } from './warm-up.ts';

/** A chart comes after the first number; until then its place is kept. */
function Chart({ children }: { readonly children: ReactNode }) {
  const ready = useReady();
  return ready ? <Suspense fallback={null}>{children}</Suspense> : null;
}

/** The charts that the dock has places for. */
export const CHARTS: Charts = {
  downtime: (
    <Chart>
      <DowntimeChart copyPicture={copyPicture} />
    </Chart>
  ),
  causes: (
    <Chart>
      <CauseChart copyPicture={copyPicture} />
    </Chart>
  ),
  naive: (
    <Chart>
      <NaiveChart copyPicture={copyPicture} />
    </Chart>
  ),
  importance: (
    <Chart>
      <ImportanceView />
    </Chart>
  ),
  cutSets: (
    <Chart>
      <CutSetView />
    </Chart>
  ),
  claims: (
    <Chart>
      <ClaimView />
    </Chart>
  ),
  nines: (
    <Chart>
      <NinesChart copyPicture={copyPicture} />
    </Chart>
  ),
  replicas: (
    <Chart>
      <ReplicasChart copyPicture={copyPicture} />
    </Chart>
  ),
  fanOut: (
    <Chart>
      <FanOutChart copyPicture={copyPicture} />
    </Chart>
  ),
  scaling: (
    <Chart>
      <ScalingChart copyPicture={copyPicture} />
    </Chart>
  ),
};
