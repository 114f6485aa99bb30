// Queues in their long run: probabilities of waiting and of loss, mean times, percentiles.
import { join, resolve } from 'node:path';
import { runnerImport } from 'vite';
import { closeTo, fact, open } from './agreement.mjs';

/** How near other programs come: they solve for states as a whole, and so lose what is small beside 1. */
const CLOSE = { relative: 1e-12, absolute: 1e-300 };
const SOLVED = { relative: 1e-12, absolute: 1e-14 };

const root = resolve(import.meta.dirname, '../..');
const engine = async (file) => (await runnerImport(join(root, 'src/engine/queueing', `${file}.ts`), { root })).module;

/** The rows of a table by the names of its columns: numbers, and several where a cell holds several. */
function rowsOf(text) {
  const [head, ...lines] = text.trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, column) => [names[column], cell])));
}
const numbers = (cell) => cell.split(' ').map(Number);

/** A reader of a table: for each row, what is computed and what is written, by the name of the column. */
const table = (files, checksOf) => async (text) => {
  const modules = Object.assign({}, ...(await Promise.all(files.map(engine))));
  const checks = rowsOf(text).flatMap((row) => {
    const what = Object.values(row).slice(0, 4).join(' ');
    return checksOf(modules, row).map(([column, value, distance = CLOSE, known]) => {
      const name = `${what}, ${column}`;
      if (row[column] === 'NaN') return fact(name, value === 1, `${value}, where all wait`);
      const explained = known !== undefined && closeTo(name, known.value, row[column], distance).outcome === 'agrees';
      return explained ? open(name, known.note) : closeTo(name, value, row[column], distance);
    });
  });
  return { checks };
};

export const erlang = table(['erlang'], ({ erlangB, erlangC }, { A, c }) => [
  ['B', erlangB(Number(c), Number(A))],
  ['C', erlangC(Number(c), Number(A))],
]);

export const engset = table(['erlang'], ({ engset }, { A, m, n }) => [['B', engset(Number(m), Number(n), Number(A))]]);

const queueOf = ({ lambda, mu, c }) => ({
  arrivalsPerSecond: Number(lambda),
  serviceSeconds: 1 / Number(mu),
  servers: Number(c),
});

export const mmc = table(['mmc', 'erlang'], ({ mmc, erlangB }, row) => {
  const { utilisation, waitingProbability, meanWaitSeconds, meanResponseSeconds } = mmc(queueOf(row));
  const { arrivalsPerSecond, serviceSeconds, servers } = queueOf(row);
  return [
    ...('rho' in row
      ? [['rho', utilisation]]
      : [
          ['Wq', meanWaitSeconds],
          ['Lq', meanWaitSeconds * arrivalsPerSecond],
        ]),
    ['erlangB', erlangB(servers, arrivalsPerSecond * serviceSeconds)],
    ['erlangC', waitingProbability],
    ['L', meanResponseSeconds * arrivalsPerSecond],
    ['W', meanResponseSeconds],
  ];
});

const PERCENTILES = { p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99, p999: 0.999 };

export const mmcPercentiles = async (text) => {
  const percentiles = table(['mmc'], ({ mmc, mmcWaitQuantile, mmcResponseQuantile }, row) =>
    Object.entries(PERCENTILES).flatMap(([name, probability]) => [
      [`Wq_${name}`, mmcWaitQuantile(mmc(queueOf(row)), probability), SOLVED],
      [`W_${name}`, mmcResponseQuantile(mmc(queueOf(row)), probability), SOLVED],
    ]),
  );
  return { ...(await mmc(text)), counts: { of: 'percentiles', checks: (await percentiles(text)).checks } };
};

export const mmck = table(['mmck'], ({ mmck }, row) => {
  const queue = { ...queueOf(row), capacity: Number(row.K) };
  const { blockingProbability, carriedPerSecond, utilisation, meanResponseSeconds } = mmck(queue);
  return [
    ['U', utilisation, SOLVED],
    ['R_accepted', meanResponseSeconds, SOLVED],
    ['L', meanResponseSeconds * carriedPerSecond, SOLVED],
    ['X_carried', carriedPerSecond, SOLVED],
    ['pK_block', blockingProbability, SOLVED],
  ];
});

/** Utilisation, mean times and how many are inside, of one server. */
function oneServer(mg1MeanWait, arrivalsPerSecond, serviceSeconds, scv) {
  const wait = mg1MeanWait({ arrivalsPerSecond, serviceSeconds }, scv);
  const response = wait + serviceSeconds;
  return [
    ['U', arrivalsPerSecond * serviceSeconds],
    ['W', response],
    ['L', arrivalsPerSecond * response],
  ];
}

export const mg1 = table(['mg1'], ({ mg1MeanWait }, { lambda, ES, scv }) => [
  ...oneServer(mg1MeanWait, Number(lambda), Number(ES), Number(scv)),
  ['Wq', mg1MeanWait({ arrivalsPerSecond: Number(lambda), serviceSeconds: Number(ES) }, Number(scv))],
]);

/** Its second moment of service is written as Σ α/μ², which for exponentials is the half of it; so is the wait. */
const HALF = 'written for half the second moment of service, Σ α/μ² instead of 2 Σ α/μ²';

export const mh1 = table(['mg1'], ({ mg1MeanWait, hyperexponential }, { lambda, ...row }) => {
  const parts = [1, 2].map((i) => ({ probability: Number(row[`alpha${i}`]), meanSeconds: 1 / Number(row[`mu${i}`]) }));
  const { serviceSeconds, scv } = hyperexponential(parts);
  const halved = oneServer(mg1MeanWait, Number(lambda), serviceSeconds, (scv + 1) / 2 - 1);
  return oneServer(mg1MeanWait, Number(lambda), serviceSeconds, scv).map(([name, value], place) =>
    name === 'U' ? [name, value] : [name, value, CLOSE, { value: halved[place][1], note: HALF }],
  );
});

export const openNetwork = table(['open-network'], ({ openNetwork }, { lambda, S, V, m }) => {
  const [services, visits, servers] = [S, V, m].map(numbers);
  const stations = services.map((serviceSeconds, i) => ({ serviceSeconds, visits: visits[i], servers: servers[i] }));
  const { responseSeconds, stations: each } = openNetwork(Number(lambda), stations);
  return [
    ...each.flatMap(({ utilisation, responseSeconds, inside }, i) => [
      [`U${i + 1}`, utilisation],
      [`R${i + 1}`, responseSeconds],
      [`Q${i + 1}`, inside],
    ]),
    ['Rsys', responseSeconds],
  ];
});
