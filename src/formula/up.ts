import type { UpProbability, UpTimes, Value } from '../model/scenario.ts';
import { inside, type Place, type Reader } from './reader.ts';

/**
 * The unavailability of one replica (rule 8): written as an availability, with a repair time beside it, or as the mean
 * times up and to repair, q = mttr / (mtbf + mttr). null where it is wrong.
 */
export function unavailabilityOf(up: Value | UpTimes | UpProbability, place: Place, reader: Reader): number | null {
  if (typeof up !== 'object') return reader.number(up, 'availability', place);
  const { probability, mtbf, mttr }: { probability?: Value; mtbf?: Value; mttr?: Value } = up;
  const repair = mttr === undefined ? null : reader.number(mttr, 'duration', inside(place, 'mttr'));
  if (probability !== undefined && mtbf === undefined) {
    if (mttr !== undefined) {
      reader.finding(
        'not-computed-yet',
        inside(place, 'mttr'),
        `${place.where}: the time to repair is kept, but no number uses it yet.`,
      );
    }
    return reader.number(probability, 'availability', inside(place, 'probability'));
  }
  const between =
    mtbf === undefined ? null : reader.number(mtbf, 'duration', inside(place, 'mtbf'), { min: Number.MIN_VALUE });
  if (probability !== undefined || mtbf === undefined || mttr === undefined) {
    reader.issue(
      'up/incomplete',
      place,
      'This does not say how often it is up. Write mtbf and mttr together, or probability with or without mttr',
    );
    return null;
  }
  return between === null || repair === null ? null : repair / (between + repair);
}
