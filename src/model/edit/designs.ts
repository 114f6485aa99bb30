import type { Scenario } from '../scenario.ts';
import { withDesign, withoutStrayPositions } from './design.ts';
import { freshName } from './ids.ts';
import { withKey } from './record.ts';

/** Adds a design at the end as a copy of another. */
export function addDesign(scenario: Scenario, copyOf: number, name?: string): Scenario {
  const original = scenario.designs[copyOf];
  if (original === undefined) return scenario;
  const names = scenario.designs.map((design) => design.name);
  const copy = withKey({ ...original, name: name ?? freshName(names, original.name) }, 'id', undefined);
  return { ...scenario, designs: [...scenario.designs, copy] };
}

export const renameDesign = (scenario: Scenario, design: number, name: string): Scenario =>
  name.trim() === '' ? scenario : withDesign(scenario, design, (each) => withKey(each, 'name', name.trim()));

/** Removes a design; the last one stays. */
export function removeDesign(scenario: Scenario, design: number): Scenario {
  const removed = scenario.designs[design];
  if (removed === undefined || scenario.designs.length === 1) return scenario;
  const designs = scenario.designs.toSpliced(design, 1);
  return withoutStrayPositions({ ...scenario, designs }, [
    ...Object.keys(removed.components),
    ...Object.keys(removed.domains ?? {}),
  ]);
}

/** Moves a design to another place in the order. */
export function moveDesign(scenario: Scenario, from: number, to: number): Scenario {
  const design = scenario.designs[from];
  const possible = to >= 0 && to < scenario.designs.length && from !== to;
  return design === undefined || !possible
    ? scenario
    : { ...scenario, designs: scenario.designs.toSpliced(from, 1).toSpliced(to, 0, design) };
}

export const setDesignNotes = (scenario: Scenario, design: number, notes: string): Scenario =>
  withDesign(scenario, design, (each) => withKey(each, 'notes', notes.trim() === '' ? undefined : notes));
