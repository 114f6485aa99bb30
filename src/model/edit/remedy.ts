import { KIND_SPECS } from '../kinds/kinds.ts';
import type { Remedy } from '../report.ts';
import type { Component, Design, Point, Scenario } from '../scenario.ts';
import { placed } from './board.ts';
import { componentOf, idsOnBoard, keptCalls, withCalls, withComponent, withDesign } from './design.ts';
import { freshId, freshName, numberedId } from './ids.ts';
import { withKey } from './record.ts';
import { oneMoreReplica } from './replicas.ts';

/** Makes the change that a report proposes. `at` says where the gate of a second provider stands. */
export function applyRemedy(
  scenario: Scenario,
  design: number,
  { kind, component: id }: Pick<Remedy, 'kind' | 'component'>,
  at?: Point,
): Scenario {
  if (kind === 'add-replica') return withDesign(scenario, design, (each) => withComponent(each, id, oneMoreReplica));
  const component = componentOf(scenario.designs[design], id);
  const possible = component !== undefined && KIND_SPECS[component.kind].called;
  return possible ? withSecondProvider(scenario, design, id, component, at) : scenario;
}

/** A gate that is content with one and only calls it: a further provider joins there. */
function gateBefore(design: Design, id: string): string | null {
  const callers = (design.calls ?? []).filter((call) => call.to === id);
  const [only] = callers;
  const gate = only === undefined || callers.length > 1 ? undefined : componentOf(design, only.from);
  return only !== undefined && gate?.kind === 'gate' && Number(gate.needed ?? 1) === 1 ? only.from : null;
}

/**
 * A copy of the component, and a gate before both that is content with either. Where such a gate stands already the copy
 * joins the others behind it.
 */
function withSecondProvider(
  scenario: Scenario,
  index: number,
  id: string,
  component: Component,
  at: Point | undefined,
): Scenario {
  const design = scenario.designs[index];
  if (design === undefined) return scenario;
  const taken = idsOnBoard(scenario);
  const names = Object.values(design.components).flatMap(({ name }) => (name === undefined ? [] : [name]));
  const name = freshName([...names, component.name ?? id], component.name ?? id);
  const copyId = numberedId(taken, id);
  const existing = gateBefore(design, id);
  const gateId = existing ?? freshId(taken, 'any-of');
  const gate: Component = { kind: 'gate', name: freshName(names, 'Any of'), needed: 1 };
  const made = withDesign(scenario, index, (each) => {
    const calls = keptCalls(each);
    const led = existing === null ? calls.map((kept) => leadTo(kept, id, gateId)) : calls;
    const between = existing === null ? [{ id: null, call: { from: gateId, to: id } }] : [];
    const again = calls
      .filter(({ call }) => call.from === id)
      .map(({ call }) => ({ id: null, call: { ...withKey(call, 'id', undefined), from: copyId } }));
    const added = existing === null ? { [gateId]: gate } : {};
    const components = { ...each.components, ...added, [copyId]: withKey(component, 'name', name) };
    const toCopy = { id: null, call: { from: gateId, to: copyId } };
    return withCalls({ ...each, components }, [...led, ...between, toCopy, ...again]);
  });
  return withProviderPlaces(made, existing === null ? gateId : null, id, copyId, at);
}

const leadTo = <T extends { readonly call: { readonly to: string } }>(kept: T, from: string, to: string): T =>
  kept.call.to === from ? { ...kept, call: { ...kept.call, to } } : kept;

/** From one column or row of the board to the next, and what two components need to stand clear of each other. */
const COLUMN = 240;
const ROW = 130;
const CLEAR = { x: 190, y: 98 };

const isFree = (scenario: Scenario, except: readonly string[], [x, y]: Point): boolean =>
  Object.entries(scenario.at ?? {}).every(
    ([id, [otherX, otherY]]) =>
      except.includes(id) || Math.abs(otherX - x) >= CLEAR.x || Math.abs(otherY - y) >= CLEAR.y,
  );

/** The first free place downwards. */
function freePlace(scenario: Scenario, except: readonly string[], [x, y]: Point): Point {
  let row = 0;
  while (!isFree(scenario, except, [x, y + row * ROW])) row++;
  return [x, y + row * ROW];
}

/** The gate takes the component's place, and the component and its copy stand behind it. Without positions nothing does. */
function withProviderPlaces(
  scenario: Scenario,
  gate: string | null,
  id: string,
  copy: string,
  at: Point | undefined,
): Scenario {
  const place = scenario.at?.[id];
  if (place === undefined) return scenario;
  if (gate === null) return placed(scenario, copy, freePlace(scenario, [], [place[0], place[1] + ROW]));
  const front = at ?? place;
  const gated = placed(scenario, gate, front);
  const first = freePlace(gated, [id], [front[0] + COLUMN, front[1] - ROW / 2]);
  const moved = placed(gated, id, first);
  return placed(moved, copy, freePlace(moved, [], [first[0], first[1] + ROW]));
}
