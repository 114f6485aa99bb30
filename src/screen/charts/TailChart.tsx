import { ellipsised, textWidth } from '../../drawing/text-width.ts';
import { useLatency } from '../../store/answers.ts';
import { useCalm } from '../../store/calm.ts';
import { timedJourney } from '../../store/chart-subjects.ts';
import { shownDesign } from '../../store/selectors.ts';
import { tailTitle } from '../../words/latency-titles.ts';
import { sharesText } from '../../words/numbers.ts';
import { ChartFrame, type CopyPicture } from './ChartFrame.tsx';
import { tailBars, tailTable, type TailBar } from './latency-series.ts';
import { leading } from './leading.ts';
import { look } from './look.ts';
import { useSteady } from '../ui/useSteady.ts';
import { useWidth } from './useWidth.ts';

/** Where the time of the slowest 1 % goes, beside that of all requests. */
export function TailChart({ copyPicture }: { readonly copyPicture: CopyPicture }) {
  const journey = useCalm((state) => timedJourney(state)?.id ?? null);
  const index = useCalm((state) => state.design);
  const design = useCalm(shownDesign);
  const shares = useLatency(journey === null ? null : { question: 'tail', design: index, journey });
  const bars = shares === null || design === null ? [] : tailBars(shares, design);
  const end = useSteady(
    Math.max(0.1, ...bars.map(({ mean, slowest }) => Math.max(mean, slowest))),
    `${index} ${journey}`,
  );
  if (shares === null || design === null) return null;
  return (
    <ChartFrame
      title={tailTitle(shares, design)}
      name="latency-shares"
      table={tailTable(shares, design)}
      copyPicture={copyPicture}
    >
      {bars.length > 0 && <TailPlot bars={bars} end={end} />}
    </ChartFrame>
  );
}

// All in rem.
const ROW = 1.7;
const BAR = 0.6;
const BEHIND = 3.5;
const LETTERS = 0.8125;
/** The share of the width that names may take. */
const NAMES = 0.5;

function TailPlot({ bars, end }: { readonly bars: readonly TailBar[]; readonly end: number }) {
  const rem = useCalm((state) => state.textSize) * 0.16;
  const { ref, width } = useWidth<HTMLDivElement>();
  const widest = Math.max(0, ...bars.map(({ short }) => textWidth(short, LETTERS * rem)));
  const names = Math.min(widest + 0.6 * rem, NAMES * width);
  const room = Math.max(1, width - names - BEHIND * rem);
  const height = (bars.length * ROW + 1.5) * rem;
  const foot = (bars.length * ROW + 0.9) * rem;
  return (
    <div ref={ref}>
      <svg width={width} height={height}>
        {bars.map((bar, place) => {
          const y = place * ROW * rem;
          return (
            <g key={bar.key} {...leading(bar.component)}>
              <text x={0} y={y + BAR * rem} dy="0.35em" className={look('name')}>
                {ellipsised(bar.short, names - 0.5 * rem, LETTERS * rem)}
                <title>{bar.name}</title>
              </text>
              <Share y={y} share={bar.slowest} tone="ink" {...{ names, rem, room, end }} />
              <Share y={y + BAR * rem} share={bar.mean} tone="outline" {...{ names, rem, room, end }} />
              <text
                x={names + (Math.max(bar.slowest, bar.mean) / end) * room + 0.4 * rem}
                y={y + BAR * rem}
                dy="0.35em"
                className={look('number')}
              >
                {sharesText(bar.slowest)}
              </text>
            </g>
          );
        })}
        <rect x={0} y={foot - 0.6 * rem} width={0.7 * rem} height={0.7 * rem} className={look('ink')} />
        <text x={1.1 * rem} y={foot} className={look('axis')}>
          of the slowest 1 %
        </text>
        <rect x={9.5 * rem} y={foot - 0.6 * rem} width={0.7 * rem} height={0.7 * rem} className={look('outline')} />
        <text x={10.6 * rem} y={foot} className={look('axis')}>
          of all requests
        </text>
      </svg>
    </div>
  );
}

interface ShareProps {
  readonly y: number;
  readonly share: number;
  readonly tone: 'ink' | 'outline';
  readonly names: number;
  readonly rem: number;
  readonly room: number;
  readonly end: number;
}

const Share = ({ y, share, tone, names, rem, room, end }: ShareProps) => (
  <rect x={names} y={y} width={Math.max(2, (share / end) * room)} height={BAR * rem} className={look(tone)} />
);
