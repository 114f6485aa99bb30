import { limitText } from '../../words/latency.ts';
import { beyondTitle } from '../../words/latency-titles.ts';
import { countText } from '../../words/numbers.ts';
import { ChartFrame, type CopyPicture } from './ChartFrame.tsx';
import type { Axis } from './curve.ts';
import { CurvePlot } from './CurvePlot.tsx';
import { quantileDots, timeAxis, timeRange, withinTable } from './latency-series.ts';
import { shareLines, useDistribution } from './useDistribution.ts';
import { useSteady } from '../ui/useSteady.ts';

/** How far down the tail is drawn: to one request in 100,000. */
const LEAST = 1e-5;

const BEYOND: Axis = {
  scale: 'log',
  domain: [LEAST, 1],
  ticks: [1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1],
  text: (share) => countText(Math.round(1 / share)),
  name: 'one request in so many takes longer',
};

/** The tail: how many requests are not answered well within t yet, on a scale on which each step is a tenth. */
export function BeyondChart({ copyPicture }: { readonly copyPicture: CopyPicture }) {
  const { subject, sides, limit } = useDistribution();
  const [from, to] = timeRange(sides, 0.001, LEAST);
  const end = useSteady(to, subject);
  const start = 1 / useSteady(1 / from, subject);
  const [own] = sides;
  if (own === undefined) return null;
  const lines = shareLines(sides, 'beyond');
  return (
    <ChartFrame
      title={beyondTitle(own.journey, own.curve)}
      name="latency-tail"
      table={withinTable(sides)}
      copyPicture={copyPicture}
    >
      <CurvePlot
        x={timeAxis('log', start, end)}
        y={BEYOND}
        lines={lines}
        dots={quantileDots(own.journey, lines.at(-1), ['p90', 'p99', 'p999'])}
        mark={limit === null ? undefined : { x: limit, text: limitText(limit, own.journey) }}
      />
    </ChartFrame>
  );
}
