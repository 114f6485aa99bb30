import type { UpProbability, UpTimes, Value } from '../model/scenario.ts';
import { inside, type Place, type Reader } from './reader.ts';

/** How often one is down and how long a repair takes; null where that is not given, or wrong. */
export interface Up {
  readonly unavailability: number | null;
  readonly mttrSeconds: number | null;
}

const UNKNOWN: Up = { unavailability: null, mttrSeconds: null };

/**
 * Rule 8: an availability, a probability with or without a time to repair, or the mean times up and to repair,
 * q = mttr / (mtbf + mttr). What is missing is an error at its own place, so that one knows where to write it.
 */
export function upOf(up: Value | UpTimes | UpProbability, place: Place, reader: Reader): Up {
  if (typeof up !== 'object') return { ...UNKNOWN, unavailability: reader.number(up, 'availability', place) };
  const { probability, mtbf, mttr }: { probability?: Value; mtbf?: Value; mttr?: Value } = up;
  const repair = mttr === undefined ? null : reader.number(mttr, 'duration', inside(place, 'mttr'));
  if (probability !== undefined && mtbf !== undefined) {
    reader.issue(
      'up/twice',
      inside(place, 'mtbf'),
      'Both probability and mtbf say how often it is up. Leave one of them out',
    );
    return UNKNOWN;
  }
  if (probability !== undefined) {
    const unavailability = reader.number(probability, 'availability', inside(place, 'probability'));
    return { unavailability, mttrSeconds: repairOf(unavailability, repair, place, reader) };
  }
  if (mtbf === undefined || mttr === undefined) {
    const [part, message] = MISSING[mttr !== undefined ? 'mtbf' : mtbf !== undefined ? 'mttr' : 'all'];
    if (mtbf !== undefined) betweenFailures(mtbf, place, reader);
    reader.issue('up/incomplete', inside(place, ...part), message);
    return UNKNOWN;
  }
  const between = betweenFailures(mtbf, place, reader);
  if (between === null || repair === null) return UNKNOWN;
  return { unavailability: 1 / (1 + between / repair), mttrSeconds: repair === 0 ? null : repair };
}

/** What is said, and where, when a part is missing. */
const MISSING = {
  mtbf: [
    ['mtbf'],
    'A time to repair alone does not say how often it fails. Write mtbf beside it, the mean time between failures, or probability',
  ],
  mttr: [
    ['mttr'],
    'A time between failures alone does not say how long it is down. Write mttr beside it, the mean time to repair',
  ],
  all: [[], 'This does not say how often it is up. Write probability, or mtbf and mttr'],
} as const;

function betweenFailures(mtbf: Value, place: Place, reader: Reader): number | null {
  const at = inside(place, 'mtbf');
  const between = reader.number(mtbf, 'duration', at);
  if (between !== 0) return between;
  reader.issue(
    'quantity/out-of-range',
    at,
    'It has to run for some time between two failures. Write a time such as 720 h',
  );
  return null;
}

/** What is down at times is not repaired in no time. */
function repairOf(unavailability: number | null, repair: number | null, place: Place, reader: Reader): number | null {
  if (repair !== 0) return repair;
  if (unavailability !== null && unavailability > 0) {
    reader.issue(
      'quantity/out-of-range',
      inside(place, 'mttr'),
      'What is down at times is not repaired in no time. Write a time such as 43 min',
    );
  }
  return null;
}
