import type { Outcome } from '../model/issue.ts';
import type { Scenario } from '../model/scenario.ts';
import { readScenario } from '../model/schema.ts';

/** A scenario as the text of a file that people can read and compare line by line. */
export const fileText = (scenario: Scenario): string => `${JSON.stringify(scenario, null, 2)}\n`;

/** Whether a text is meant as XML: no scenario of ours begins so. */
export const isXml = (text: string): boolean => /^\ufeff?\s*</.test(text);

/** The scenario in a file's text: one of ours, or fault trees in the Open-PSA format, whose reader comes when needed. */
export async function readFileText(text: string): Promise<Outcome<Scenario>> {
  if (!isXml(text)) return readScenario(text);
  const { readOpenPsa } = await import('./open-psa/read-open-psa.ts');
  return readOpenPsa(text);
}

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
