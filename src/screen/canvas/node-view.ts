import type { Kind } from '../../model/scenario.ts';
import { nodeFace, type NodeFace } from '../../drawing/face.ts';
import { surroundingsOf } from '../../drawing/surroundings.ts';
import { currentConditions } from '../../store/conditions.ts';
import {
  componentReport,
  heldTag,
  isBinding,
  partOf,
  shownComponent,
  shownDesign,
  shownScenario,
} from '../../store/selectors.ts';
import { CONDITION_TAG, conditionOf, type Condition } from '../../words/condition.ts';
import type { BoardState } from '../../store/state.ts';
import { SINGLE_POINT_SPOKEN } from '../../words/importance.ts';
import { problemAt } from './problems.ts';

/** All that one component shows: plain texts and flags. */
export interface NodeView {
  readonly face: NodeFace;
  readonly kind: Kind;
  /** As it is written; empty where it goes by its id. */
  readonly name: string;
  readonly problem: string | null;
  /** A chart, a sentence or the outline points at it. */
  readonly lit: boolean;
  /** Only the what-if has it. */
  readonly fresh: boolean;
  readonly renaming: boolean;
  /** Connecting by keyboard or tap starts here. */
  readonly connecting: boolean;
  readonly condition: Condition | null;
  /** What it is held at while that is tried out; null where it is as the document says. */
  readonly held: string | null;
}

const isFresh = (state: BoardState, id: string): boolean =>
  state.whatIf !== null && !Object.hasOwn(state.scenario.designs[state.design]?.components ?? {}, id);

/**
 * A selector for one component. It builds texts only when something they are made of has changed, and gives the same
 * view as long as the texts are the same: of 300 nodes only those draw anew whose texts did change.
 */
export function nodeViewOf(id: string): (state: BoardState) => NodeView | null {
  let inputs: readonly unknown[] = [];
  let view: NodeView | null = null;
  return (state) => {
    const component = shownComponent(state, id);
    if (component === null) return view;
    const report = componentReport(state, id) ?? undefined;
    const part = partOf(state, id) ?? undefined;
    const binding = isBinding(state, id);
    const flags = {
      problem: problemAt(state, 'components', id),
      lit: state.hovered === id || state.highlight.includes(id),
      fresh: isFresh(state, id),
      renaming: state.renaming === id,
      connecting: state.connecting?.from === id,
      condition: conditionOf(currentConditions(state), { of: 'component', id }),
      held: heldTag(state, { of: 'component', id }),
    };
    const { variables } = shownScenario(state);
    const now = [component, report, part, binding, state.lens, shownDesign(state), variables, ...Object.values(flags)];
    if (view !== null && now.every((input, index) => input === inputs[index])) return view;
    inputs = now;
    const around = surroundingsOf(shownScenario(state), state.design, id);
    const face = nodeFace(component, id, report, part, state.lens, binding, around);
    const next: NodeView = { face, kind: component.kind, name: component.name ?? '', ...flags };
    if (JSON.stringify(next) !== JSON.stringify(view)) view = next;
    return view;
  };
}

/** "App, service, 1 of 3 needed, causes 0.2 % of the downtime". */
export function spokenName({ face, problem, connecting, condition, held }: NodeView, selected: boolean): string {
  const replicas =
    face.dots === null ? face.dotsText : `${face.dots.needed} of ${face.dots.needed + face.dots.spare} needed`;
  const figure =
    face.figureLabel === 'causes'
      ? `causes ${face.figureValue} of the downtime`
      : `${face.figureLabel} ${face.figureValue}`;
  return [
    face.title,
    face.kind.toLowerCase(),
    replicas,
    face.standsText,
    figure.trim(),
    face.tag ?? '',
    face.singlePoint ? SINGLE_POINT_SPOKEN : '',
    condition === null ? '' : CONDITION_TAG[condition],
    held === null ? '' : `what if ${held}`,
    problem === null ? '' : `wrong: ${problem}`,
    connecting ? 'calls what is chosen next' : '',
    selected ? 'selected' : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}
