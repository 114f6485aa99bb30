// `npm run oracles -- DIR`: holds the engine against a folder of figures made by other programs or printed in papers.
// Prints for each file how many agree and the worst relative error; what is not computed yet is said and not counted.
// Exit status 1 when anything disagrees, 2 when there is no such folder.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { faultTrees } from '../oracles/fault-trees.mjs';
import { latencies } from '../oracles/latency.mjs';
import { engset, erlang, mg1, mh1, mmc, mmcPercentiles, mmck, openNetwork } from '../oracles/queueing.mjs';
import { redundancyAllocation } from '../oracles/redundancy.mjs';
import { compositeSla } from '../oracles/slo.mjs';
import { uslFits } from '../oracles/usl.mjs';

/** Who reads a file, by the end of its path: a reader, a reason why none does, or null for what another file names. */
const READERS = [
  [/^fault-trees\/expected\.json$/, faultTrees],
  [/^fault-trees\/.*\.xml$/, null],
  [/^slo\/composite-sla\.json$/, compositeSla],
  [/^slo\/burn-rates\.json$/, 'burn rates are not computed yet'],
  [/^redundancy-allocation\/fyffe-hines-lee\.json$/, redundancyAllocation],
  [/^usl\/fits\.json$/, uslFits],
  [/^usl\/.*\.csv$/, null],
  [/^latency\/latency\.csv$/, latencies],
  [/^queueing\/erlang\.csv$/, erlang],
  [/^queueing\/engset\.csv$/, engset],
  [/^queueing\/mmc\.csv$/, mmc],
  [/^queueing\/mmc_r_queueing\.csv$/, mmcPercentiles],
  [/^queueing\/mmck\.csv$/, mmck],
  [/^queueing\/mg1\.csv$/, mg1],
  [/^queueing\/mh1\.csv$/, mh1],
  [/^queueing\/open_network\.csv$/, openNetwork],
  [/^durability\//, 'durability is not computed yet'],
  [/\.md$/, null],
];

const files = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();

/** What every one of several checks has to say, once for all that say the same. */
function grouped(checks) {
  const groups = new Map();
  for (const { what, note } of checks) groups.set(note, [...(groups.get(note) ?? []), what]);
  return [...groups].map(([note, whats]) => `${whats.join(', ')}: ${note}`);
}

/** "3 of 3 agree; worst relative error 1e-16", and below it what is not counted and what disagrees. */
function summary(name, checks, rest) {
  const closed = checks.filter(({ outcome }) => outcome !== 'open');
  const wrong = checks.filter(({ outcome }) => outcome === 'disagrees');
  const errors = closed.flatMap(({ error }) => (error === null ? [] : [error]));
  const byDigits = closed.filter((check) => check.byDigits === true).length;
  const said = [
    `${closed.length - wrong.length} of ${closed.length} agree`,
    ...(errors.length === 0 ? [] : [`worst relative error ${Math.max(...errors).toExponential(1)}`]),
    ...(byDigits === 0 ? [] : [`${byDigits} to every digit that is written`]),
    ...(rest === undefined ? [] : [rest]),
  ];
  console.log(`${name}: ${said.join('; ')}`);
  for (const group of grouped(checks.filter(({ outcome }) => outcome === 'open')))
    console.log(`  not counted: ${group}`);
  for (const { what, note } of wrong) console.log(`  DISAGREES: ${what}: ${note}`);
  return wrong.length;
}

/** Prints what came of a file's checks; how many disagree. */
function printed(name, { checks, lines = [], rest, counts }) {
  const wrong =
    summary(name, checks, rest) + (counts === undefined ? 0 : summary(`${name}, ${counts.of}`, counts.checks));
  for (const line of lines) console.log(`  ${line}`);
  return wrong;
}

const [given] = process.argv.slice(2);
if (given === undefined || !existsSync(given)) {
  console.error(given === undefined ? 'npm run oracles -- DIR' : `There is no folder ${given}`);
  process.exit(2);
}
const folder = resolve(given);
let wrong = 0;
for (const name of files(folder)) {
  const [, reader = 'nothing here reads it'] = READERS.find(([pattern]) => pattern.test(name)) ?? [];
  if (typeof reader === 'string') console.log(`${name}: ${reader}`);
  else if (reader !== null) {
    const path = join(folder, name);
    const text = readFileSync(path, 'utf8');
    wrong += printed(name, await reader(path.endsWith('.json') ? JSON.parse(text) : text, dirname(path)));
  }
}
console.log(wrong === 0 ? '\nnothing disagrees' : `\n${wrong} disagree`);
process.exitCode = wrong === 0 ? 0 : 1;
