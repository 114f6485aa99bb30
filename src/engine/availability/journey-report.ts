import {
  CAUSES,
  type Cause,
  type DomainPart,
  type JourneyPart,
  type JourneyReport,
  type JourneyTimes,
  type ObjectiveVerdict,
  type Remedy,
  type ReplicaChange,
} from '../../model/report.ts';
import type { ResolvedDesign } from '../../model/resolved.ts';
import { availabilityFigures, SECONDS_PER_YEAR } from '../numeric/downtime.ts';
import { AUDIT_BETA } from './audit.ts';
import { claimsOf } from './claims.ts';
import { standingOf } from './evaluate.ts';
import type { Evaluated } from './evaluated.ts';
import { changedChances, type Journey } from './journey.ts';
import { outageFigures } from './outages.ts';
import { ownerKey, type Part } from './part.ts';
import { reachOf } from './reach.ts';
import { remedies, withReplicas } from './remedies.ts';
import { failsItself, type Structure } from './structure.ts';
import type { OwnVariable } from './whole.ts';

const NO_CAUSES: Readonly<Record<Cause, number>> = { replicas: 0, common: 0, failover: 0, planned: 0, domain: 0 };

type JourneyAvailability = Omit<JourneyReport, keyof JourneyTimes>;

const UNKNOWN: JourneyAvailability = {
  unavailability: null,
  availability: null,
  nines: null,
  downtimeSecondsPerYear: null,
  downtimeSecondsPer30Days: null,
  downtimeSecondsPer7Days: null,
  bracket: null,
  outages: { perYear: null, meanSeconds: null, unknown: [] },
  causes: NO_CAUSES,
  objective: null,
  naive: null,
  audit: null,
  claims: null,
  parts: {},
  domains: {},
  binding: null,
  remedies: [],
};

function replicaChange(structure: Structure, part: Part, today: number, more: number): ReplicaChange | null {
  if ('domain' in part.owner) return null;
  const replicas = structure.components[part.owner.component]!.replicas + more;
  const unavailability = withReplicas(structure, part, replicas);
  if (unavailability === null) return null;
  return { replicas, unavailability, changeSecondsPerYear: (unavailability - today) * SECONDS_PER_YEAR };
}

function domainPart(part: Part, today: number): DomainPart {
  const { share, birnbaum, ifPerfect, ifDown, singlePoint, perSecond } = part;
  return {
    share,
    downtimeSecondsPerYear: share * today * SECONDS_PER_YEAR,
    birnbaum,
    unavailabilityIfPerfect: ifPerfect,
    unavailabilityIfDown: ifDown,
    fussellVesely: today > 0 ? Math.max(0, (today - ifPerfect) / today) : 0,
    riskAchievement: today > 0 ? ifDown / today : 1,
    riskReduction: ifPerfect > 0 ? today / ifPerfect : today > 0 ? null : 1,
    singlePoint,
    outagesPerYear: perSecond === null ? null : perSecond * SECONDS_PER_YEAR,
  };
}

function partReport(structure: Structure, part: Part, today: number): JourneyPart {
  const { domain: _, ...causes } = part.causes;
  return {
    ...domainPart(part, today),
    causes,
    oneFewer: replicaChange(structure, part, today, -1),
    oneMore: replicaChange(structure, part, today, 1),
  };
}

/** What a part is that cannot fail a request. */
const harmless = (owner: Part['owner'], today: number): Part => ({
  owner,
  share: 0,
  causes: NO_CAUSES,
  birnbaum: 0,
  ifPerfect: today,
  ifDown: today,
  singlePoint: false,
  perSecond: 0,
  base: today,
  states: [],
});

/**
 * Every component that can fail and that the journey reaches, and every domain that one of those stands in; what cannot
 * fail a request has a part of zeros.
 */
function allParts(design: ResolvedDesign, { structure }: Evaluated, client: number, journey: Journey): Part[] {
  const today = journey.unavailability;
  const reached = reachOf(design, client);
  const components = reached.filter((place) => failsItself(design.components[place]!));
  const standsIn = new Set(
    reached.flatMap((place) => {
      const { common, cells } = structure.placements[place]!;
      return [...common, ...cells.flatMap(({ domains }) => domains)];
    }),
  );
  const known = new Map(journey.parts.map((part) => [ownerKey(structure, part.owner), part]));
  const owners = [
    ...components.map((component) => ({ component })),
    ...[...standsIn].sort((a, b) => a - b).map((domain) => ({ domain })),
  ];
  return owners.map((owner) => known.get(ownerKey(structure, owner)) ?? harmless(owner, today));
}

/**
 * What the report says of one journey.
 *
 * Model: docs/availability-maths.md. Units: `client` by place; `judge` holds an unavailability against the journey's objective, if it has one.
 * Errors: all null where the exact answer was out of reach. Accuracy: relative error ≤ 1e-12; shares 1e-9.
 * Cost: linear in parts, and one evaluation each for the audit and the ceiling.
 * Source: docs/availability-maths.md, "Parts".
 *
 * @example analyse(samples.checkout).designs[0].journeys.shoppers.binding.component // => 'payment'
 */
export function journeyReport(
  design: ResolvedDesign,
  evaluated: Evaluated,
  client: number,
  judge: (unavailability: number, outagesOnly: boolean) => ObjectiveVerdict | null,
): JourneyAvailability {
  const journey = evaluated.journeys.get(client);
  if (journey === null || journey === undefined) return bracketReport(design, evaluated, client, judge);
  const { components, calls, domains } = design;
  const { structure } = evaluated;
  const today = journey.unavailability;
  const parts = allParts(design, evaluated, client, journey);
  const idOf = ({ owner }: Part): string =>
    'domain' in owner ? domains[owner.domain]!.id : components[owner.component]!.id;
  const ofComponents = parts.filter(({ owner }) => 'component' in owner);
  const outagesOnly = ofComponents.some(({ owner }) => 'component' in owner && components[owner.component]!.errors > 0);
  const naive = evaluated.naive[client]!;
  const largest = parts.reduce<Part | null>((best, part) => (part.share > (best?.share ?? 0) ? part : best), null);
  const changes = remedies(structure, parts, (place) => calls.every((call) => call.from !== place), today);
  const causes = { ...NO_CAUSES };
  for (const part of parts) for (const cause of CAUSES) causes[cause] += part.causes[cause];
  return {
    ...availabilityFigures(today),
    bracket: null,
    outages: outageFigures(
      today,
      parts.map((part) => ({ id: idOf(part), perSecond: part.perSecond })),
    ),
    causes,
    objective: judge(today, outagesOnly),
    naive: { unavailability: naive, errorSecondsPerYear: (naive - today) * SECONDS_PER_YEAR },
    audit: {
      beta: AUDIT_BETA,
      figures: availabilityFigures(journey.withChances(changedChances(journey, evaluated.audited))),
    },
    claims: claimsOf(evaluated, journey),
    parts: Object.fromEntries(ofComponents.map((part) => [idOf(part), partReport(structure, part, today)])),
    domains: Object.fromEntries(
      parts.filter(({ owner }) => 'domain' in owner).map((part) => [idOf(part), domainPart(part, today)]),
    ),
    binding: largest && {
      component: idOf(largest),
      of: 'domain' in largest.owner ? 'domain' : 'component',
      share: largest.share,
      ceiling: availabilityFigures(journey.withChances(changedChances(journey, onlyFailing(evaluated, largest)))),
    },
    remedies: changes.map(({ kind, component, unavailability }): Remedy => ({
      kind,
      component: components[component]!.id,
      figures: availabilityFigures(unavailability),
      savedSecondsPerYear: (today - unavailability) * SECONDS_PER_YEAR,
      meetsObjective: judge(unavailability, outagesOnly)?.met ?? null,
    })),
  };
}

/** Of a journey whose exact answer was out of reach: the bracket, where there is one, and what it says of the promise. */
function bracketReport(
  design: ResolvedDesign,
  { brackets }: Evaluated,
  client: number,
  judge: (unavailability: number, outagesOnly: boolean) => ObjectiveVerdict | null,
): JourneyAvailability {
  const known = brackets.get(client);
  if (known === undefined) return UNKNOWN;
  const { failures, narrowing } = known;
  const [low, high] = [availabilityFigures(known.low), availabilityFigures(known.high)];
  const outagesOnly = reachOf(design, client).some((place) => design.components[place]!.errors > 0);
  const [kept, missed] = [judge(known.high, outagesOnly), judge(known.low, outagesOnly)];
  const objective = kept && { ...kept, met: kept.met === missed?.met ? kept.met : null };
  return { ...UNKNOWN, bracket: { low, high, failures, narrowing }, objective };
}

/** Everything perfect but one component or domain. What a domain takes with it is not perfect by itself. */
function onlyFailing({ structure, groups }: Evaluated, { owner }: Part) {
  return (what: OwnVariable, today: number): number => {
    const taken = 'component' in what && standingOf(structure, what) < groups[what.component]!.needed;
    return taken || ownerKey(structure, what) === ownerKey(structure, owner) ? today : 0;
  };
}
