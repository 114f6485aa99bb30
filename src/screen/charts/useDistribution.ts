import { useShallow } from 'zustand/react/shallow';
import type { JourneyReport, WithinCurve } from '../../model/report.ts';
import { useCalm } from '../../store/calm.ts';
import { besideShown, limitShown, timedJourney } from '../../store/chart-subjects.ts';
import { shownScenario } from '../../store/selectors.ts';
import { useWithin } from '../../store/useWithin.ts';
import { designLetter } from '../../words/labels.ts';
import type { CurveLine } from './curve.ts';
import { shareLine } from './latency-series.ts';

/** A design's times: the one on the board, or the one beside it. */
export interface Side {
  readonly letter: string;
  /** "A today". */
  readonly name: string;
  readonly journey: JourneyReport;
  readonly curve: WithinCurve;
}

interface Distribution {
  /** What the axes stay for. */
  readonly subject: string;
  /** The design on the board first. */
  readonly sides: readonly Side[];
  readonly limit: number | null;
}

/** What the charts of the distribution draw: the times of one design, or of two. */
export function useDistribution(): Distribution {
  const named = useCalm(timedJourney);
  const index = useCalm((state) => state.design);
  const beside = useCalm(useShallow(besideShown));
  const limit = useCalm(limitShown);
  const designs = useCalm((state) => shownScenario(state).designs);
  const own = useWithin(index);
  const other = useWithin(beside?.design ?? null);
  const side = (design: number, journey: JourneyReport | undefined, curve: WithinCurve | null): Side[] =>
    journey === undefined || curve === null
      ? []
      : [
          {
            letter: designLetter(design),
            name: `${designLetter(design)} ${designs[design]?.name ?? ''}`.trim(),
            journey,
            curve,
          },
        ];
  const first = side(index, named?.journey, own);
  const second = beside === null || first.length === 0 ? [] : side(beside.design, beside.journey, other);
  return { subject: `${index} ${named?.id}`, sides: [...first, ...second], limit };
}

/** The lines of one or two designs: the second dashed, and below the first. */
export const shareLines = (sides: readonly Side[], of: 'within' | 'beyond'): CurveLine[] =>
  sides.map(({ name, curve }, place) => shareLine(curve, of, name, place === 0 ? 'line' : 'linear')).toReversed();
