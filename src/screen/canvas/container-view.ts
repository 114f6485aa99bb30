import { containerFace, type ContainerFace } from '../../drawing/container-face.ts';
import { contentsOf } from '../../drawing/domain-content.ts';
import { DOMAIN_SPECS } from '../../model/kinds/domain.ts';
import { currentConditions } from '../../store/conditions.ts';
import {
  currentReport,
  domainPartOf,
  heldTag,
  isBinding,
  shownDesign,
  shownDomain,
  shownScenario,
} from '../../store/selectors.ts';
import type { BoardState } from '../../store/state.ts';
import { CONDITION_TAG, conditionOf } from '../../words/condition.ts';
import { counted } from '../../words/figure-titles.ts';
import { SINGLE_POINT_SPOKEN } from '../../words/importance.ts';
import { problemAt } from './problems.ts';

/** All that one container shows: plain texts and flags. */
export interface ContainerView {
  readonly face: ContainerFace;
  /** As it is written; empty where it goes by its kind and id. */
  readonly name: string;
  /** How many components stand in it as a whole, and how many containers. */
  readonly components: number;
  readonly domains: number;
  readonly problem: string | null;
  /** A chart, a sentence or the outline points at it. */
  readonly lit: boolean;
  readonly renaming: boolean;
  /** Only the what-if has it. */
  readonly fresh: boolean;
  readonly down: boolean;
  /** What it is held at while that is tried out; null where it is as the document says. */
  readonly held: string | null;
}

const NO_VARIABLES = {};

/** A selector for one container: it gives the same view as long as its texts are the same. */
export function containerViewOf(id: string): (state: BoardState) => ContainerView | null {
  let inputs: readonly unknown[] = [];
  let view: ContainerView | null = null;
  return (state) => {
    const design = shownDesign(state);
    if (design === null || shownDomain(state, id) === null) return view;
    const report = currentReport(state);
    const part = domainPartOf(state, id) ?? undefined;
    const binding = isBinding(state, id, 'domain');
    const flags = {
      problem: problemAt(state, 'domains', id),
      lit: state.hovered === id || state.highlight.includes(id),
      renaming: state.renaming === id && !Object.hasOwn(design.components, id),
      fresh: state.whatIf !== null && !Object.hasOwn(state.scenario.designs[state.design]?.domains ?? {}, id),
      down: conditionOf(currentConditions(state), { of: 'domain', id }) === 'down',
      held: heldTag(state, { of: 'domain', id }),
    };
    const { variables = NO_VARIABLES } = shownScenario(state);
    const now = [design, report, part, binding, variables, ...Object.values(flags)];
    if (view !== null && now.every((input, index) => input === inputs[index])) return view;
    inputs = now;
    const content = contentsOf(design).find((each) => each.id === id);
    if (content === undefined) return view;
    const face = containerFace(design, content, report, part, binding, variables);
    const next: ContainerView = {
      face,
      name: shownDomain(state, id)?.name ?? '',
      components: content.members.length,
      domains: content.inner.length,
      ...flags,
    };
    if (JSON.stringify(next) !== JSON.stringify(view)) view = next;
    return view;
  };
}

/** "Zone a, zone, 99.99 % up, 3 components, App · 4 of 10". */
export function spokenContainer(view: ContainerView, selected: boolean): string {
  const { face, components, domains, problem, down, held } = view;
  return [
    face.title,
    DOMAIN_SPECS[face.kind].label.toLowerCase(),
    face.up === '' ? '' : `up ${face.up}`,
    counted(components, 'component'),
    counted(domains, 'domain'),
    ...face.rows.map(({ id, text }) => (id === '' ? 'empty' : text)),
    face.tag ?? '',
    face.singlePoint ? SINGLE_POINT_SPOKEN : '',
    down ? CONDITION_TAG.down : '',
    held === null ? '' : `what if ${held}`,
    problem === null ? '' : `wrong: ${problem}`,
    selected ? 'selected' : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}
