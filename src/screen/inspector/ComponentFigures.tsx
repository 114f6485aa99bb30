import type { ComponentReport, JourneyPart } from '../../model/report.ts';
import type { Component } from '../../model/scenario.ts';
import { useCalm } from '../../store/calm.ts';
import { componentReport, currentJourney, currentReport, partOf, shownDesign } from '../../store/selectors.ts';
import { claimSentence, claimsOn } from '../../words/claims.ts';
import { ownTitle, shareTitle, speedupTitle, withDependenciesTitle } from '../../words/figure-titles.ts';
import { nameOf } from '../../words/names.ts';
import { unbroken } from '../../words/numbers.ts';
import { restsOnSentence } from '../../words/sentences.ts';
import { VisitFigures } from './LatencyFigures.tsx';
import { LoadFigures } from './LoadFigures.tsx';
import { LoadWorking } from './LoadWorking.tsx';
import { OutageLine } from './OutageLine.tsx';
import { Folded, Part } from './Part.tsx';
import { Importance, SinglePoint } from './PartFigures.tsx';
import { ReplicaChanges } from './ReplicaChanges.tsx';
import styles from './inspector.module.css';
import { Working } from './Working.tsx';

/** What follows from a component's fields, each figure with its working. */
export function ComponentFigures({ id, component }: { readonly id: string; readonly component: Component }) {
  const report = useCalm((state) => componentReport(state, id));
  const part = useCalm((state) => partOf(state, id));
  const design = useCalm((state) => state.design);
  if (report === null) return null;
  const name = nameOf(id, component);
  return (
    <>
      <Part title={ownTitle(name, report)}>
        <Working figure={{ figure: 'group-availability', design, component: id }} />
        {component.kind !== 'gate' && <OutageLine outages={report.outages} />}
        {part !== null && <SinglePoint part={part} />}
      </Part>
      {report.latency !== null && <VisitFigures name={name} latency={report.latency} />}
      {report.load !== null && <LoadFigures name={name} load={report.load} />}
      {report.load !== null && <LoadWorking id={id} load={report.load} />}
      {part !== null && component.kind !== 'gate' && component.kind !== 'external' && (
        <ReplicaChanges part={part} replicas={report.replicas} />
      )}
      <RestsOn id={id} component={component} name={name} report={report} />
      <MoreFigures id={id} report={report} part={part} design={design} />
    </>
  );
}

interface RestsOnProps {
  readonly id: string;
  readonly component: Component;
  readonly name: string;
  readonly report: ComponentReport;
}

/** What the numbers take for granted here, and what the journey becomes where that is false. */
function RestsOn({ id, component, name, report }: RestsOnProps) {
  const claims = useCalm((state) => currentJourney(state)?.journey.claims ?? null);
  const design = useCalm(shownDesign);
  const all = useCalm(currentReport);
  if (design === null || all === null) return null;
  const own = claims === null ? [] : claimsOn(claims, { of: 'component', id });
  const said = own.some(({ of }) => of === 'replicas') ? '' : restsOnSentence(name, component, report);
  const sentences = [
    ...own.map((claim) => (claims === null ? '' : claimSentence(claim, claims, design, all))),
    said,
  ].filter((sentence) => sentence !== '');
  if (sentences.length === 0) return null;
  return (
    <Part title="Rests on">
      {sentences.map((sentence) => (
        <p key={sentence} className={styles['prose']}>
          {unbroken(sentence)}
        </p>
      ))}
    </Part>
  );
}

interface MoreFiguresProps {
  readonly id: string;
  readonly report: ComponentReport;
  readonly part: JourneyPart | null;
  readonly design: number;
}

function MoreFigures({ id, report, part, design }: MoreFiguresProps) {
  const journey = useCalm(currentJourney);
  const needs = withDependenciesTitle(report);
  return (
    <>
      {part !== null && journey !== null && (
        <Folded title={shareTitle(part, journey.journey)}>
          <Working figure={{ figure: 'share', design, journey: journey.id, component: id }} />
        </Folded>
      )}
      {part !== null && <Importance part={part} />}
      {needs !== '' && (
        <Folded title={needs}>
          <Working figure={{ figure: 'visit-availability', design, component: id }} />
        </Folded>
      )}
      {report.scaling !== null && (
        <Folded title={speedupTitle(report.replicas, report.scaling)}>
          <Working figure={{ figure: 'scaling', design, component: id }} />
        </Folded>
      )}
    </>
  );
}
