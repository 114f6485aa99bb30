import { KIND_SPECS } from '../../model/kinds/kinds.ts';
import { Dialog } from '../../screen/ui/Dialog.tsx';
import { board } from '../../store/board.ts';
import { shownDesign, shownScenario } from '../../store/selectors.ts';
import { nameOf } from '../../words/names.ts';
import { PickList, type Pick } from './PickList.tsx';

const textId = (id: string): string => `text ${id}`;

function picks(): Pick[] {
  const state = board.getState();
  const components = Object.entries(shownDesign(state)?.components ?? {}).map(([id, component]) => ({
    id,
    title: nameOf(id, component),
    about: KIND_SPECS[component.kind].label,
  }));
  const texts = Object.entries(shownScenario(state).texts ?? {}).map(([id, { text }]) => ({
    id: textId(id),
    title: text,
    about: 'Text',
  }));
  return [...components, ...texts];
}

function show(picked: string): void {
  const state = board.getState();
  state.closeDialog();
  const isText = picked.startsWith('text ');
  const id = isText ? picked.slice(textId('').length) : picked;
  state.select(isText ? { texts: [id] } : { components: [id] });
  state.viewport?.centreOf(id);
}

/** Finds a component or a note by its name, and goes there. */
export function FindDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Find a component" onClose={onClose} bare>
      <PickList label="Find a component" picks={picks()} none="Nothing on this board is called that." onPick={show} />
    </Dialog>
  );
}
