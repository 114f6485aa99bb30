import { parseQuantity } from '../quantity/parse-quantity.ts';
import type { Scenario, Value } from '../scenario.ts';
import { setField } from './components.ts';

const RATES = ['rate', 'average'] as const;

/** A rate so many times as high: a number as a number, a formula as a product. */
function multiplied(rate: Value, times: number): Value {
  const read = parseQuantity(rate, 'rate');
  if (read.kind !== 'value') return `${times} * (${rate})`;
  const product = Number((read.value * times).toPrecision(12));
  return typeof rate === 'number' ? product : `${product} req/s`;
}

/** Every client of a design sends so many times as much, at peak and on average. */
export function multiplyRates(scenario: Scenario, design: number, times: number): Scenario {
  const clients = Object.entries(scenario.designs[design]?.components ?? {}).filter(
    ([, { kind }]) => kind === 'client',
  );
  return clients.reduce(
    (changed, [id, client]) =>
      RATES.reduce((sent, key) => {
        const rate = client[key];
        return rate === undefined ? sent : setField(sent, design, id, key, multiplied(rate, times));
      }, changed),
    scenario,
  );
}
