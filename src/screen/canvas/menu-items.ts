import { LINING_UP } from '../../commands/arranging.ts';
import { shownKey } from '../../commands/keys.ts';
import { canRun, commandOf, runCommand } from '../../commands/registry.ts';
import { callIds, KINDS } from '../../model/scenario.ts';
import { board } from '../../store/board.ts';
import { isEmpty } from '../../store/selection.ts';
import { selectedCall, selectedComponent, selectedDomain, shownDesign } from '../../store/selectors.ts';
import { besideItems, hasContent, mayStandInDomains } from './domain-items.ts';
import { KIND_SPECS } from '../../model/kinds/kinds.ts';
import { componentName } from '../../words/names.ts';
import type { MenuItem } from '../ui/menu-item.ts';

/** A menu that opens another one in its place, or one that asks for a kind. */
export type Further = 'change-kind' | 'line-up' | 'add-here' | 'insert' | 'stands-in' | 'content';

function command(id: string, group: string, look: { title?: string; icon?: string } = {}): MenuItem[] {
  if (!canRun(id)) return [];
  const { title } = commandOf(id);
  const hint = shownKey(commandOf(id)) ?? undefined;
  return [{ id, title, hint, group, ...look, run: () => void runCommand(id) }];
}

/** Where it stands comes after what is asked for more often. */
const editing = (placing: readonly MenuItem[]): MenuItem[] => [
  ...command('duplicate', 'edit'),
  ...command('cut', 'edit'),
  ...command('copy', 'edit'),
  ...placing,
  ...command('delete', 'delete'),
];

/** How often it is up is asked of what is held already, so that menus stay short. */
const whatIf = (): MenuItem[] => [
  ...command('take-down', 'what-if', { title: 'Take down (what if)' }),
  ...command('bring-up', 'what-if'),
  ...(canRun('bring-up') ? command('hold-at', 'what-if', { title: 'How often it is up (what if)…' }) : []),
];

/** The way from a component to its calls without a pointer. */
function callsOf(id: string): MenuItem[] {
  const design = shownDesign(board.getState());
  const calls = design?.calls ?? [];
  const ids = callIds(calls);
  return calls.flatMap((call, index): MenuItem[] => {
    const callId = ids[index] ?? '';
    if (call.from !== id || design === null) return [];
    const title = `Its call of ${componentName(design, call.to)}`;
    return [{ id: callId, title, group: 'calls', run: () => board.getState().select({ calls: [callId] }) }];
  });
}

const MOST_CALLS = 6;

/** What can be done with what is selected; with nothing selected, with the board. `beside` was selected a moment ago. */
export function menuItems(open: (further: Further) => void, beside: readonly string[] = []): MenuItem[] {
  const state = board.getState();
  const { components, texts } = state.selection;
  const further = (id: Further, title: string, group: string): MenuItem => ({ id, title, group, run: () => open(id) });
  const one = selectedComponent(state);
  const domain = selectedDomain(state);
  const placing = [
    ...(mayStandInDomains() ? [further('stands-in', 'Stands in…', 'place')] : []),
    ...command('put-in-new-domain', 'place'),
    ...command('take-out-of-domains', 'place'),
  ];
  if (domain !== null) {
    return [
      ...besideItems(domain, beside),
      ...command('rename', 'name'),
      ...(hasContent(domain) ? [further('content', 'What stands in it…', 'place')] : []),
      ...whatIf(),
      ...editing(placing),
    ];
  }
  if (one !== null) {
    return [
      ...command('rename', 'name'),
      further('change-kind', 'Change kind…', 'name'),
      ...command('add-next', 'calls', { title: 'Add what it calls' }),
      ...command('connect', 'calls', { title: 'Connect to…' }),
      ...callsOf(one).slice(0, MOST_CALLS),
      ...command('more-replicas', 'replicas'),
      ...command('fewer-replicas', 'replicas'),
      ...whatIf(),
      ...editing(placing),
    ];
  }
  if (selectedCall(state) !== null)
    return [further('insert', 'Put a component in between…', 'call'), ...command('delete', 'delete')];
  if (!isEmpty(state.selection)) {
    return [
      ...command('rename', 'name', { title: 'Edit text' }),
      ...(components.length + texts.length > 1 ? [further('line-up', 'Line up…', 'line-up')] : []),
      ...command('more-replicas', 'replicas'),
      ...command('fewer-replicas', 'replicas'),
      ...whatIf(),
      ...editing(placing),
    ];
  }
  return [
    further('add-here', 'Add a component here…', 'add'),
    ...command('add-domain', 'add'),
    ...command('add-text', 'add'),
    ...command('paste', 'edit'),
    ...command('select-all', 'edit'),
    ...command('tidy', 'view'),
    ...command('fit', 'view'),
    ...command('toggle-outline', 'view'),
  ];
}

/** To the kinds that it is not. */
export const kindItems = (): MenuItem[] =>
  KINDS.flatMap((kind) =>
    command(`change-kind-${kind}`, 'kind', { title: KIND_SPECS[kind].label, icon: KIND_SPECS[kind].icon }),
  );

export const lineUpItems = (): MenuItem[] =>
  LINING_UP.flatMap(([id, icon]) => command(id, id.startsWith('align') ? 'align' : 'space', { icon }));
