import { Suspense, type ReactNode } from 'react';
import type { Charts } from '../screen/dock/charts.ts';
import {
  CauseChart,
  ClaimView,
  CutSetView,
  DowntimeChart,
  DowntimeView,
  FanOutChart,
  FanOutTab,
  ImportanceView,
  NaiveChart,
  NinesChart,
  ReplicasChart,
  ScalingChart,
  ScalingTab,
} from './lazy-parts.tsx';
import { copyPicture } from './copy-picture.ts';
import { useReady } from './warm-up.ts';

/** A chart comes after the first number; until then its place is kept. */
function Chart({ children }: { readonly children: ReactNode }) {
  const ready = useReady();
  return ready ? <Suspense fallback={null}>{children}</Suspense> : null;
}

const shown = (chart: ReactNode): ReactNode => <Chart>{chart}</Chart>;

/** The charts and views that the dock has places for. */
export const CHARTS: Charts = {
  downtime: shown(<DowntimeChart copyPicture={copyPicture} />),
  nines: shown(<NinesChart copyPicture={copyPicture} />),
  downtimeView: shown(
    <DowntimeView
      naive={shown(<NaiveChart copyPicture={copyPicture} />)}
      causes={shown(<CauseChart copyPicture={copyPicture} />)}
      replicas={shown(<ReplicasChart copyPicture={copyPicture} />)}
    />,
  ),
  importance: shown(<ImportanceView />),
  cutSets: shown(<CutSetView />),
  claims: shown(<ClaimView />),
  fanOut: shown(<FanOutTab chart={shown(<FanOutChart copyPicture={copyPicture} />)} />),
  scaling: shown(<ScalingTab chart={shown(<ScalingChart copyPicture={copyPicture} />)} />),
};
