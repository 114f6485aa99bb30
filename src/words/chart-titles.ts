import type { FanOutCurve, JourneyReport, ReplicasCurve, ScalingCurve } from '../model/report.ts';
import { atStart, inSentence, isPlural, replicasOf } from './names.ts';
import { knownDowntime, knownNines, worstKnown } from './known.ts';
import { availabilityShortText, countText, durationText, percentText, roundDurationText } from './numbers.ts';
import { causersOf } from './parts.ts';
import { naiveError } from './sentences.ts';

/** A chart's title is what it shows. */
export function downtimeChartTitle(journey: JourneyReport | null): string {
  if (journey === null || worstKnown(journey).unavailability === null) return 'Which part causes how much downtime';
  const shares = causersOf(journey).map(({ part }) => part.share);
  const [first = 0, second = 0] = shares;
  if (shares.length === 0) return 'No part causes any downtime';
  if (shares.length === 1) return 'One part causes all of it';
  if (first > 0.9) return 'One part causes nearly all of it';
  if (first > 0.5) return 'One part causes more than half of it';
  if (shares.length === 2) return 'Two parts share it';
  if (first + second > 0.9) return 'Two parts cause nearly all of it';
  return `It is spread over ${shares.length} parts`;
}

/** "99.99 % allows 53 minutes, this takes 4.41 h". */
export function ninesChartTitle(journey: JourneyReport | null): string {
  if (journey === null || worstKnown(journey).unavailability === null) return 'What each nine allows';
  const takes = knownDowntime(journey);
  if (worstKnown(journey).unavailability === 0) return 'This is never down';
  if (journey.objective === null) return `${knownNines(journey)} are ${takes} a year`;
  const { unavailability, allowedSecondsPerYear } = journey.objective;
  const promised = availabilityShortText(unavailability);
  if (unavailability === 0) return `100 % allows no downtime, this takes ${takes}`;
  return `${promised} allows ${roundDurationText(allowedSecondsPerYear)}, this takes ${takes}`;
}

/** By how much the usual product of availabilities is wrong. */
export function naiveTitle(journey: JourneyReport): string {
  const error = naiveError(journey);
  if (error === 0) return 'Multiplying availabilities is right here';
  const much = durationText(Math.abs(error));
  return `Multiplying availabilities would say ${much} too ${error > 0 ? 'much' : 'little'}`;
}

/** "At 100 calls, 63.4 % of requests meet a slow one; half from 69 on". */
export function fanOutTitle(curve: FanOutCurve): string {
  const { today, half } = curve;
  if (half === null) return 'No call is slow, so no request is';
  const calls = today.callees === 1 ? 'With one call' : `At ${countText(today.callees)} calls`;
  return `${calls}, ${percentText(today.slow)} of requests meet a slow one; half from ${countText(half)} on`;
}

/** "App is at its best with 49 replicas; 60 do less". */
export function scalingTitle(curve: ScalingCurve, name: string): string {
  const { today, peak } = curve;
  const subject = atStart(inSentence(name));
  const [isAre, its] = isPlural(name) ? ['are', 'their'] : ['is', 'its'];
  const worth = `${countText(today.replicas)} ${today.replicas === 1 ? 'replica does' : 'replicas do'} the work of ${countText(today.usl)}`;
  if (peak === null) return `${subject}: ${worth}, and more always help`;
  if (today.replicas > peak.replicas)
    return `${subject} ${isAre} past ${its} peak: ${countText(peak.replicas)} would do more than ${countText(today.replicas)}`;
  if (today.replicas === peak.replicas) return `${subject} ${isAre} at ${its} peak: ${worth}`;
  return `${subject}: ${worth}, and the peak is at ${countText(peak.replicas)}`;
}

/** "More than 3 app replicas hardly help". */
export function replicasTitle(curve: ReplicasCurve, name: string): string {
  const { today, knee } = curve;
  const replicas = `${countText(knee)} ${replicasOf(name, knee === 1 ? 'one' : 'many')}`;
  if (today < knee) return `Up to ${replicas} still help`;
  return `More than ${replicas} hardly ${knee === 1 ? 'helps' : 'help'}${today > knee ? `, there are ${countText(today)}` : ''}`;
}
