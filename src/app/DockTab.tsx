import { useEffect } from 'react';
import { BeyondChart } from '../screen/charts/BeyondChart.tsx';
import { BusyChart } from '../screen/charts/BusyChart.tsx';
import { CacheChart } from '../screen/charts/CacheChart.tsx';
import { CauseChart } from '../screen/charts/CauseChart.tsx';
import { FanOutChart } from '../screen/charts/FanOutChart.tsx';
import { FanOutLatencyChart } from '../screen/charts/FanOutLatencyChart.tsx';
import { GrowthChart } from '../screen/charts/GrowthChart.tsx';
import { HedgeChart } from '../screen/charts/HedgeChart.tsx';
import { KneeChart } from '../screen/charts/KneeChart.tsx';
import { LoadLatencyChart } from '../screen/charts/LoadLatencyChart.tsx';
import { NaiveChart } from '../screen/charts/NaiveChart.tsx';
import { PlanChart } from '../screen/charts/PlanChart.tsx';
import { ReplicasChart } from '../screen/charts/ReplicasChart.tsx';
import { ScalingChart } from '../screen/charts/ScalingChart.tsx';
import { StormChart } from '../screen/charts/StormChart.tsx';
import { TailChart } from '../screen/charts/TailChart.tsx';
import { TimeoutChart } from '../screen/charts/TimeoutChart.tsx';
import { WaterfallChart } from '../screen/charts/WaterfallChart.tsx';
import { WithinChart } from '../screen/charts/WithinChart.tsx';
import { AvailabilityTab } from '../screen/dock/AvailabilityTab.tsx';
import { BusyView } from '../screen/dock/BusyView.tsx';
import { CacheView } from '../screen/dock/CacheView.tsx';
import { CallsView } from '../screen/dock/CallsView.tsx';
import { ClaimView } from '../screen/dock/ClaimView.tsx';
import { CutSetView } from '../screen/dock/CutSetView.tsx';
import { DistributionView } from '../screen/dock/DistributionView.tsx';
import { DowntimeView } from '../screen/dock/DowntimeView.tsx';
import { FailuresView } from '../screen/dock/FailuresView.tsx';
import { FanOutTab } from '../screen/dock/FanOutTab.tsx';
import { ImportanceView } from '../screen/dock/ImportanceView.tsx';
import { JourneyLoadView } from '../screen/dock/JourneyLoadView.tsx';
import { LatencyTab } from '../screen/dock/LatencyTab.tsx';
import { LoadTab } from '../screen/dock/LoadTab.tsx';
import { PlanView } from '../screen/dock/PlanView.tsx';
import { RetriesView } from '../screen/dock/RetriesView.tsx';
import { ScalingTab } from '../screen/dock/ScalingTab.tsx';
import { TailView } from '../screen/dock/TailView.tsx';
import { TryView } from '../screen/dock/TryView.tsx';
import { board, useBoard } from '../store/board.ts';
import { copyPicture } from './copy-picture.ts';

const AVAILABILITY = {
  downtime: (
    <DowntimeView
      naive={<NaiveChart copyPicture={copyPicture} />}
      causes={<CauseChart copyPicture={copyPicture} />}
      replicas={<ReplicasChart copyPicture={copyPicture} />}
    />
  ),
  importance: <ImportanceView />,
  'cut-sets': <CutSetView />,
  claims: <ClaimView />,
};

const LATENCY = {
  distribution: (
    <DistributionView
      within={<WithinChart copyPicture={copyPicture} />}
      beyond={<BeyondChart copyPicture={copyPicture} />}
    />
  ),
  tail: (
    <TailView
      shares={<TailChart copyPicture={copyPicture} />}
      typical={<WaterfallChart which="typical" copyPicture={copyPicture} />}
      slow={<WaterfallChart which="slow" copyPicture={copyPicture} />}
    />
  ),
  calls: (
    <CallsView
      fanOut={<FanOutLatencyChart copyPicture={copyPicture} />}
      hedge={<HedgeChart copyPicture={copyPicture} />}
      timeout={<TimeoutChart copyPicture={copyPicture} />}
    />
  ),
  try: <TryView />,
};

const LOAD = {
  busy: <BusyView busy={<BusyChart copyPicture={copyPicture} />} knee={<KneeChart copyPicture={copyPicture} />} />,
  journey: <JourneyLoadView chart={<LoadLatencyChart copyPicture={copyPicture} />} />,
  retries: <RetriesView chart={<StormChart copyPicture={copyPicture} />} />,
  plan: (
    <PlanView timeline={<PlanChart copyPicture={copyPicture} />} growth={<GrowthChart copyPicture={copyPicture} />} />
  ),
  failures: <FailuresView />,
  cache: <CacheView chart={<CacheChart copyPicture={copyPicture} />} />,
};

/** The tab of the dock that is open, unless it is the first. */
export function DockTab() {
  const lens = useBoard((state) => state.lens);
  const asked = useBoard((state) => state.focusNumbers);
  useEffect(() => {
    if (!asked) return;
    document.getElementById(`${lens}-panel`)?.focus({ preventScroll: true });
    board.getState().setView({ focusNumbers: false });
  }, [asked, lens]);
  if (lens === 'availability') return <AvailabilityTab views={AVAILABILITY} />;
  if (lens === 'latency') return <LatencyTab views={LATENCY} />;
  if (lens === 'load') return <LoadTab views={LOAD} />;
  if (lens === 'fan-out') return <FanOutTab chart={<FanOutChart copyPicture={copyPicture} />} />;
  return lens === 'scaling' ? <ScalingTab chart={<ScalingChart copyPicture={copyPicture} />} /> : null;
}
