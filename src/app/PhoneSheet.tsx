import { Suspense } from 'react';
import { Dock } from '../screen/dock/Dock.tsx';
import { Tabs } from '../screen/ui/Tabs.tsx';
import { board, useBoard } from '../store/board.ts';
import type { PhoneTab } from '../store/state.ts';
import { CHARTS } from './charts.tsx';
import { Inspector, Outline, Palette } from './lazy-parts.tsx';
import styles from './phone-sheet.module.css';
import { useReady } from './warm-up.ts';

const TABS: readonly { readonly id: PhoneTab; readonly title: string }[] = [
  { id: 'board', title: 'Board' },
  { id: 'outline', title: 'Outline' },
  { id: 'numbers', title: 'Numbers' },
];

/** Below the canvas of a phone: what is selected, the outline, or the numbers. */
export function PhoneSheet() {
  const tab = useBoard((state) => state.phoneTab);
  const ready = useReady();
  return (
    <section className={styles['sheet']} aria-label="Details">
      <Tabs
        id="sheet"
        label="Details"
        tabs={TABS}
        chosen={tab}
        variant="even"
        className={styles['tabs']}
        onChoose={(phoneTab) => board.getState().setView({ phoneTab: phoneTab as PhoneTab })}
      />
      {tab === 'board' && (
        <div className={styles['palette']}>
          {ready && (
            <Suspense fallback={null}>
              <Palette />
            </Suspense>
          )}
        </div>
      )}
      <div role="tabpanel" id="sheet-panel" aria-labelledby={`sheet-${tab}`} tabIndex={-1} className={styles['panel']}>
        {tab === 'numbers' && <Dock charts={CHARTS} folding={false} />}
        {ready && (
          <Suspense fallback={null}>
            {tab === 'board' && <Inspector />}
            {tab === 'outline' && <Outline />}
          </Suspense>
        )}
      </div>
    </section>
  );
}
