import { analyse } from '../../../src/engine/index.ts';
import { resolve } from '../../../src/formula/resolve.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import { readOpenPsa } from '../../../src/share/open-psa/read-open-psa.ts';

/** A fault tree named T; its first definition stands in line 3. */
export const treeText = (definitions: string, more = ''): string =>
  `<opsa-mef>\n<define-fault-tree name="T">\n${definitions}\n</define-fault-tree>\n${more}</opsa-mef>\n`;

export const basicEvent = (name: string, probability: number | string): string =>
  `<define-basic-event name="${name}"><float value="${probability}"/></define-basic-event>`;

/** The scenario in a text that holds one. */
export function scenarioIn(text: string): Scenario {
  const read = readOpenPsa(text);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

/** The unavailability of every journey, by the name of its client. */
export function chancesIn(text: string): Record<string, number | null> {
  const scenario = scenarioIn(text);
  const resolved = resolve(scenario);
  if (resolved.issues.length > 0) throw new Error(JSON.stringify(resolved.issues));
  const journeys = Object.entries(analyse(resolved).designs[0]?.journeys ?? {});
  return Object.fromEntries(journeys.map(([id, { unavailability }]) => [id, unavailability]));
}

/** What is wrong with a text, as the command line prints it. */
export function problemsIn(text: string): string[] {
  const read = readOpenPsa(text);
  return read.ok ? [] : read.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}
