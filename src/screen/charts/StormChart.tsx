import { useState } from 'react';
import { useLoad } from '../../store/answers.ts';
import { useCalm } from '../../store/calm.ts';
import { currentJourney, shownDesign } from '../../store/selectors.ts';
import { foundRateText, stormText } from '../../words/load-sentences.ts';
import { STORM_LEGEND } from '../../words/load-titles.ts';
import { countText, percentText, rateText } from '../../words/numbers.ts';
import { Button } from '../ui/Button.tsx';
import { roundEnd } from '../ui/round-end.ts';
import { useSteady } from '../ui/useSteady.ts';
import { ChartFrame, type CopyPicture } from './ChartFrame.tsx';
import type { CurveDot } from './curve.ts';
import { CurvePlot } from './CurvePlot.tsx';
import { SHARES } from './latency-series.ts';
import { evenAxis, stormLines, stormTable } from './load-series.ts';
import { heightAt } from './time-axis.ts';

/** What retries make of the load: where both lines run there are two states, and the past decides which. */
export function StormChart({ copyPicture }: { readonly copyPicture: CopyPicture }) {
  const [amplified, setAmplified] = useState(false);
  const journey = useCalm((state) => currentJourney(state)?.id ?? null);
  const index = useCalm((state) => state.design);
  const design = useCalm(shownDesign);
  const curve = useLoad(journey === null ? null : { question: 'storm', design: index, journey });
  const lines = curve === null ? [] : stormLines(curve, amplified ? 'amplification' : 'success');
  const subject = `${index} ${journey} ${amplified}`;
  const most = useSteady(roundEnd(curve?.points.at(-1)?.ratePerSecond ?? 1), subject);
  const high = useSteady(
    roundEnd(Math.max(1, ...lines.flatMap(({ points }) => points.map(({ y }) => y ?? 0)))),
    subject,
  );
  if (curve === null || design === null || curve.points.length === 0) return null;
  const { today, tipsAbove, recoversBelow } = curve;
  const dot = (x: number | null, line: 'calm' | 'stormy', what: string): CurveDot[] => {
    if (x === null) return [];
    const y = heightAt(lines.find(({ key }) => key === line)?.points ?? [], x);
    return [{ x, y, text: `${what} ${foundRateText(x)}` }];
  };
  const apart = recoversBelow !== null && tipsAbove !== null && recoversBelow < tipsAbove;
  const dots = [...dot(tipsAbove, 'calm', 'tips over'), ...(apart ? dot(recoversBelow, 'stormy', 'comes back') : [])];
  return (
    <ChartFrame
      title={stormText(curve, design)}
      name="retries"
      table={stormTable(curve)}
      copyPicture={copyPicture}
      choices={
        <Button
          aria-pressed={amplified}
          onClick={() => setAmplified(!amplified)}
          title="Requests that come of one, with all its retries"
        >
          Amplification
        </Button>
      }
    >
      <CurvePlot
        height={9}
        x={evenAxis(most, 'req/s of this client', countText)}
        y={
          amplified
            ? evenAxis(high, `requests for each: ${STORM_LEGEND}`, countText)
            : { ...SHARES, text: percentText, name: `success: ${STORM_LEGEND}` }
        }
        lines={lines}
        dots={dots}
        mark={today === null ? undefined : { x: today.ratePerSecond, text: `today ${rateText(today.ratePerSecond)}` }}
      />
    </ChartFrame>
  );
}
