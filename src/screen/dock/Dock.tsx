import { board, useBoard } from '../../store/board.ts';
import { TAB_LABELS, type Lens } from '../../words/labels.ts';
import { Button } from '../ui/Button.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import type { Charts } from './charts.ts';
import styles from './dock.module.css';
import { FoldedDock } from './FoldedDock.tsx';
import { SummaryTab } from './SummaryTab.tsx';

const TABS = Object.entries(TAB_LABELS).map(([id, title]) => ({ id, title }));

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
        {charts.views}
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
        {lens === 'summary' ? <SummaryTab charts={charts} /> : charts.tab}
      </div>
    </div>
  );
}
