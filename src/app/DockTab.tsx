import { CauseChart } from '../screen/charts/CauseChart.tsx';
import { FanOutChart } from '../screen/charts/FanOutChart.tsx';
import { NaiveChart } from '../screen/charts/NaiveChart.tsx';
import { ReplicasChart } from '../screen/charts/ReplicasChart.tsx';
import { ScalingChart } from '../screen/charts/ScalingChart.tsx';
import { AvailabilityTab } from '../screen/dock/AvailabilityTab.tsx';
import { ClaimView } from '../screen/dock/ClaimView.tsx';
import { CutSetView } from '../screen/dock/CutSetView.tsx';
import { DowntimeView } from '../screen/dock/DowntimeView.tsx';
import { FanOutTab } from '../screen/dock/FanOutTab.tsx';
import { ImportanceView } from '../screen/dock/ImportanceView.tsx';
import { ScalingTab } from '../screen/dock/ScalingTab.tsx';
import { useBoard } from '../store/board.ts';
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

/** The tab of the dock that is open, unless it is the first. */
export function DockTab() {
  const lens = useBoard((state) => state.lens);
  if (lens === 'availability') return <AvailabilityTab views={AVAILABILITY} />;
  if (lens === 'fan-out') return <FanOutTab chart={<FanOutChart copyPicture={copyPicture} />} />;
  return lens === 'scaling' ? <ScalingTab chart={<ScalingChart copyPicture={copyPicture} />} /> : null;
}
