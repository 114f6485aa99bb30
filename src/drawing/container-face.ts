import { domainOf, domainsOf } from '../model/domains.ts';
import type { DesignReport, DomainPart } from '../model/report.ts';
import type { Design, Domain } from '../model/scenario.ts';
import { BINDING_TAG } from '../words/views.ts';
import { componentName, domainName } from '../words/names.ts';
import { NOTHING_IN_IT, spreadText } from '../words/placement.ts';
import type { DomainContent } from './domain-content.ts';
import { literal, upText } from './face.ts';
import type { Surroundings } from './surroundings.ts';

/** What stands on a container, as plain texts. */
export interface ContainerFace {
  readonly title: string;
  readonly kind: Domain['kind'];
  /** How often it is up: "99.99 %"; empty where nothing is written. */
  readonly up: string;
  /** "App · 4 of 10", by the group; of an empty one what to do with it. */
  readonly rows: readonly { readonly id: string; readonly text: string }[];
  readonly tag: typeof BINDING_TAG | null;
  /** It alone fails requests. */
  readonly singlePoint: boolean;
}

/** The face of one domain's container. Until there is a report, replicas are taken as written, where they are numbers. */
export function containerFace(
  design: Design,
  { id, rows, members, inner }: DomainContent,
  report: DesignReport | null,
  part: DomainPart | undefined,
  binding: boolean,
  variables: Surroundings['variables'],
): ContainerFace {
  const domain = domainOf(domainsOf(design), id);
  const groups = rows.map(({ component, place, places }) => {
    const replicas = report?.components[component]?.replicas ?? literal(design.components[component]?.replicas);
    return { id: component, text: spreadText(componentName(design, component), replicas, place, places) };
  });
  const isEmpty = rows.length + members.length + inner.length === 0;
  return {
    title: domainName(design, id),
    kind: domain?.kind ?? 'zone',
    up: upText(domain?.up, variables),
    rows: isEmpty ? [{ id: '', text: NOTHING_IN_IT }] : groups,
    tag: binding ? BINDING_TAG : null,
    singlePoint: part?.singlePoint === true,
  };
}

/** "Zone a · 99.99 %". */
export function headText(design: Design, id: string, variables: Surroundings['variables'] = {}): string {
  const up = upText(domainOf(domainsOf(design), id)?.up, variables);
  return [domainName(design, id), up].filter((part) => part !== '').join(' · ');
}
