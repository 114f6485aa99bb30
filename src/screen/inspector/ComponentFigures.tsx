import type { ComponentReport, JourneyPart } from '../../model/report.ts';
import type { Component } from '../../model/scenario.ts';
import { useCalm } from '../../store/calm.ts';
import { componentReport, currentJourney, partOf } from '../../store/selectors.ts';
import { ownTitle, shareTitle, speedupTitle, withDependenciesTitle } from '../../words/figure-titles.ts';
import { nameOf } from '../../words/names.ts';
import { restsOnSentence } from '../../words/sentences.ts';
import { Folded, Part } from './Part.tsx';
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
  const rests = restsOnSentence(name, component, report);
  return (
    <>
      <Part title={ownTitle(name, report)}>
        <Working figure={{ figure: 'group-availability', design, component: id }} />
      </Part>
      {part !== null && component.kind !== 'gate' && component.kind !== 'external' && (
        <ReplicaChanges part={part} replicas={report.replicas} />
      )}
      {rests !== '' && (
        <Part title="Rests on">
          <p className={styles['prose']}>{rests}</p>
        </Part>
      )}
      <MoreFigures id={id} report={report} part={part} design={design} />
    </>
  );
}

interface MoreFiguresProps {
  readonly id: string;
  readonly report: ComponentReport;
  readonly part: JourneyPart | null;
  readonly design: number;
}

function MoreFigures({ id, report, part, design }: MoreFiguresProps) {
  const journey = useCalm((state) => currentJourney(state)?.id ?? null);
  const needs = withDependenciesTitle(report);
  return (
    <>
      {part !== null && journey !== null && (
        <Folded title={shareTitle(part)}>
          <Working figure={{ figure: 'share', design, journey, component: id }} />
        </Folded>
      )}
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
