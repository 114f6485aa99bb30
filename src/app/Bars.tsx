import { Suspense } from 'react';
import { runCommand } from '../commands/registry.ts';
import { Button } from '../screen/ui/Button.tsx';
import { useBoard } from '../store/board.ts';
import { isWhatIf } from '../store/selectors.ts';
import styles from './bars.module.css';
import { WhatIfBar } from './lazy-parts.tsx';
import type { PageLayout } from './page-layout.ts';

/** What lies over the top of the board while it is not simply one's own document: a what-if, or what a link held. */
export function Bars({ layout }: { readonly layout: PageLayout }) {
  const whatIf = useBoard((state) => isWhatIf(state) || state.tool === 'down');
  const fromLink = useBoard((state) => state.origin === 'link');
  if (!whatIf && !fromLink) return null;
  return (
    <div className={styles['bars']} data-bars>
      {whatIf && (
        <Suspense fallback={null}>
          <WhatIfBar layout={layout} />
        </Suspense>
      )}
      {fromLink && <LinkBar />}
    </div>
  );
}

function LinkBar() {
  return (
    <section className={styles['bar']} aria-label="Opened from a link">
      <span className={styles['label']}>Opened from a link. An edit makes it a copy of your own.</span>
      <Button variant="accent" onClick={() => void runCommand('keep-copy')}>
        Keep a copy
      </Button>
    </section>
  );
}
