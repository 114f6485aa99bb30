import { connectComponents } from '../../commands/adding.ts';
import { make, onlyComponent, onlyText } from '../../commands/change.ts';
import { makeDomain } from '../../commands/domain-changes.ts';
import { becomeTypical, typicalComponent } from '../../commands/placing.ts';
import { addText } from '../../model/edit/board.ts';
import { connect, splice } from '../../model/edit/calls.ts';
import { addComponent, renameComponent, setField } from '../../model/edit/components.ts';
import { renameDomain } from '../../model/edit/domains.ts';
import { kindOfName, parseQuickText, type QuickText } from '../../model/edit/quick-text.ts';
import { KIND_SPECS } from '../../model/kinds/kinds.ts';
import type { Component, Kind, Point, Scenario } from '../../model/scenario.ts';
import { board } from '../../store/board.ts';
import { shownComponent, shownDomain, shownScenario } from '../../store/selectors.ts';
import type { Tool } from '../../store/state.ts';
import { cornerOf } from './corner.ts';
import { standingAt } from './standing.ts';

/** What a new component is joined to. */
export type Joint =
  | { readonly kind: 'caller'; readonly id: string }
  | { readonly kind: 'callee'; readonly id: string }
  | { readonly kind: 'call'; readonly id: string };

function joined(scenario: Scenario, design: number, id: string, joint: Joint): Scenario {
  if (joint.kind === 'call') return splice(scenario, design, joint.id, id);
  const [from, to] = joint.kind === 'caller' ? [joint.id, id] : [id, joint.id];
  return connect(scenario, design, from, to).scenario;
}

function add(label: string, component: Component, at: Point, joint: Joint | null): string | null {
  make(label, (scenario, design) => {
    const added = addComponent(scenario, design, { component, at });
    const whole = joint === null ? added.scenario : joined(added.scenario, design, added.id, joint);
    return { scenario: standingAt(whole, design, added.id, at), selection: onlyComponent(added.id) };
  });
  return board.getState().selection.components[0] ?? null;
}

/** Makes a component of a kind with its upper left corner there, and lets its name be typed. */
export function makeComponent(kind: Kind, at: Point, joint: Joint | null = null): void {
  const id = add(`Add ${KIND_SPECS[kind].label.toLowerCase()}`, typicalComponent(kind), at, joint);
  if (id !== null) board.getState().startRenaming(id);
}

/** Writes a text on the board and lets it be typed. */
export function makeText(at: Point): void {
  make('Add text', (scenario) => {
    const added = addText(scenario, { text: 'Text', at });
    return { scenario: added.scenario, selection: onlyText(added.id) };
  });
  const [id] = board.getState().selection.texts;
  if (id !== undefined) board.getState().startRenaming(id);
}

/** What a tool of the palette makes when it is put down at a point. */
export function makeWithTool(tool: Tool, at: Point, joint: Joint | null = null): void {
  if (tool === 'text') makeText(at);
  else if (tool === 'domain') makeDomain(cornerOf(at, 'domain'));
  else if (tool !== 'select' && tool !== 'down') makeComponent(tool, cornerOf(at), joint);
}

const quickFields = ({
  replicas,
  needed,
  up,
  promised,
}: QuickText): readonly (readonly [string, string | number | undefined])[] => [
  ['replicas', replicas],
  ['needed', needed],
  ['up', up],
  ['objectives.availability', promised],
];

/** Makes what "App 3 × 99 %" says, for the point where it was written. */
export function makeQuick(text: string, at: Point, written: Point): void {
  if (text.trim() === '') return;
  const quick = parseQuickText(text);
  make('Add component', (scenario, design) => {
    const component = typicalComponent(quick.kind, quick.name);
    const added = addComponent(scenario, design, { component, at });
    const whole = withQuickFields(added.scenario, design, added.id, quick);
    return { scenario: standingAt(whole, design, added.id, written, 'point'), selection: onlyComponent(added.id) };
  });
}

const withQuickFields = (scenario: Scenario, design: number, id: string, quick: QuickText): Scenario =>
  quickFields(quick).reduce(
    (all, [key, value]) => (value === undefined ? all : setField(all, design, id, key, value)),
    scenario,
  );

/** The kind that a name asks for, where the kind was left open; what is called cannot become a client. */
function kindNamed(id: string, name: string): Kind | null {
  const state = board.getState();
  const kind = kindOfName(name);
  const open = state.kindOpen && KIND_SPECS[kind].called && shownComponent(state, id)?.kind !== kind;
  return open ? kind : null;
}

/** Renames a domain. */
export function renameDomainTo(id: string, text: string): void {
  if (text.trim() === (shownDomain(board.getState(), id)?.name ?? '')) return;
  board.getState().edit('Rename', (scenario, design) => renameDomain(scenario, design, id, text));
}

/** Renames a component; a name such as "App 3 × 99 %" also sets the numbers in it. */
export function renameTo(id: string, text: string): void {
  const typed = text.trim();
  const component = shownComponent(board.getState(), id);
  if (component === null || typed === (component.name ?? '')) return;
  const name = /[×%]/.test(typed) ? parseQuickText(typed).name : typed;
  const kind = kindNamed(id, name);
  board.getState().edit('Rename', (scenario, design) => {
    const typical = kind === null ? scenario : becomeTypical(scenario, design, id, kind);
    const named = renameComponent(typical, design, id, name);
    return name === typed ? named : withQuickFields(named, design, id, parseQuickText(typed, kind ?? component.kind));
  });
}

/** Ends connecting at a component that was clicked or tapped. */
export function connectTo(id: string): void {
  const { connecting, stopConnecting } = board.getState();
  stopConnecting();
  if (connecting !== null && connecting.from !== id) connectComponents(connecting.from, id);
}

/** Whether dropping this component on a call would put it in between: only one that has no calls of its own. */
export function mayBeSpliced(id: string): boolean {
  const state = board.getState();
  const calls = shownScenario(state).designs[state.design]?.calls ?? [];
  const kind = shownComponent(state, id)?.kind;
  const spec = kind === undefined ? null : KIND_SPECS[kind];
  return spec !== null && spec.calls && spec.called && !calls.some(({ from, to }) => from === id || to === id);
}
