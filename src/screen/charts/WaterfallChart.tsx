import { useId } from 'react';
import { ellipsised, textWidth } from '../../drawing/text-width.ts';
import type { DrawnRequest, Span } from '../../model/report.ts';
import type { Design } from '../../model/scenario.ts';
import { useLatency } from '../../store/answers.ts';
import { useCalm } from '../../store/calm.ts';
import { timedJourney } from '../../store/chart-subjects.ts';
import { shownDesign } from '../../store/selectors.ts';
import { moreSpans, OUTCOME_LABELS } from '../../words/latency.ts';
import { ARROW_LEGEND, requestTitle } from '../../words/latency-titles.ts';
import { timeText } from '../../words/numbers.ts';
import { ChartFrame, type CopyPicture } from './ChartFrame.tsx';
import { spanRows, spanTable, type SpanRow } from './latency-series.ts';
import { leading } from './leading.ts';
import { look } from './look.ts';
import { useWidth } from './useWidth.ts';

interface WaterfallChartProps {
  readonly which: 'typical' | 'slow';
  readonly copyPicture: CopyPicture;
}

/** One request from its beginning to its end: every step that it makes, and which of them the answer waits for. */
export function WaterfallChart({ which, copyPicture }: WaterfallChartProps) {
  const journey = useCalm((state) => timedJourney(state)?.id ?? null);
  const index = useCalm((state) => state.design);
  const design = useCalm(shownDesign);
  const answer = useLatency(journey === null ? null : { question: 'waterfall', design: index, journey });
  const request = answer?.[which] ?? null;
  if (request === null || design === null) return null;
  return (
    <ChartFrame
      title={requestTitle(request, which, design)}
      name={`request-${which}`}
      table={spanTable(request, design)}
      copyPicture={copyPicture}
    >
      <WaterfallPlot request={request} design={design} />
    </ChartFrame>
  );
}

// All in rem.
const ROW = 1.1;
const BAR = 0.8;
/** The share of the width that names may take. */
const NAMES = 0.5;
const INDENT = 0.5;
const LETTERS = 0.8125;

const MOST_ROWS = 7;

function WaterfallPlot({ request, design }: { readonly request: DrawnRequest; readonly design: Design }) {
  const rem = useCalm((state) => state.textSize) * 0.16;
  const { ref, width } = useWidth<HTMLDivElement>();
  const id = useId();
  const rows = spanRows(request, design, MOST_ROWS);
  const least = Math.min(...rows.map(({ depth }) => depth));
  const indent = ({ depth }: SpanRow): number => Math.min(depth - least, 6) * INDENT * rem;
  const widest = Math.max(...rows.map((row) => indent(row) + textWidth(row.short, LETTERS * rem)));
  const names = Math.min(widest + 0.5 * rem, NAMES * width);
  const room = Math.max(1, width - names - 0.5 * rem);
  const end = Math.max(request.seconds, ...rows.map(({ endSeconds }) => endSeconds), 1e-9);
  const at = (seconds: number): number => names + (seconds / end) * room;
  const bottom = rows.length * ROW * rem;
  const more = request.spans.length - rows.length;
  return (
    <div ref={ref}>
      <svg width={width} height={bottom + 2.5 * rem}>
        <Patterns id={id} />
        <line x1={at(0)} x2={at(end)} y1={bottom + 0.2 * rem} y2={bottom + 0.2 * rem} className={look('axisLine')} />
        <text x={at(0)} y={bottom + 1.2 * rem} className={look('axis')}>
          0
        </text>
        <text x={at(end)} y={bottom + 1.2 * rem} textAnchor="end" className={look('axis')}>
          {timeText(end)}
        </text>
        {more > 0 && (
          <text x={0} y={bottom + 1.2 * rem} className={look('axis')}>
            {moreSpans(more)}
          </text>
        )}
        {rows.map((row, place) => (
          <Row
            key={row.key}
            row={row}
            y={place * ROW * rem}
            at={at}
            indent={indent(row)}
            names={names}
            right={width}
            rem={rem}
            patterns={id}
          />
        ))}
        <rect x={0} y={bottom + 1.65 * rem} width={0.7 * rem} height={0.7 * rem} className={look('ink')} />
        <text x={1.1 * rem} y={bottom + 2.25 * rem} className={look('axis')}>
          the answer waits for it
        </text>
        {rows.some(({ of }) => 'call' in of) && (
          <text x={width} y={bottom + 2.25 * rem} textAnchor="end" className={look('axis')}>
            {ARROW_LEGEND}
          </text>
        )}
      </svg>
    </div>
  );
}

interface RowProps {
  readonly row: SpanRow;
  readonly y: number;
  readonly at: (seconds: number) => number;
  readonly indent: number;
  /** Where the names end. */
  readonly names: number;
  /** Where the drawing ends. */
  readonly right: number;
  readonly rem: number;
  readonly patterns: string;
}

function Row({ row, y, at, indent, names, right, rem, patterns }: RowProps) {
  const { of, startSeconds, endSeconds, outcome, critical, name, short } = row;
  const from = at(startSeconds);
  const width = Math.max(2, at(endSeconds) - from);
  const text = outcome === 'good' ? timeText(endSeconds - startSeconds) : OUTCOME_LABELS[outcome];
  const length = textWidth(text, LETTERS * rem);
  const gap = 0.3 * rem;
  const end = from + width;
  // Behind its bar, before it, or at the end of it, wherever there is room.
  const [x, inside] =
    end + gap + length <= right
      ? [end + gap, false]
      : from - gap - length > names
        ? [from - gap - length, false]
        : [end - gap - length, true];
  return (
    <g {...leading('component' in of ? of.component : null)}>
      <text x={indent} y={y + (ROW / 2) * rem} dy="0.35em" className={look('name')}>
        {ellipsised(short, names - 0.4 * rem - indent, LETTERS * rem)}
        <title>{name}</title>
      </text>
      <rect
        x={from}
        y={y + ((ROW - BAR) / 2) * rem}
        width={width}
        height={BAR * rem}
        {...fill(outcome, critical, patterns)}
      />
      <text
        x={x}
        y={y + (ROW / 2) * rem}
        dy="0.35em"
        className={inside && critical && outcome === 'good' ? look('onInk') : `${look('axis')} ${look('onLine')}`}
      >
        {text}
      </text>
    </g>
  );
}

/** What the answer waits for is full ink; what ends otherwise than well has a pattern of its own. */
function fill(outcome: Span['outcome'], critical: boolean, id: string): { className: string; fill?: string } {
  if (outcome === 'good') return { className: look(critical ? 'ink' : 'outline') };
  return { className: look(critical ? 'inkEdge' : 'faintEdge'), fill: `url(#${id}-${outcome})` };
}

const PATTERNS = {
  timeout: 'M-1 7 L7 -1 M-1 1 L1 -1 M5 7 L7 5',
  error: 'M-1 7 L7 -1 M-1 -1 L7 7',
  abandoned: 'M1.5 2.5 h2 v1 h-2 z',
} as const;

const Patterns = ({ id }: { readonly id: string }) => (
  <defs>
    {Object.entries(PATTERNS).map(([outcome, path]) => (
      <pattern key={outcome} id={`${id}-${outcome}`} width={6} height={6} patternUnits="userSpaceOnUse">
        <rect width={6} height={6} className={look('ground')} />
        <path d={path} className={look('inkLines')} />
      </pattern>
    ))}
  </defs>
);
