// Trees in the Open-PSA format with the probability of their top events and the number of their minimal cut sets.
import { join } from 'node:path';
import { fact, figure, open } from './agreement.mjs';
import { evaluate, LIMIT_SECONDS } from './evaluate.mjs';

function probabilityCheck({ file, coherent, topProbability }, { report, refused, late }) {
  if (late) return open(file, `no answer in ${LIMIT_SECONDS} s`);
  if (refused !== undefined) {
    const named = /not coherent/.test(refused);
    return fact(file, coherent === false && named, `refused: ${refused.split('\n')[0]}`);
  }
  if (coherent === false) return fact(file, false, 'opened, though it is not coherent');
  const journeys = Object.values(report.designs[0].journeys);
  if (journeys.length !== 1) return fact(file, false, `${journeys.length} top events`);
  const [{ unavailability, bracket }] = journeys;
  if (unavailability !== null) return figure(file, unavailability, topProbability);
  return between(file, bracket, Number(topProbability));
}

/** None where nothing was counted on either side. */
function countChecks({ file, coherent, minimalCutSets }, { report }) {
  if (coherent === false || report === undefined || typeof minimalCutSets !== 'number') return [];
  return Object.values(report.designs[0].journeys).map(({ minimalCutSets: { count } }) =>
    count === null
      ? open(file, 'counting was stopped')
      : fact(file, count === minimalCutSets, `${count}, not ${minimalCutSets}`),
  );
}

/** A bracket that does not hold the number is wrong; one that does is still no answer. */
function between(file, bracket, expected) {
  if (bracket === null) return open(file, 'too large for an exact answer');
  const [low, high] = [bracket.low.unavailability, bracket.high.unavailability];
  const note = `only that it is between ${low} and ${high}`;
  return low <= expected && expected <= high ? open(file, note) : fact(file, false, note);
}

/** The checks of `expected.json`, with a line on each tree. */
export function faultTrees({ trees }, folder) {
  const answers = trees.map((tree) => ({ tree, answer: evaluate(join(folder, tree.file)) }));
  const checks = answers.map(({ tree, answer }) => probabilityCheck(tree, answer));
  const lines = answers.map(({ tree, answer }, place) => {
    const { error, note = '' } = checks[place];
    const said = error === null ? note : `relative error ${error.toExponential(1)}`;
    return `${tree.file.padEnd(16)} ${answer.milliseconds.toFixed(0).padStart(7)} ms  ${said}`;
  });
  const counts = { of: 'minimal cut sets', checks: answers.flatMap(({ tree, answer }) => countChecks(tree, answer)) };
  return { checks, lines, counts };
}
