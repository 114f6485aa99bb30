import { setVariable } from '../model/edit/variables.ts';
import type { Dimension } from '../model/kinds/field.ts';
import { parseQuantity } from '../model/quantity/parse-quantity.ts';
import type { Scenario, Value } from '../model/scenario.ts';
import { steppedQuantity } from '../words/quantity-text.ts';
import { board, useBoard } from './board.ts';
import { shownScenario } from './selectors.ts';
import type { Change } from './state.ts';

const ORDER: readonly Dimension[] = [
  'count',
  'ratio',
  'probability',
  'duration',
  'rate',
  'growth',
  'money',
  'size',
  'availability',
];

/** A variable says nothing of what it measures; its text does, unless it is a formula. */
const dimensionOf = (text: Value): Dimension | undefined =>
  ORDER.find((dimension) => parseQuantity(text, dimension).kind === 'value');

function stepped(text: Value, steps: number): Value | null {
  const dimension = dimensionOf(text);
  return dimension === undefined ? null : steppedQuantity(text, dimension, steps);
}

const valueIn = (scenario: Scenario, name: string): Value => {
  const { variables = {} } = scenario;
  return Object.hasOwn(variables, name) ? (variables[name] ?? '') : '';
};

/** A number stays a number, everything else as it was typed. */
const asValue = (text: string): Value => {
  const line = text.trim();
  const number = Number(line);
  return Number.isFinite(number) && String(number) === line ? number : line;
};

export interface BoardVariable {
  readonly text: string;
  /** What is wrong with it, if anything. */
  readonly problem: string | undefined;
  readonly steps: boolean;
  readonly preview: (text: string) => void;
  readonly commit: (text: string) => void;
  readonly cancel: () => void;
  readonly step: (text: string, steps: number) => string | null;
  readonly drag: (steps: number) => void;
  readonly settle: () => void;
}

/** A variable of the scenario as a form edits it: live while it is typed or dragged, one undo step at the end. */
export function useVariable(name: string): BoardVariable {
  const text = useBoard((state) => String(valueIn(shownScenario(state), name)));
  const problem = useBoard(
    (state) => state.issues.find(({ path }) => path[0] === 'variables' && path[1] === name)?.message,
  );
  const label = `Change ${name}`;
  const setting =
    (value: Value): Change =>
    (scenario) =>
      setVariable(scenario, name, value);
  const stepText = (typed: string, by: number): string | null => {
    const next = stepped(asValue(typed), by);
    return next === null ? null : String(next);
  };
  return {
    text,
    problem,
    steps: stepped(asValue(text), 1) !== null,
    preview(typed) {
      if (dimensionOf(asValue(typed)) !== undefined) board.getState().preview(label, setting(asValue(typed)));
    },
    commit(typed) {
      const state = board.getState();
      if (typed.trim() === '') state.abandon();
      else if (state.gesture?.label === label) {
        state.preview(label, setting(asValue(typed)));
        state.settle();
      } else if (typed.trim() !== text) state.edit(label, setting(asValue(typed)));
    },
    cancel: () => board.getState().abandon(),
    step: stepText,
    drag: (by) =>
      board.getState().preview(label, (scenario) => {
        const next = by === 0 ? null : stepped(valueIn(scenario, name), by);
        return next === null ? scenario : setVariable(scenario, name, next);
      }),
    settle: () => board.getState().settle(),
  };
}
