import { layout, missingPositions } from '../drawing/layout.ts';
import { boardSvg } from '../drawing/svg.ts';
import { analyse } from '../engine/index.ts';
import type { Scenario } from '../model/scenario.ts';
import { loadFile, usageError, type CommandLine } from './command-line.ts';

/** `nineboard picture FILE`: one design as SVG, laid out where the file has no positions. */
export async function pictureCommand({ file, design, theme }: CommandLine): Promise<number> {
  if (theme !== 'light' && theme !== 'dark') return usageError(`--theme is light or dark, not ${theme}`);
  const loaded = await loadFile(file);
  if (!loaded) return 1;
  const index = designIndex(loaded.scenario, design);
  if (index === null) {
    return usageError(
      `no design "${design}"; there are ${loaded.scenario.designs.map((each) => `"${each.name}"`).join(', ')}`,
    );
  }
  const report = analyse(loaded.resolved, { designs: [index] });
  const scenario = placed(loaded.scenario, index);
  const own = report.designs.find((each) => each.name === scenario.designs[index]?.name) ?? null;
  process.stdout.write(`${boardSvg(scenario, index, own, { theme, lens: 'summary' })}\n`);
  return 0;
}

/** A design by its name, or by its number from 1; the first when none is named. */
function designIndex(scenario: Scenario, wanted: string | undefined): number | null {
  if (wanted === undefined) return 0;
  const byName = scenario.designs.findIndex((design) => design.name === wanted);
  const byNumber = Number(wanted) - 1;
  if (byName >= 0) return byName;
  return Number.isInteger(byNumber) && scenario.designs[byNumber] ? byNumber : null;
}

function placed(scenario: Scenario, index: number): Scenario {
  const design = scenario.designs[index];
  if (!design || missingPositions(scenario, index).length === 0) return scenario;
  return { ...scenario, at: { ...scenario.at, ...layout(design, scenario.at) } };
}
