import type { Scenario, ScenarioObjectives, Value } from '../scenario.ts';
import { withKey } from './record.ts';

/** A board with nothing on it. */
export const emptyScenario = (): Scenario => ({
  format: 'nineboard/1',
  title: 'Untitled',
  designs: [{ name: 'today', components: {} }],
});

const written = (text: string): string | undefined => (text.trim() === '' ? undefined : text);

export const setTitle = (scenario: Scenario, title: string): Scenario =>
  withKey(scenario, 'title', written(title)?.trim());

export const setNotes = (scenario: Scenario, notes: string): Scenario => withKey(scenario, 'notes', written(notes));

/** Sets an objective of the whole scenario; those of a journey are fields of its client. */
export const setObjective = (scenario: Scenario, key: keyof ScenarioObjectives, value: Value | undefined): Scenario =>
  withKey(scenario, 'objectives', withKey(scenario.objectives ?? {}, key, value));
