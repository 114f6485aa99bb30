import { dealt } from '../model/domains.ts';
import { KIND_SPECS } from '../model/kinds/kinds.ts';
import { parseQuantity } from '../model/quantity/parse-quantity.ts';
import { QUANTILES, type ComponentReport, type JourneyPart } from '../model/report.ts';
import type { Component, Domain, Value } from '../model/scenario.ts';
import { BINDING_TAG } from '../words/views.ts';
import type { Lens } from '../words/labels.ts';
import { nameOf } from '../words/names.ts';
import { placementText } from '../words/placement.ts';
import { dotsText, type Dots } from './dots.ts';
import { ALONE, type Surroundings } from './surroundings.ts';
import { latencyText, quantileLabel } from '../words/latency.ts';
import { isStrained, nodeLoad } from '../words/load.ts';
import { availabilityShortText, countText, percentText, rateText, sharesText, timeText } from '../words/numbers.ts';

export type { Lens } from '../words/labels.ts';

/** Every node has one size. */
export const NODE_SIZE = { width: 184, height: 92 } as const;

/** From this many replicas on they are counted in words. */
const MOST_DOTS = 12;

/** What stands on a node, as plain texts: three rows and perhaps a tag. */
export interface NodeFace {
  readonly title: string;
  /** The kind's name. */
  readonly kind: string;
  readonly dots: Dots | null;
  /** "●○○", "●● | ●● | ●" over three domains, or "40 of 50" from 13 on; for what has no replicas its own second row: "8,000 req/s". */
  readonly dotsText: string;
  /** "1 of 3", "no spare". */
  readonly sparesText: string;
  readonly figureLabel: string;
  readonly figureValue: string;
  /** It says that something is more than it may be. */
  readonly figureBroken: boolean;
  /** Where its replicas stand: "4, 3 and 3 over Zone a, Zone b and Zone c"; empty where in no domain. */
  readonly standsText: string;
  readonly tag: typeof BINDING_TAG | null;
  /** One replica alone fails requests. */
  readonly singlePoint: boolean;
}

/**
 * The face of one component. Until there is a report, replicas and needed are taken as written, where they are numbers.
 * What the design around it adds comes from `surroundingsOf`.
 */
export function nodeFace(
  component: Component,
  id: string,
  report: ComponentReport | undefined,
  part: JourneyPart | undefined,
  lens: Lens,
  binding: boolean,
  around: Surroundings = ALONE,
): NodeFace {
  const figure =
    component.kind === 'client'
      ? promise(component, lens, around.variables)
      : figureOf(component, report, part, lens, around.called);
  return {
    title: nameOf(id, component),
    kind: KIND_SPECS[component.kind].label,
    ...secondRow(component, report, around),
    figureLabel: figure[0],
    figureValue: figure[1],
    figureBroken: lens === 'load' && isStrained(report?.load),
    tag: binding ? BINDING_TAG : null,
    singlePoint: part?.singlePoint === true,
  };
}

type SecondRow = Pick<NodeFace, 'dots' | 'dotsText' | 'sparesText' | 'standsText'>;

function secondRow(component: Component, report: ComponentReport | undefined, around: Surroundings): SecondRow {
  const replicas = component.kind === 'client' ? null : (report?.replicas ?? literal(component.replicas));
  const standsText = placementText(replicas, around.over, around.in);
  return { ...replicasRow(component, report, around), standsText };
}

type ReplicasRow = Omit<SecondRow, 'standsText'>;

function replicasRow(component: Component, report: ComponentReport | undefined, around: Surroundings): ReplicasRow {
  if (component.kind === 'client') {
    return { dots: null, dotsText: written(component.rate, 'rate', around.variables), sparesText: '' };
  }
  const needed = report?.needed ?? literal(component.needed);
  if (component.kind === 'gate') {
    return { dots: null, dotsText: gateText(needed, around.callees), sparesText: '' };
  }
  const replicas = report?.replicas ?? literal(component.replicas);
  const hits = component.kind === 'cache' ? hitsText(component, around.variables) : '';
  if (replicas === null || needed === null) {
    return { dots: null, dotsText: String(component.replicas ?? 1), sparesText: hits };
  }
  const spare = Math.max(replicas - needed, 0);
  const count = `${countText(Math.min(needed, replicas))} of ${countText(replicas)}`;
  const spares = spare === 0 ? 'no spare' : count;
  const groups = around.over.length > 1 ? dealt(replicas, around.over.length).filter((each) => each > 0) : [replicas];
  if (replicas > MOST_DOTS) {
    const over = groups.length > 1 ? `over ${groups.length}` : '';
    return {
      dots: null,
      dotsText: `${countText(needed)} of ${countText(replicas)}`,
      sparesText: hits || (spare === 0 ? 'no spare' : over),
    };
  }
  const dots = { needed: replicas - spare, spare, groups };
  return { dots, dotsText: dotsText(dots), sparesText: hits || spares };
}

function gateText(needed: number | null, callees: number): string {
  if (needed === null) return `some of ${callees}`;
  return needed === 1 ? `any of ${callees}` : `${needed} of ${callees}`;
}

const hitsText = (component: Component, variables: Surroundings['variables']): string =>
  component.hitRatio === undefined ? '' : `${written(component.hitRatio, 'probability', variables)} hits`;

function figureOf(
  component: Component,
  report: ComponentReport | undefined,
  part: JourneyPart | undefined,
  lens: Lens,
  called: number,
): readonly [label: string, value: string] {
  if (lens === 'fan-out') return called === 0 ? ['', ''] : ['called', `×${countText(called)}`];
  if (lens === 'scaling') {
    if (!report?.scaling) return ['', ''];
    return ['worth', `${countText(report.scaling.speedup)}× of ${countText(report.scaling.linear)}`];
  }
  if (lens === 'load') return report?.load == null ? ['', ''] : nodeLoad(report.load);
  if (lens === 'latency') {
    const latency = report?.latency ?? null;
    return latency === null ? ['', ''] : [quantileLabel(QUANTILES.p99), latencyText(latency.response.p99)];
  }
  if (part) return ['causes', sharesText(part.share)];
  return component.kind === 'gate' || report === undefined ? ['', ''] : ['causes', 'nothing here'];
}

function promise(
  { objectives, growth }: Component,
  lens: Lens,
  variables: Surroundings['variables'],
): readonly [label: string, value: string] {
  const limit = objectives?.latency?.limit;
  if (lens === 'load') return growth === undefined ? ['', ''] : ['grows', String(growth)];
  if (lens === 'latency') return limit === undefined ? ['', ''] : ['promised', written(limit, 'duration', variables)];
  const availability = objectives?.availability;
  return availability === undefined ? ['', ''] : ['promised', written(availability, 'availability', variables)];
}

/** A whole number that stands in the field as it is, 1 where nothing stands; null for a word, a variable or a formula. */
export function literal(value: Value | undefined): number | null {
  const number = value === undefined ? 1 : Number(value);
  return Number.isInteger(number) && number >= 0 ? number : null;
}

/** How often something is up, as it was written: a share, or the mean time between failures. */
export function upText(up: Domain['up'], variables: Surroundings['variables']): string {
  if (typeof up !== 'object') return written(up, 'availability', variables);
  return 'probability' in up ? written(up.probability, 'availability', variables) : `MTBF ${up.mtbf}`;
}

/** A quantity as words would say it where it is a literal or a variable with one, else as it was written. */
function written(
  value: Value | undefined,
  dimension: 'rate' | 'probability' | 'availability' | 'duration',
  variables: Surroundings['variables'],
): string {
  if (value === undefined) return '';
  const direct = parseQuantity(value, dimension);
  const parsed =
    direct.kind === 'variable' && Object.hasOwn(variables, direct.name)
      ? parseQuantity(variables[direct.name] ?? '', dimension)
      : direct;
  if (parsed.kind !== 'value') return String(value);
  if (dimension === 'rate') return rateText(parsed.value);
  if (dimension === 'duration') return timeText(parsed.value);
  return dimension === 'availability' ? availabilityShortText(parsed.value) : percentText(parsed.value);
}
