import { CAUSES, type Cause } from '../../model/report.ts';
import { textWidth } from '../../drawing/text-width.ts';
import { CAUSE_LABELS } from '../../words/terms.ts';
import { look } from './look.ts';
import type { BarRow } from './to-series.ts';

// How causes of downtime look: each has a pattern of its own, in the ink of its bar, so that colour is never alone.

const TONES = ['ink', 'bind'] as const;

/** What is drawn in a square of 6 by 6. */
const PATTERNS: Readonly<Partial<Record<Cause, string>>> = {
  common: 'M-1 7 L7 -1 M-1 1 L1 -1 M5 7 L7 5',
  failover: 'M1.5 1.5 h1.4 v1.4 h-1.4 z M4.5 4.5 h1.4 v1.4 h-1.4 z',
  planned: 'M0 1.5 H6 M0 4.5 H6',
  domain: 'M-1 7 L7 -1 M-1 1 L1 -1 M5 7 L7 5 M-1 -1 L7 7 M-1 5 L1 7 M5 -1 L7 1',
};

const patternId = (id: string, cause: Cause, tone: string): string => `${id}-${cause}-${tone}`;

/** The patterns that `causeFill` fills with; `id` is the chart's own. */
export function CausePatterns({ id, rem }: { readonly id: string; readonly rem: number }) {
  return (
    <defs>
      {TONES.flatMap((tone) =>
        CAUSES.flatMap((cause) => {
          const path = PATTERNS[cause];
          if (path === undefined) return [];
          const name = patternId(id, cause, tone);
          return [
            <pattern
              key={name}
              id={name}
              width={6}
              height={6}
              patternUnits="userSpaceOnUse"
              patternTransform={`scale(${rem / 16})`}
            >
              <rect width={6} height={6} className={look('ground')} />
              <path d={path} className={look(`${tone}Lines`)} />
            </pattern>,
          ];
        }),
      )}
    </defs>
  );
}

/** What a part of a bar is filled with. */
export function causeFill(cause: Cause, tone: BarRow['tone'], id: string): { className: string; fill?: string } {
  if (PATTERNS[cause] === undefined || tone === 'outline') return { className: look(tone) };
  return { className: look(`${tone}Edge`), fill: `url(#${patternId(id, cause, tone)})` };
}

interface CauseLegendProps {
  readonly id: string;
  readonly lines: readonly (readonly Cause[])[];
  readonly rem: number;
  /** Where the first line begins. */
  readonly y: number;
  /** In rem. */
  readonly lineHeight: number;
}

const SWATCH = 0.8;
const BEHIND_SWATCH = 0.35;
const APART = 0.9;
const LETTERS = 0.8125;

const entryWidth = (cause: Cause, rem: number): number =>
  (SWATCH + BEHIND_SWATCH + APART) * rem + textWidth(CAUSE_LABELS[cause], LETTERS * rem);

/** The causes in lines that are no wider than `width`. */
export function legendLines(causes: readonly Cause[], width: number, rem: number): Cause[][] {
  const lines: Cause[][] = [];
  let room = 0;
  for (const cause of causes) {
    const needed = entryWidth(cause, rem);
    const line = lines.at(-1);
    if (line === undefined || needed > room) {
      lines.push([cause]);
      room = width - needed;
    } else {
      line.push(cause);
      room -= needed;
    }
  }
  return lines;
}

/** What each pattern stands for. */
export function CauseLegend({ id, lines, rem, y: top, lineHeight }: CauseLegendProps) {
  return (
    <g>
      {lines.map((line, row) => {
        const y = top + row * lineHeight * rem;
        return line.map((cause, place) => {
          const x = line.slice(0, place).reduce((sum, before) => sum + entryWidth(before, rem), 0);
          return (
            <g key={cause}>
              <rect x={x} y={y} width={SWATCH * rem} height={SWATCH * rem} {...causeFill(cause, 'ink', id)} />
              <text x={x + (SWATCH + BEHIND_SWATCH) * rem} y={y + 0.7 * rem} className={look('axis')}>
                {CAUSE_LABELS[cause]}
              </text>
            </g>
          );
        });
      })}
    </g>
  );
}
