import { runCommand } from '../commands/registry.ts';
import { Button } from '../screen/ui/Button.tsx';
import { Verdict } from '../screen/ui/Verdict.tsx';
import { useBoard } from '../store/board.ts';
import { currentJourney, journeysOf, reportBefore } from '../store/selectors.ts';
import type { BoardState } from '../store/state.ts';
import { knownAvailability, knownDowntime } from '../words/known.ts';
import { verdictText } from '../words/labels.ts';
import styles from './bars.module.css';

/** What lies over the top of the board while it is not simply one's own document: a what-if, or what a link held. */
export function Bars() {
  const whatIf = useBoard((state) => state.whatIf?.label ?? null);
  const fromLink = useBoard((state) => state.origin === 'link');
  if (whatIf === null && !fromLink) return null;
  return (
    <div className={styles['bars']}>
      {whatIf !== null && <WhatIfBar label={whatIf} />}
      {fromLink && <LinkBar />}
    </div>
  );
}

/** The journey on the screen as it was before the what-if. */
const before = (state: BoardState) => {
  const report = reportBefore(state);
  const shown = currentJourney(state);
  if (report === null || shown === null) return null;
  return report.journeys[shown.id] ?? journeysOf(report)[0]?.journey ?? null;
};

function WhatIfBar({ label }: { readonly label: string }) {
  const old = useBoard(before);
  const fresh = useBoard((state) => (state.whatIfReport === null ? null : (currentJourney(state)?.journey ?? null)));
  return (
    <section className={styles['bar']} aria-label="What if" role="status">
      <span className={styles['label']}>
        <b>What if:</b> {label}
      </span>
      {old !== null && (
        <span className={styles['change']}>
          <span className={styles['old']}>
            {knownAvailability(old)}, {knownDowntime(old)}
          </span>
          <span aria-label="becomes">→</span>
          <b className={styles['new']} data-figure="what-if">
            {fresh === null ? '…' : `${knownAvailability(fresh)}, ${knownDowntime(fresh)}`}
          </b>
          {fresh !== null && fresh.objective !== null && (
            <Verdict met={fresh.objective.met} text={verdictText(fresh.objective)} />
          )}
        </span>
      )}
      <span className={styles['actions']}>
        <Button variant="accent" onClick={() => void runCommand('apply-what-if')}>
          Apply
        </Button>
        <Button onClick={() => void runCommand('discard-what-if')}>Discard</Button>
      </span>
    </section>
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
