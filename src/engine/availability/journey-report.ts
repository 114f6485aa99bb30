import type { JourneyPart, JourneyReport, ObjectiveVerdict, Remedy, ReplicaChange } from '../../model/report.ts';
import type { ResolvedComponent, ResolvedDesign } from '../../model/resolved.ts';
import { availabilityFigures, SECONDS_PER_YEAR } from '../numeric/downtime.ts';
import { AUDIT_BETA } from './audit.ts';
import type { Evaluated } from './evaluated.ts';
import { withOtherGroup, type Journey, type Part } from './journey.ts';
import { reachOf } from './reach.ts';
import { remedies, withReplicas } from './remedies.ts';
import { failsItself } from './structure.ts';

const UNKNOWN: JourneyReport = {
  unavailability: null,
  availability: null,
  nines: null,
  downtimeSecondsPerYear: null,
  downtimeSecondsPer30Days: null,
  downtimeSecondsPer7Days: null,
  bracket: null,
  outages: { perYear: null, meanSeconds: null, unknown: [] },
  causes: { replicas: 0, common: 0, failover: 0, planned: 0, domain: 0 },
  objective: null,
  naive: null,
  audit: null,
  claims: null,
  parts: {},
  domains: {},
  binding: null,
  remedies: [],
};

function replicaChange(
  component: ResolvedComponent,
  part: Part,
  today: number,
  replicas: number,
): ReplicaChange | null {
  const down = withReplicas(component, replicas);
  if (down === null) return null;
  const unavailability = withOtherGroup(part, down);
  return { replicas, unavailability, changeSecondsPerYear: (unavailability - today) * SECONDS_PER_YEAR };
}

function partReport(component: ResolvedComponent, part: Part, today: number): JourneyPart {
  return {
    share: part.share,
    downtimeSecondsPerYear: part.share * today * SECONDS_PER_YEAR,
    birnbaum: part.birnbaum,
    unavailabilityIfPerfect: part.ifPerfect,
    unavailabilityIfDown: part.ifDown,
    fussellVesely: today > 0 ? 1 - part.ifPerfect / today : 0,
    riskAchievement: today > 0 ? part.ifDown / today : 1,
    riskReduction: part.ifPerfect > 0 ? today / part.ifPerfect : null,
    singlePoint: false,
    outagesPerYear: null,
    causes: { replicas: part.share, common: 0, failover: 0, planned: 0 },
    oneFewer: replicaChange(component, part, today, component.replicas - 1),
    oneMore: replicaChange(component, part, today, component.replicas + 1),
  };
}

/** Every component that can fail and that the journey reaches; one that cannot fail a request has a part of zeros. */
function allParts(design: ResolvedDesign, client: number, journey: Journey): Part[] {
  const known = new Map(journey.parts.map((part) => [part.component, part]));
  const unavailability = journey.unavailability;
  return reachOf(design, client)
    .filter((place) => failsItself(design.components[place]!))
    .map(
      (component) =>
        known.get(component) ?? { component, share: 0, birnbaum: 0, ifPerfect: unavailability, ifDown: unavailability },
    );
}

/**
 * What the report says of one journey.
 *
 * Model: docs/availability-maths.md. Units: `client` by place, `audited` the groups' chances with shared failures;
 * `judge` holds an unavailability against the journey's objective, if it has one.
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
  audited: readonly number[],
  judge: (unavailability: number, outagesOnly: boolean) => ObjectiveVerdict | null,
): JourneyReport {
  const journey = evaluated.journeys.get(client);
  if (journey === null || journey === undefined) return UNKNOWN;
  const { components, calls } = design;
  const today = journey.unavailability;
  const parts = allParts(design, client, journey);
  const outagesOnly = parts.some(({ component }) => components[component]!.errors > 0);
  const naive = evaluated.naive[client]!;
  const largest = parts.reduce<Part | null>((best, part) => (part.share > (best?.share ?? 0) ? part : best), null);
  const alone = evaluated.down.map((chance, place) => (place === largest?.component ? chance : 0));
  const changes = remedies(components, parts, (place) => calls.every((call) => call.from !== place), today);
  return {
    ...availabilityFigures(today),
    bracket: null,
    outages: { perYear: null, meanSeconds: null, unknown: [] },
    causes: { replicas: 1, common: 0, failover: 0, planned: 0, domain: 0 },
    claims: null,
    domains: {},
    objective: judge(today, outagesOnly),
    naive: { unavailability: naive, errorSecondsPerYear: (naive - today) * SECONDS_PER_YEAR },
    audit: { beta: AUDIT_BETA, figures: availabilityFigures(journey.withGroups(audited)) },
    parts: Object.fromEntries(
      parts.map((part) => [components[part.component]!.id, partReport(components[part.component]!, part, today)]),
    ),
    binding: largest && {
      component: components[largest.component]!.id,
      of: 'component',
      share: largest.share,
      ceiling: availabilityFigures(journey.withGroups(alone)),
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
