import { analyse } from '../engine/index.ts';
import { markdownReport } from '../share/markdown.ts';
import { loadFile, type CommandLine } from './command-line.ts';

/** `nineboard evaluate FILE [--json]`: the report of every design. */
export async function evaluateCommand({ file, json }: CommandLine): Promise<number> {
  const loaded = await loadFile(file);
  if (!loaded) return 1;
  const report = analyse(loaded.resolved);
  if (json) process.stdout.write(`${JSON.stringify(report)}\n`);
  else
    process.stdout.write(
      report.designs.map((design, index) => markdownReport(loaded.scenario, index, design)).join('\n'),
    );
  return 0;
}
