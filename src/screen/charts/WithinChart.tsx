import { useState } from 'react';
import { limitText } from '../../words/latency.ts';
import { withinTitle } from '../../words/latency-titles.ts';
import { percentText } from '../../words/numbers.ts';
import { Button } from '../ui/Button.tsx';
import { ChartFrame, type CopyPicture } from './ChartFrame.tsx';
import type { Axis } from './curve.ts';
import { CurvePlot } from './CurvePlot.tsx';
import { quantileDots, SHARES, timeAxis, timeRange, withinTable } from './latency-series.ts';
import { shareLines, useDistribution } from './useDistribution.ts';
import { useSteady } from '../ui/useSteady.ts';

const SHARE: Axis = { ...SHARES, text: percentText, name: 'requests answered well within' };

/** The share of requests that are answered well within t; another design's as a dashed line. */
export function WithinChart({ copyPicture }: { readonly copyPicture: CopyPicture }) {
  const [linear, setLinear] = useState(false);
  const { subject, sides, limit } = useDistribution();
  const [from, to] = timeRange(sides, 0.001, linear ? 0.002 : 0.0002);
  const end = useSteady(Math.max(to, limit === null ? 0 : 1.1 * limit), `${subject} ${linear}`);
  const start = 1 / useSteady(1 / from, subject);
  const [own, other] = sides;
  if (own === undefined) return null;
  const lines = shareLines(sides, 'within');
  return (
    <ChartFrame
      title={withinTitle(own.journey, other && { letter: other.letter, times: other.journey })}
      name="latency"
      table={withinTable(sides)}
      copyPicture={copyPicture}
      choices={
        <Button aria-pressed={linear} onClick={() => setLinear(!linear)} title="An axis with even steps">
          Linear
        </Button>
      }
    >
      <CurvePlot
        x={timeAxis(linear ? 'linear' : 'log', start, end)}
        y={SHARE}
        lines={lines}
        dots={quantileDots(own.journey, lines.at(-1), ['p50', 'p99'])}
        mark={limit === null ? undefined : { x: limit, text: limitText(limit, own.journey) }}
      />
    </ChartFrame>
  );
}
