import { analyse, createCache, curve, type EngineCache } from '../engine/index.ts';
import type { CutSets, DesignReport, Report } from '../model/report.ts';
import type { Resolved } from '../model/resolved.ts';
import { markdownReport } from '../share/markdown.ts';
import { loadFile, type CommandLine } from './command-line.ts';

/** `nineboard evaluate FILE [--json] [--within TIME]`: the report of every design. */
export async function evaluateCommand({ file, json, within }: CommandLine): Promise<number> {
  const loaded = await loadFile(file);
  if (!loaded) return 1;
  const cache = createCache();
  const report = analyse(loaded.resolved, { within }, cache);
  if (json) {
    const whole = loaded.faultTrees ? withCutSets(report, loaded.resolved, cache) : report;
    process.stdout.write(`${JSON.stringify(whole)}\n`);
  } else
    process.stdout.write(
      report.designs
        .map((design, index) =>
          markdownReport(loaded.scenario, index, design, cutSetsOf(loaded.resolved, index, design, cache)),
        )
        .join('\n'),
    );
  return 0;
}

/** How many cut sets are printed for each journey. */
const LIKELIEST = 10;

const asked = (resolved: Resolved, design: number, journey: string, most: number, cache: EngineCache): CutSets =>
  curve(resolved, { question: 'cut-sets', design, journey, most }, cache) as CutSets;

/** The likeliest cut sets of every journey of a design. */
const cutSetsOf = (
  resolved: Resolved,
  index: number,
  { journeys }: DesignReport,
  cache: EngineCache,
): Record<string, CutSets> =>
  Object.fromEntries(Object.keys(journeys).map((id) => [id, asked(resolved, index, id, LIKELIEST, cache)]));

/** The number of minimal cut sets beside every journey, null where counting was stopped: what programs for fault trees say. */
function withCutSets(report: Report, resolved: Resolved, cache: EngineCache): object {
  const counted = (design: number, journey: string): { count: number | null } => {
    const { count } = asked(resolved, design, journey, 0, cache);
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
