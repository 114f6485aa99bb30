import type { OutageFigures } from '../model/report.ts';
import type { Path } from '../model/issue.ts';
import type { Design } from '../model/scenario.ts';
import { atStart, partName, type Named } from './names.ts';
import { countText, durationText } from './numbers.ts';
import { firstOf } from './parts.ts';
import { grouped, trimmed } from './rounding.ts';

/** "9.4 outages a year", "one outage in 3.2 years". */
export function outagesText(perYear: number): string {
  if (perYear === 0) return 'no outages';
  if (perYear >= 0.95) {
    const text = perYear < 99.5 ? trimmed(perYear, 2) : countText(Math.round(perYear));
    return text === '1' ? 'one outage a year' : `${text} outages a year`;
  }
  const years = 1 / perYear;
  if (years > 1e6) return 'less than one outage in a million years';
  return `one outage in ${years < 99.5 ? trimmed(years, 2) : grouped(years.toFixed(0))} years`;
}

/** "9.4 outages a year, 28.0 min each"; empty where it is not known. */
export function outagesSentence({ perYear, meanSeconds }: OutageFigures): string {
  if (perYear === null) return '';
  const text = outagesText(perYear);
  if (perYear === 0 || meanSeconds === null) return text;
  return `${text}, ${durationText(meanSeconds)} ${/one /.test(text) ? 'long' : 'each'}`;
}

/** A piece of a sentence that may lead to a field. */
interface Lead {
  readonly text: string;
  readonly path: Path | null;
}

/** A piece of a sentence as a screen shows it. */
interface Piece {
  readonly text: string;
  readonly go?: () => void;
  readonly title?: string;
}

/** How often and how long as a sentence; where that is not known, each name in it leads to its field. Empty for nothing to say. */
export function outagesPieces(
  outages: OutageFigures,
  design: Design,
  index: number,
  leadTo: (path: Path) => void,
): Piece[] {
  const known = outagesSentence(outages);
  if (known !== '') return [{ text: `${atStart(known)}.` }];
  const unknown = outagesUnknown(outages, design, index).map(({ text, path }): Piece => {
    return path === null ? { text } : { text, go: () => leadTo(path), title: 'Go to this field' };
  });
  return unknown.length === 0 ? [] : [...unknown, { text: '.' }];
}

/** "How often is not known: Orders database and 2 others have no time to repair", each name with its field. */
export function outagesUnknown({ perYear, unknown }: OutageFigures, design: Design, index: number): Lead[] {
  if (perYear !== null || unknown.length === 0) return [];
  const parts = unknown.map((id): Named => ({ of: Object.hasOwn(design.components, id) ? 'component' : 'domain', id }));
  const { shown, others } = firstOf(parts, 3);
  const pieces = shown.map((part): Lead => ({
    text: partName(design, part),
    path: ['designs', index, part.of === 'domain' ? 'domains' : 'components', part.id, 'up'],
  }));
  if (others > 0) pieces.push({ text: `${others} others`, path: null });
  const between = (place: number): string =>
    place === 0 ? 'How often is not known: ' : place === pieces.length - 1 ? ' and ' : ', ';
  return [
    ...pieces.flatMap((piece, place): Lead[] => [{ text: between(place), path: null }, piece]),
    { text: `${parts.length === 1 ? ' has' : ' have'} no time to repair`, path: null },
  ];
}

/** Outages a year in a column: "9.4", "0.031"; "unknown" without a time to repair. */
export function perYearText(perYear: number | null): string {
  if (perYear === null) return 'unknown';
  if (perYear > 0 && perYear < 5e-4) return 'under 0.001';
  return perYear < 99.5 ? trimmed(perYear, 2) : countText(Math.round(perYear));
}
