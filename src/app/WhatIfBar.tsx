import { useEffect, useRef } from 'react';
import { runCommand } from '../commands/registry.ts';
import { Button } from '../screen/ui/Button.tsx';
import { useFocusHandedOn } from '../screen/ui/useFocusHandedOn.ts';
import { Verdict } from '../screen/ui/Verdict.tsx';
import { useCurve } from '../store/answers.ts';
import { board, useBoard } from '../store/board.ts';
import { useCalm } from '../store/calm.ts';
import {
  currentJourney,
  currentJourneys,
  isWhatIf,
  journeysOf,
  reportBefore,
  shownDesign,
} from '../store/selectors.ts';
import { isDown } from '../model/edit/what-if.ts';
import type { JourneyReport } from '../model/report.ts';
import type { BoardState } from '../store/state.ts';
import { whatIfText } from '../words/held.ts';
import { knownAvailability, knownDowntime } from '../words/known.ts';
import { verdictText } from '../words/labels.ts';
import { latencyVerdictText, leadingText } from '../words/latency.ts';
import { componentName } from '../words/names.ts';
import { hasTimes } from '../words/times.ts';
import { MOST_WAYS, waysLeft } from '../words/what-if.ts';
import styles from './bars.module.css';
import type { PageLayout } from './page-layout.ts';

/** What is tried out or held, or is to be clicked, in words. */
const text = (state: BoardState): string =>
  isWhatIf(state) ? whatIfText(state.whatIf?.label ?? null, shownDesign(state), state.held) : 'click what is down';

/** Takes the focus over from a button that is gone; who came by pointer keeps the keys of the board. */
function takeFocus(button: HTMLButtonElement | null): void {
  if (document.activeElement !== document.body) return;
  button?.focus({ preventScroll: true });
  if (button?.matches(':focus-visible') !== true) button?.blur();
}

/** What is only shown: what it is, what it does, and the ways out of it. */
export function WhatIfBar({ layout }: { readonly layout: PageLayout }) {
  const label = useBoard(text);
  const shown = useBoard(isWhatIf);
  const held = useBoard((state) => state.held.length > 0);
  const down = useBoard((state) => state.held.some(isDown));
  // As calm as what vanishes when something is tried.
  const tried = useCalm((state) => state.whatIf !== null);
  const bar = useFocusHandedOn<HTMLElement>();
  const apply = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (tried) takeFocus(apply.current);
  }, [tried]);
  return (
    <section ref={bar} className={styles['bar']} aria-label="What if" role="status">
      <span className={styles['label']}>
        <b>What if:</b> {label}
      </span>
      {shown && <Change held={held} />}
      {down && <Ways />}
      <span className={styles['actions']}>
        <ByClick />
        {held && <Details layout={layout} />}
        {shown && (
          <>
            <Button ref={apply} variant="accent" onClick={() => void runCommand('apply-what-if')}>
              Apply
            </Button>
            <Button onClick={() => void runCommand('discard-what-if')}>Discard</Button>
          </>
        )}
      </span>
    </section>
  );
}

/** The journey on the screen as it was before the what-if. */
const before = (state: BoardState) => {
  const report = reportBefore(state);
  const shown = currentJourney(state);
  if (report === null || shown === null) return null;
  return report.journeys[shown.id] ?? journeysOf(report)[0]?.journey ?? null;
};

/** Which of several journeys the figures are of. */
const journeyName = (state: BoardState): string | null => {
  const [design, journey] = [shownDesign(state), currentJourney(state)];
  return design === null || journey === null || currentJourneys(state).length < 2
    ? null
    : componentName(design, journey.id);
};

function Change({ held }: { readonly held: boolean }) {
  const old = useBoard(before);
  const fresh = useBoard((state) => (state.whatIfReport === null ? null : (currentJourney(state)?.journey ?? null)));
  const name = useBoard(journeyName);
  const promised = fresh?.latency?.objective ?? null;
  if (old === null) return null;
  return (
    <span className={styles['change']}>
      {name !== null && <span>{name}</span>}
      <span className={styles['old']}>
        <Known known={old} />
      </span>
      <span aria-label="becomes">→</span>
      <b className={styles['new']} data-figure="what-if">
        {fresh === null ? '…' : <Known known={fresh} />}
      </b>
      {!held && fresh !== null && fresh.objective !== null && (
        <Verdict met={fresh.objective.met} text={verdictText(fresh.objective)} />
      )}
      {!held && promised !== null && <Verdict met={promised.met} text={latencyVerdictText(promised)} />}
    </span>
  );
}

function Known({ known }: { readonly known: JourneyReport }) {
  return (
    <>
      {knownAvailability(known)}
      <span className={styles['downtime']}>, {knownDowntime(known)}</span>
      {hasTimes(known) && <span className={styles['times']}>, {leadingText(known)}</span>}
    </>
  );
}

function Ways() {
  const journey = useBoard(currentJourney);
  const design = useBoard((state) => state.design);
  const answer = useCurve(
    journey === null ? null : { question: 'paths', design, journey: journey.id, most: MOST_WAYS },
  );
  const ways = answer?.question === 'paths' && journey !== null ? waysLeft(answer, journey.journey) : '';
  return ways === '' ? null : <span data-figure="ways-left">{ways}</span>;
}

/** Whether a click on the board takes down what it hits. */
function ByClick() {
  const pressed = useBoard((state) => state.tool === 'down');
  return (
    <Button
      icon="PowerOff"
      className={styles['byClick']}
      title="Take down what is clicked, and bring it up again"
      aria-label="Click to take down"
      aria-pressed={pressed}
      onClick={() => void runCommand('take-down-by-click')}
    >
      <span>Click to take down</span>
    </Button>
  );
}

/** Leads to the panel that says who is hurt, where that is out of sight. */
function Details({ layout }: { readonly layout: PageLayout }) {
  const visible = useBoard((state) => (layout === 'phone' ? state.phoneTab === 'board' : state.inspectorOpen));
  if (visible) return null;
  return (
    <Button onClick={() => board.getState().setView({ inspectorOpen: true, phoneTab: 'board' })}>Who is hurt</Button>
  );
}
