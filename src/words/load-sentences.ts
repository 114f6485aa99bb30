import type { CacheLoss, ComponentLoad, LoadLatencyCurve, Performability, StormCurve } from '../model/report-load.ts';
import type { DesignReport } from '../model/report.ts';
import type { Design } from '../model/scenario.ts';
import { latencyText, shareText } from './latency.ts';
import { fullestText, headroomText, limitedOf, strainOf } from './load.ts';
import { atStart, componentName, domainName, inSentence, isPlural, replicasOf } from './names.ts';
import { chanceText, countText, percentText, rateText } from './numbers.ts';
import { listed } from './parts.ts';
import { trimmed } from './rounding.ts';
import { plain, say, strong, type Sentence } from './sentence.ts';

/** What is too busy, and how many replicas would do; empty where nothing is. */
export function strainSentence(report: DesignReport, design: Design): Sentence {
  const strained = limitedOf(report).filter(([, load]) => strainOf(load) !== 'within');
  const [first] = strained;
  if (first === undefined) return [];
  const [id, load] = first;
  const name = componentName(design, id);
  const subject = atStart(inSentence(name));
  const [is, gets, it] = isPlural(name) ? ['are', 'get', 'they'] : ['is', 'gets', 'it'];
  const others = strained.length - 1;
  const more = others === 0 ? '' : ` So ${others === 1 ? 'is one other' : `are ${countText(others)} others`}.`;
  const enough = enoughText(load);
  return strainOf(load) === 'over'
    ? say`${subject} ${is} ${strong(percentText(load.utilisation))} busy, over the target of ${plain(percentText(load.target))}${enough}.${more}`
    : say`${subject} ${gets} more than ${it} can do: a load of ${strong(percentText(load.utilisation))}${enough}.${more}`;
}

const enoughText = ({ replicasNeeded }: ComponentLoad): string =>
  replicasNeeded === null
    ? ', and no number of replicas is enough'
    : `; ${countText(replicasNeeded)} replicas would do`;

/** What is full first, and how much of today's load that takes. */
export function headroomSentence({ load }: DesignReport, design: Design): Sentence {
  const fullest = load?.fullest ?? null;
  if (fullest === null) return [];
  const { target, timesToTarget, timesToSaturation } = fullest;
  if (strainOf(fullest) !== 'within') return say`${fullestText(fullest, design)}.`;
  const name = componentName(design, fullest.component);
  const [is, its, they] = isPlural(name) ? ['are', 'their', 'they are'] : ['is', 'its', 'it is'];
  return say`${atStart(inSentence(name))} ${is} full first: at ${strong(headroomText(timesToTarget))} today’s load ${its} target of ${plain(percentText(target))} is reached, at ${plain(headroomText(timesToSaturation))} ${they} saturated.`;
}

/** A rate that was found by trying more and more: the three digits that are known of it. */
export const foundRateText = (perSecond: number): string => rateText(Number(perSecond.toPrecision(3)));

/** What the journey's clients see today. */
export function todaySentence({ today }: LoadLatencyCurve): Sentence {
  if (today === null) return [];
  const { ratePerSecond, p50, p99, success } = today;
  if (p50 === null) return say`Today at ${plain(rateText(ratePerSecond))} ${strong('nobody')} is answered.`;
  return say`Today at ${plain(rateText(ratePerSecond))}: half of the answers within ${plain(latencyText(p50))}, p99 ${strong(latencyText(p99))}, ${plain(shareText(success))} of requests answered well.`;
}

/** Up to where there is a stable state. */
export function saturationSentence(
  { saturatesAtRatePerSecond, component, points }: LoadLatencyCurve,
  design: Design,
): Sentence {
  if (saturatesAtRatePerSecond !== null) {
    const by = component === null ? '' : `: ${inSentence(componentName(design, component))} can do no more`;
    return say`It saturates at ${strong(foundRateText(saturatesAtRatePerSecond))}${by}.`;
  }
  const last = points.at(-1);
  return last === undefined ? [] : say`Nothing saturates up to ${plain(rateText(last.ratePerSecond))}.`;
}

// ---------------------------------------------------------------- retries

/** Whether any call is made again when it fails, or while it is late. */
export const isTriedAgain = ({ calls }: Design): boolean =>
  (calls ?? []).some(({ retries, hedge }) => retries !== undefined || hedge !== undefined);

/** "Tips over above 6,200 req/s and does not come back by itself until 4,100 req/s". */
export function stormText(
  { tipsAbove, recoversBelow }: Pick<StormCurve, 'tipsAbove' | 'recoversBelow'>,
  design: Design,
): string {
  if (tipsAbove === null && !isTriedAgain(design)) return 'No call is tried again: at every load there is one state';
  if (tipsAbove === null) return 'It never tips over: whatever retries do, it comes back by itself';
  const tips = `Tips over above ${foundRateText(tipsAbove)}`;
  if (recoversBelow === null) return `${tips} and does not come back by itself`;
  const back = foundRateText(recoversBelow);
  return back === foundRateText(tipsAbove)
    ? `${tips} and comes back by itself below that`
    : `${tips} and does not come back by itself until ${back}`;
}

/** Which state it is in today, or the two that it may be in. */
export function stormTodaySentence({ today, component }: StormCurve, design: Design): Sentence {
  if (today === null) return [];
  const { ratePerSecond, calm, stormy } = today;
  const rate = plain(rateText(ratePerSecond));
  const answered = strong(shareText(calm.success));
  if (Math.abs(calm.success - stormy.success) < 1e-6) {
    return say`Today at ${rate} there is one state: ${answered} of requests are answered well.`;
  }
  const where = component === null ? '' : ` at ${inSentence(componentName(design, component))}`;
  return say`Today at ${rate} there are two states. Calm, ${answered} of requests are answered well; once it has tipped over, ${strong(shareText(stormy.success))}, with ${plain(trimmed(stormy.amplification, 3))} requests${where} for each.`;
}

// ---------------------------------------------------------------- what is down

/** "One app replica down", "Zone a down", "2 app replicas and zone b down". */
export function downText(down: Performability['states'][number]['down'], design: Design): string {
  if (down.length === 0) return 'Everything up';
  const names = down.map((part) => {
    if ('domain' in part) return domainName(design, part.domain);
    const name = componentName(design, part.component);
    return part.replicas === 1
      ? `one ${replicasOf(name, 'one')}`
      : `${countText(part.replicas)} ${replicasOf(name, 'many')}`;
  });
  return `${atStart(listed(names, 3))} down`;
}

/** What is left over all states, each counted by its chance. */
export function performabilitySentence({ total, remainder }: Performability): Sentence {
  const { success, p99, goodWithin } = total;
  const within = goodWithin === null ? '' : `, ${shareText(goodWithin)} within the limit`;
  const rest = remainder === 0 ? '' : ` States with a chance of ${chanceText(remainder)} are left out.`;
  return say`Over all states, each by its chance, ${strong(shareText(success))} of requests are answered well${within}; p99 is ${strong(latencyText(p99))}.${rest}`;
}

// ---------------------------------------------------------------- caches

type Callee = CacheLoss['callees'][number];

/** The callee that an empty cache loads most; undefined where it calls nothing. */
export const hardestHit = ({ callees }: CacheLoss): Callee | undefined =>
  callees.toSorted((a, b) => b.emptyUtilisation - a.emptyUtilisation || b.emptyRatePerSecond - a.emptyRatePerSecond)[0];

/** What a callee gets when the cache is empty, and whether it bears that. */
export function emptyCacheSentence(callee: Callee, design: Design): Sentence {
  const name = componentName(design, callee.component);
  const subject = inSentence(name);
  const today = plain(rateText(callee.ratePerSecond));
  const empty = strong(rateText(callee.emptyRatePerSecond));
  const gets = isPlural(name) ? 'get' : 'gets';
  if (callee.emptyUtilisation === 0) return say`Empty, ${subject} ${gets} ${empty} instead of ${today}.`;
  const load = strong(percentText(callee.emptyUtilisation));
  const melts = callee.emptyUtilisation >= 1;
  const needed = callee.replicasNeededWhenEmpty;
  const take = needed === null ? 'No number of replicas would do.' : `${countText(needed)} replicas would do.`;
  return melts
    ? say`Empty, ${subject} ${gets} ${empty} instead of ${today}, a load of ${load}: ${isPlural(name) ? 'they melt' : 'it melts'}. ${take}`
    : say`Empty, ${subject} ${gets} ${empty} instead of ${today}, a load of ${load}, and ${isPlural(name) ? 'bear' : 'bears'} it.`;
}

/** What a journey becomes while the cache is empty, and while it is down. */
export function cacheJourneySentence(journey: CacheLoss['journeys'][number], design: Design): Sentence {
  const { success, emptySuccess, downSuccess, p99, emptyP99, downP99 } = journey;
  const side = (share: number, seconds: number | null): string =>
    share === 0 ? 'nobody is answered' : `${shareText(share)} answered well, p99 ${latencyText(seconds)}`;
  return say`${componentName(design, journey.journey)}: ${plain(side(success, p99))}. While it is empty ${strong(side(emptySuccess, emptyP99))}; while it is down ${plain(side(downSuccess, downP99))}.`;
}
