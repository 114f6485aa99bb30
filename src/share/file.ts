import type { Outcome } from '../model/issue.ts';
import type { Scenario } from '../model/scenario.ts';
import { readScenario } from '../model/schema.ts';

/** A scenario as the text of a file that people can read and compare line by line. */
export const fileText = (scenario: Scenario): string => `${JSON.stringify(scenario, null, 2)}\n`;

/** The scenario in a file's text. */
export const readFileText = (text: string): Outcome<Scenario> => readScenario(text);

/** A file name from a title: letters and digits of any script, joined by hyphens. */
export function fileName(title: string | undefined, extension = 'nineboard.json'): string {
  const stem =
    (title ?? '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join('-')
      .slice(0, 80) ?? '';
  return `${stem === '' ? 'board' : stem}.${extension}`;
}
