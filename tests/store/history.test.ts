import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { moveTo } from '../../src/model/edit/board.ts';
import { removeItems, renameComponent, setField, stepReplicas } from '../../src/model/edit/components.ts';
import { addDesign, removeDesign } from '../../src/model/edit/designs.ts';
import { setTitle } from '../../src/model/edit/document.ts';
import { only } from '../../src/model/edit/selection.ts';
import { board } from '../../src/store/board.ts';
import {
  computedScenario,
  isWhatIf,
  needsLayout,
  redoTitle,
  shownScenario,
  undoTitle,
} from '../../src/store/selectors.ts';
import type { Change } from '../../src/store/state.ts';
import { CHECKOUT } from './samples.ts';

const state = () => board.getState();
const titled =
  (title: string): Change =>
  (scenario) =>
    setTitle(scenario, title);
const app = only({ components: ['app'] });

beforeEach(() => state().load(CHECKOUT, { documentId: 'test', origin: 'own' }));

describe('the history', () => {
  test('undo gives back the very document, and redo the very edit', () => {
    expect(state().edit('Change title', titled('Shop'))).toBe(true);
    const edited = state().scenario;
    state().undo();
    expect(state().scenario).toBe(CHECKOUT);
    state().redo();
    expect(state().scenario).toBe(edited);
  });

  test('an edit that changes nothing leaves no step', () => {
    expect(state().edit('Change title', titled('Checkout'))).toBe(false);
    expect(state().past).toEqual([]);
  });

  test('menus name the step', () => {
    expect([undoTitle(state()), redoTitle(state())]).toEqual(['Undo', 'Redo']);
    state().edit('Change title', titled('Shop'));
    expect(undoTitle(state())).toBe('Undo change title');
    state().undo();
    expect(redoTitle(state())).toBe('Redo change title');
  });

  test('undo brings the selection back', () => {
    state().select(app);
    state().edit('Delete', (scenario, design) => removeItems(scenario, design, app));
    expect(state().selection.components).toEqual([]);
    state().undo();
    expect(state().selection).toEqual(app);
  });

  test('undo goes to the design that was edited', () => {
    state().edit('Rename', (scenario, design) => renameComponent(scenario, design, 'app', 'Shop'));
    state().switchDesign(1);
    state().undo();
    expect(state().design).toBe(0);
  });

  test('an edit may lead to another design, and deleting the last one leads to the one before', () => {
    state().edit('Add design', (scenario, design) => addDesign(scenario, design), { design: 2 });
    expect(state().design).toBe(2);
    state().edit('Delete design', (scenario, design) => removeDesign(scenario, design));
    expect(state().design).toBe(1);
  });

  test('five hundred steps can be undone, not more', () => {
    for (let step = 0; step < 510; step++) state().edit('Change title', titled(`Shop ${step}`));
    expect(state().past.length).toBe(500);
    for (let step = 0; step < 510; step++) state().undo();
    expect(state().scenario.title).toBe('Shop 9');
  });

  test('any row of edits, drags, undos and redos can be undone to the very document', () => {
    const act = fc.oneof(
      fc.record({ act: fc.constant('title' as const), title: fc.string({ minLength: 1, maxLength: 4 }) }),
      fc.record({
        act: fc.constant('drag' as const),
        to: fc.array(fc.integer(), { maxLength: 4 }),
        drop: fc.boolean(),
      }),
      fc.record({ act: fc.constantFrom('undo' as const, 'redo' as const, 'what-if' as const, 'apply' as const) }),
      fc.record({
        act: fc.constantFrom('hold' as const, 'release' as const),
        id: fc.constantFrom('app', 'pay', 'pay2', 'shoppers', 'nobody'),
      }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        state().load(CHECKOUT, { documentId: 'test', origin: 'own' });
        for (const step of acts) {
          if (step.act === 'title') state().edit('Change title', titled(step.title));
          else if (step.act === 'drag') {
            for (const x of step.to)
              state().preview('Move', (scenario) => moveTo(scenario, { components: { app: [x, 0] } }));
            if (step.drop) state().settle();
            else state().abandon();
          } else if (step.act === 'what-if') state().tryOut('Try', titled('Tried'));
          else if (step.act === 'apply') state().applyWhatIf();
          else if (step.act === 'hold') state().hold([{ of: 'component', id: step.id }], '0 %');
          else if (step.act === 'release') state().release([{ of: 'component', id: step.id }]);
          else state()[step.act]();
        }
        state().discardWhatIf();
        while (state().past.length > 0) state().undo();
        expect(state().scenario).toBe(CHECKOUT);
      }),
    );
  });
});

describe('a drag', () => {
  const drag = (x: number): void =>
    state().preview('Move', (scenario) => moveTo(scenario, { components: { app: [x, 0] } }));

  test('is one step, from where it began', () => {
    for (const x of [10, 20, 30]) drag(x);
    state().settle();
    expect(state().past.length).toBe(1);
    expect(state().scenario.at?.['app']).toEqual([30, 0]);
    state().undo();
    expect(state().scenario).toBe(CHECKOUT);
  });

  test('leaves no trace when it is abandoned, and no step when it ends where it began', () => {
    drag(10);
    state().abandon();
    expect(state().scenario).toBe(CHECKOUT);
    drag(10);
    drag(528);
    state().preview('Move', (scenario) => scenario);
    state().settle();
    expect([state().past.length, state().scenario]).toEqual([0, CHECKOUT]);
  });

  test('ends before another edit begins', () => {
    drag(10);
    state().edit('Change title', titled('Shop'));
    expect(state().past.map(({ label }) => label)).toEqual(['Move', 'Change title']);
  });

  test('counts as one edit', () => {
    const { edits } = state();
    for (const x of [10, 20, 30]) drag(x);
    state().settle();
    expect(state().edits).toBe(edits + 1);
  });
});

describe('what if', () => {
  test('shows its own document and leaves the real one alone', () => {
    state().tryOut('Try a title', titled('Tried'));
    expect([shownScenario(state()).title, state().scenario]).toEqual(['Tried', CHECKOUT]);
    state().discardWhatIf();
    expect(shownScenario(state())).toBe(CHECKOUT);
    expect(state().past).toEqual([]);
  });

  test('applied, it is one step', () => {
    state().tryOut('Try a title', titled('Tried'));
    state().applyWhatIf();
    expect([state().scenario.title, state().past.length, state().whatIf]).toEqual(['Tried', 1, null]);
    state().undo();
    expect(state().scenario).toBe(CHECKOUT);
  });

  test('undo closes it before it undoes anything', () => {
    state().edit('Change title', titled('Shop'));
    state().tryOut('Try a title', titled('Tried'));
    state().undo();
    expect([state().whatIf, state().scenario.title]).toEqual([null, 'Shop']);
  });

  test('an edit is one of what is seen: it applies the what-if as a step of its own first', () => {
    state().tryOut('Try a title', titled('Tried'));
    state().edit('Rename', (scenario, design) => renameComponent(scenario, design, 'app', 'Shop'));
    expect(state().past.map(({ label }) => label)).toEqual(['Try a title', 'Rename']);
    expect(state().scenario.title).toBe('Tried');
  });

  test('an edit that changes nothing does not apply it', () => {
    state().tryOut('Try a title', titled('Tried'));
    expect(state().edit('Nothing', (scenario) => scenario)).toBe(false);
    expect(state().whatIf).not.toBeNull();
  });
});

describe('what is held', () => {
  const pay = { of: 'component', id: 'pay' } as const;
  const db = { of: 'component', id: 'db' } as const;
  const upOf = (id: string, design = 0) => computedScenario(state()).designs[design]?.components[id]?.up;
  const replicas: Change = (scenario, design) => stepReplicas(scenario, design, 'app', 1);

  test('is computed and not edited: the document stays the very same', () => {
    state().hold([pay], '0 %');
    expect([upOf('pay'), upOf('pay', 1)]).toEqual(['0 %', '0 %']);
    expect([state().scenario, shownScenario(state()), state().past.length]).toEqual([CHECKOUT, CHECKOUT, 0]);
  });

  test('may be several at once, each let go by itself; the last one ends it', () => {
    state().hold([pay], '0 %');
    state().hold([db, pay], '99 %');
    expect([upOf('pay'), upOf('db')]).toEqual(['99 %', '99 %']);
    state().release([pay]);
    expect([upOf('pay'), upOf('db'), isWhatIf(state())]).toEqual(['99.95 %', '99 %', true]);
    state().release([db]);
    expect([computedScenario(state()), isWhatIf(state())]).toEqual([CHECKOUT, false]);
  });

  test('is nothing that cannot be down', () => {
    state().hold(
      [
        { of: 'component', id: 'shoppers' },
        { of: 'domain', id: 'pay' },
      ],
      '0 %',
    );
    expect(isWhatIf(state())).toBe(false);
  });

  test('stays over what is edited meanwhile, which is what was edited and nothing else', () => {
    state().hold([pay], '0 %');
    state().edit('Add a replica', replicas);
    expect(state().scenario).toEqual(replicas(CHECKOUT, 0));
    expect([upOf('pay'), state().past.map(({ label }) => label)]).toEqual(['0 %', ['Add a replica']]);
  });

  test('stays over a drag, and over positions, whose designs are the very same ones', () => {
    state().hold([pay], '0 %');
    const { designs } = computedScenario(state());
    state().preview('Move', (scenario) => moveTo(scenario, { components: { app: [1, 1] } }));
    expect(computedScenario(state()).designs).toBe(designs);
    state().settle();
    expect(computedScenario(state()).designs).toBe(designs);
    expect([computedScenario(state()).at?.['app'], state().scenario.designs]).toEqual([[1, 1], CHECKOUT.designs]);
  });

  test('undo takes back what came last: an edit made since, then what is held, then an edit before it', () => {
    state().edit('Change title', titled('Shop'));
    state().hold([pay], '0 %');
    state().edit('Add a replica', replicas);
    expect(undoTitle(state())).toBe('Undo add a replica');
    state().undo();
    expect([state().held.length, state().scenario.title, undoTitle(state())]).toEqual([
      1,
      'Shop',
      'Undo take down Payment gateway',
    ]);
    state().undo();
    expect([state().held.length, state().scenario.title]).toEqual([0, 'Shop']);
    state().undo();
    expect(state().scenario).toBe(CHECKOUT);
  });

  test('leaves what was undone to be brought back', () => {
    state().edit('Add a replica', replicas);
    const edited = state().scenario;
    state().undo();
    state().hold([pay], '0 %');
    state().redo();
    expect([state().scenario, state().held.length]).toEqual([edited, 1]);
  });

  test('applied is one step, in the design on the board, and nothing but what is held', () => {
    state().hold([pay], '0 %');
    state().applyWhatIf();
    expect(state().past.map(({ label }) => label)).toEqual(['Take down Payment gateway']);
    expect(state().scenario).toEqual(setField(CHECKOUT, 0, 'pay', 'up', '0 %'));
    expect([state().held, state().scenario.designs[1]]).toEqual([[], CHECKOUT.designs[1]]);
    state().undo();
    expect(state().scenario).toBe(CHECKOUT);
  });

  test('lies over what is tried out: an edit applies only that, applying applies both in one step', () => {
    state().tryOut('Try a title', titled('Tried'));
    state().hold([pay], '0 %');
    expect([computedScenario(state()).title, upOf('pay')]).toEqual(['Tried', '0 %']);
    state().edit('Add a replica', replicas);
    expect(state().past.map(({ label }) => label)).toEqual(['Try a title', 'Add a replica']);
    expect([state().whatIf, state().held.length, state().scenario.designs[0]?.components['pay']?.up]).toEqual([
      null,
      1,
      '99.95 %',
    ]);
    state().load(CHECKOUT, { documentId: 'test', origin: 'own' });
    state().tryOut('Try a title', titled('Tried'));
    state().hold([pay], '0 %');
    state().applyWhatIf();
    expect(state().past.map(({ label }) => label)).toEqual(['Try a title']);
    expect([state().scenario.title, state().scenario.designs[0]?.components['pay']?.up]).toEqual(['Tried', '0 %']);
  });

  test('goes with what no design has any more', () => {
    state().hold([db], '0 %');
    state().edit('Delete', (scenario, design) => removeItems(scenario, design, only({ components: ['db'] })));
    expect([state().held, isWhatIf(state())]).toEqual([[], false]);
    state().hold([pay], '0 %');
    state().edit('Delete', (scenario, design) => removeItems(scenario, design, only({ components: ['pay'] })));
    expect(state().held.length).toBe(1);
  });

  test('is forgotten with the document, and a click is a click again', () => {
    state().chooseTool('down');
    state().hold([pay], '0 %');
    state().discardWhatIf();
    expect([state().tool, state().held]).toEqual(['select', []]);
    state().hold([pay], '0 %');
    state().load(CHECKOUT, { documentId: 'other', origin: 'own' });
    expect(isWhatIf(state())).toBe(false);
  });
});

describe('the view', () => {
  test('selecting what is selected changes nothing, so that a name being typed stays open', () => {
    state().select(app);
    state().startRenaming('app');
    const before = state().selection;
    state().select({ components: ['app'] });
    expect([state().selection, state().renaming]).toEqual([before, 'app']);
    expect(state().selection).toBe(before);
    state().select({ components: ['db'] });
    expect(state().renaming).toBeNull();
  });

  test('a number leads to its field, also in another design, and a what-if stays', () => {
    state().tryOut('Try a title', titled('Tried'));
    state().leadTo(['designs', 1, 'components', 'pay2', 'up']);
    expect([state().design, state().selection.components, state().inspectorOpen]).toEqual([1, ['pay2'], true]);
    expect(state().focusField?.path.at(-1)).toBe('up');
    expect(state().whatIf).not.toBeNull();
  });

  test('the same notice twice stands there once', () => {
    for (let time = 0; time < 2; time++) state().notify({ level: 'info', text: 'Copied.' });
    expect(state().notices.filter(({ text }) => text === 'Copied.').length).toBe(1);
  });
});

describe('opening', () => {
  test('a link or an example becomes an own document with the first edit', () => {
    state().load(CHECKOUT, { documentId: 'new', origin: 'link' });
    state().select(app);
    expect(state().origin).toBe('link');
    state().edit('Change title', titled('Shop'));
    expect(state().origin).toBe('own');
  });

  test('positions that were found for it are no edit', () => {
    const { at: _, ...unplaced } = CHECKOUT;
    state().load(unplaced, { documentId: 'new', origin: 'link' });
    expect(needsLayout(state())).toBe(true);
    state().place(CHECKOUT.at ?? {});
    expect([needsLayout(state()), state().origin, state().past.length]).toEqual([false, 'link', 0]);
  });
});
