import { analyse, createCache, curve, type EngineCache } from '../engine/index.ts';
import type { CutSets, Report } from '../model/report.ts';
import type { Resolved } from '../model/resolved.ts';
import { markdownReport } from '../share/markdown.ts';
import { loadFile, type CommandLine } from './command-line.ts';

/** `nineboard evaluate FILE [--json]`: the report of every design. */
export async function evaluateCommand({ file, json }: CommandLine): Promise<number> {
  const loaded = await loadFile(file);
  if (!loaded) return 1;
  const cache = createCache();
  const report = analyse(loaded.resolved, {}, cache);
  if (json) {
    const whole = loaded.faultTrees ? withCutSets(report, loaded.resolved, cache) : report;
    process.stdout.write(`${JSON.stringify(whole)}\n`);
  } else
    process.stdout.write(
      report.designs.map((design, index) => markdownReport(loaded.scenario, index, design)).join('\n'),
    );
  return 0;
}

/** The number of minimal cut sets beside every journey, null where counting was stopped: what programs for fault trees say. */
function withCutSets(report: Report, resolved: Resolved, cache: EngineCache): object {
  const counted = (design: number, journey: string): { count: number | null } => {
    const { count } = curve(resolved, { question: 'cut-sets', design, journey, most: 0 }, cache) as CutSets;
    return { count };
  };
  const designs = report.designs.map((design, index) => ({
    ...design,
    journeys: Object.fromEntries(
      Object.entries(design.journeys).map(([id, journey]) => [id, { ...journey, minimalCutSets: counted(index, id) }]),
    ),
  }));
  return { ...report, designs };
}
