import { boardSvg } from '../drawing/svg.ts';
import type { DesignReport } from '../model/report.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Lens } from '../words/labels.ts';

/**
 * The picture of a design to hand on: light, with the summary's figures on the nodes, the very file that the command line
 * writes; while the page shows loads, with those and the requests on the arrows.
 */
export const boardPicture = (
  scenario: Scenario,
  design: number,
  report: DesignReport | null,
  journey: string | null,
  shown: Lens,
): string =>
  `${boardSvg(scenario, design, report, { theme: 'light', lens: shown === 'load' ? 'load' : 'summary', journey })}\n`;
