import { board, useBoard } from '../../store/board.ts';
import type { AvailabilityView } from '../../store/state.ts';
import { AVAILABILITY_VIEWS, TAB_LABELS, type Lens } from '../../words/labels.ts';
import { Button } from '../ui/Button.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { AvailabilityTab } from './AvailabilityTab.tsx';
import type { Charts } from './charts.ts';
import styles from './dock.module.css';
import { FoldedDock } from './FoldedDock.tsx';
import { SummaryTab } from './SummaryTab.tsx';

const TABS = (['summary', 'availability', 'fan-out', 'scaling'] as const).map((id) => ({ id, title: TAB_LABELS[id] }));

interface DockProps {
  readonly charts: Charts;
  /** Whether it can be folded to one sentence. */
  readonly folding: boolean;
}

/** One question a tab, answered by a sentence and a few charts. The open tab says which figure the nodes show. */
export function Dock({ charts, folding }: DockProps) {
  const lens = useBoard((state) => state.lens);
  const open = useBoard((state) => state.dockOpen);
  if (folding && !open) return <FoldedDock />;
  return (
    <div className={styles['dock']} data-folding={folding || undefined}>
      <div className={styles['bar']}>
        <Tabs
          id="dock"
          label="Questions"
          tabs={TABS}
          chosen={lens}
          onChoose={(id) => board.getState().setLens(id as Lens)}
          className={styles['tabs']}
        />
        {lens === 'availability' && <Views />}
        {folding && (
          <Button
            variant="quiet"
            icon="ChevronDown"
            label="Fold the charts to one sentence"
            onClick={() => board.getState().setView({ dockOpen: false })}
          />
        )}
      </div>
      <div role="tabpanel" id="dock-panel" aria-labelledby={`dock-${lens}`} tabIndex={-1} className={styles['panel']}>
        {lens === 'summary' && <SummaryTab charts={charts} />}
        {lens === 'availability' && <AvailabilityTab charts={charts} />}
        {lens === 'fan-out' && charts.fanOut}
        {lens === 'scaling' && charts.scaling}
      </div>
    </div>
  );
}

/** What the tab about availability shows: it has the most to say. */
function Views() {
  const view = useBoard((state) => state.availabilityView);
  return (
    <Tabs
      id="availability"
      label="Views of availability"
      tabs={AVAILABILITY_VIEWS}
      chosen={view}
      variant="quiet"
      onChoose={(id) => board.getState().setView({ availabilityView: id as AvailabilityView })}
      className={styles['views']}
    />
  );
}
