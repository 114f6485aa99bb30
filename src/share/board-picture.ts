import { boardSvg } from '../drawing/svg.ts';
import type { DesignReport } from '../model/report.ts';
import type { Scenario } from '../model/scenario.ts';

/**
 * The picture of a design to hand on: light, with the summary's figures on the nodes, whatever the page shows just now;
 * the very file that the command line writes.
 */
export const boardPicture = (
  scenario: Scenario,
  design: number,
  report: DesignReport | null,
  journey: string | null,
): string => `${boardSvg(scenario, design, report, { theme: 'light', lens: 'summary', journey })}\n`;
