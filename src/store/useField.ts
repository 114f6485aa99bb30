import { useShallow } from 'zustand/react/shallow';
import { candidates } from '../model/edit/domains.ts';
import type { Field } from '../model/kinds/field.ts';
import type { Design, Scenario } from '../model/scenario.ts';
import { domainName } from '../words/names.ts';
import { withSeconds } from '../words/quantity-text.ts';
import { sliderPlace } from '../words/slider.ts';
import { readValue, valueText } from '../words/value-text.ts';
import { board, useBoard } from './board.ts';
import {
  fieldProblem,
  fieldText,
  isComplete,
  steppedText,
  variablesIn,
  withField,
  writtenAt,
  type FieldOwner,
} from './fields.ts';
import { shownDesign, shownScenario } from './selectors.ts';
import type { Change } from './state.ts';

/** What the control of a field shows and does. Every edit is one undo step; a drag or a typed text is shown live. */
export interface FieldControl {
  readonly kind: 'figures' | 'text' | 'choice' | 'flag' | 'list';
  readonly options: readonly { readonly value: string; readonly label: string }[] | undefined;
  readonly words: readonly string[] | undefined;
  readonly text: string;
  /** Its owners differ. */
  readonly mixed: boolean;
  readonly absent: string;
  readonly invalid: boolean;
  /** Whether it can be stepped and dragged: a formula is not, its variables are. */
  readonly steps: boolean;
  /** While it is typed; shown on the board as soon as it can be read. */
  readonly preview: (text: string) => void;
  readonly commit: (text: string) => void;
  readonly set: (value: string | boolean | undefined) => void;
  readonly cancel: () => void;
  readonly step: (text: string, steps: number) => string | null;
}

export interface BoardField {
  readonly control: FieldControl;
  readonly problem: string | undefined;
  /** Scenario variables that its text uses. */
  readonly variables: readonly string[];
  /** Dragging by the label; undefined where there is no literal to move. */
  readonly scrub: Scrub | undefined;
  /** Where it stands on its slider; undefined where it has none, or no literal to move. */
  readonly slide: Slide | undefined;
}

interface Slide {
  readonly place: number;
  readonly last: number;
  readonly text: string;
  readonly onSlide: (place: number) => void;
  readonly onSlideEnd: () => void;
  readonly onSlideCancel: () => void;
}

interface Scrub {
  /** So many steps from where the drag began. */
  readonly onScrub: (steps: number) => void;
  readonly onScrubEnd: () => void;
  readonly onScrubCancel: () => void;
}

function kindOf({ edit: { shape } }: Field): FieldControl['kind'] {
  if (shape === 'references') return 'list';
  return shape === 'choice' || shape === 'flag' || shape === 'text' ? shape : 'figures';
}

const isTime = ({ edit }: Field): boolean =>
  edit.shape === 'time' || (edit.shape === 'quantity' && edit.dimension === 'duration');

/** What may be chosen; of domains, those of the design, and for another domain those that do not stand in it. */
function optionsOf({ edit }: Field, design: Design | null, { part, ids }: FieldOwner): FieldControl['options'] {
  if (edit.shape === 'choice') return edit.options;
  if (design === null) return undefined;
  const [one = ''] = ids;
  const domains = part === 'domains' ? candidates(design, one) : Object.keys(design.domains ?? {});
  return domains.map((id) => ({ value: id, label: domainName(design, id) }));
}

const settle = (): void => board.getState().settle();
const cancel = (): void => board.getState().abandon();

export function useField(owner: FieldOwner, field: Field): BoardField {
  const written = useBoard((state) => fieldText(state, owner, field.key));
  const text = written === null || !isTime(field) ? written : withSeconds(written);
  const problem = useBoard((state) => fieldProblem(state, owner, field));
  const design = useBoard((state) => (field.edit.shape === 'references' ? shownDesign(state) : null));
  const variables = useBoard(useShallow((state) => (text === null ? [] : variablesIn(text, shownScenario(state)))));
  const steps = useBoard((state) =>
    owner.ids.every((id) => steppedBy(state.scenario.designs[state.design], id, 1) !== null),
  );

  const label = `Change ${field.label.toLowerCase()}`;
  const setting =
    (typed: string): Change =>
    (scenario, design) =>
      withField(scenario, design, owner, field.key, readValue(typed, field.edit));

  function steppedBy(design: Design | undefined, id: string, by: number): string | null {
    return steppedText(valueText(writtenAt(design, owner.part, id, field.key)), field, by);
  }
  const dragged =
    (by: number): Change =>
    (scenario, design) =>
      owner.ids.reduce((all: Scenario, id) => {
        const next = by === 0 ? null : steppedBy(scenario.designs[design], id, by);
        const value = next === null ? undefined : readValue(next, field.edit);
        return value === undefined ? all : withField(all, design, { part: owner.part, ids: [id] }, field.key, value);
      }, scenario);

  const control: FieldControl = {
    kind: kindOf(field),
    options: optionsOf(field, design, owner),
    words: field.edit.shape === 'quantity' ? field.edit.words : undefined,
    text: text ?? '',
    mixed: text === null,
    absent: field.absent,
    invalid: problem !== undefined,
    steps,
    preview(typed) {
      if (isComplete(typed, field)) board.getState().preview(label, setting(typed));
    },
    commit(typed) {
      const state = board.getState();
      if (state.gesture?.label === label) {
        state.preview(label, setting(typed));
        state.settle();
      } else if (typed.trim() !== text) state.edit(label, setting(typed));
    },
    set(value) {
      board.getState().edit(label, (scenario, design) => withField(scenario, design, owner, field.key, value));
    },
    cancel,
    step: (typed, by) => steppedText(typed, field, by),
  };
  const scrub: Scrub = {
    onScrub: (by) => board.getState().preview(label, dragged(by)),
    onScrubEnd: settle,
    onScrubCancel: cancel,
  };
  return { control, problem, variables, scrub: steps ? scrub : undefined, slide: slideOf(field, text, control) };
}

/** The slider of a share: what it stops at is written as if it were typed. */
function slideOf({ edit, absent }: Field, text: string | null, { preview }: FieldControl): Slide | undefined {
  if (edit.shape !== 'quantity' || edit.slider === undefined || text === null) return undefined;
  const shown = text === '' ? absent : text;
  const slider = sliderPlace(shown, edit.slider);
  if (slider === null) return undefined;
  const { place, last, textAt } = slider;
  return {
    place,
    last,
    text: shown,
    onSlide: (to) => preview(textAt(to)),
    onSlideEnd: settle,
    onSlideCancel: cancel,
  };
}
