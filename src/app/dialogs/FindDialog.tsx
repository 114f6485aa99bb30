import { DOMAIN_SPECS } from '../../model/kinds/domain.ts';
import { KIND_SPECS } from '../../model/kinds/kinds.ts';
import { Dialog } from '../../screen/ui/Dialog.tsx';
import { board } from '../../store/board.ts';
import { shownDesign, shownScenario } from '../../store/selectors.ts';
import { domainName, nameOf } from '../../words/names.ts';
import { PickList, type Pick } from './PickList.tsx';

type Sort = 'components' | 'domains' | 'texts';
const pickId = (sort: Sort, id: string): string => `${sort} ${id}`;

function picks(): Pick[] {
  const state = board.getState();
  const components = Object.entries(shownDesign(state)?.components ?? {}).map(([id, component]) => ({
    id: pickId('components', id),
    title: nameOf(id, component),
    about: KIND_SPECS[component.kind].label,
  }));
  const design = shownDesign(state);
  const domains = Object.entries(design?.domains ?? {}).map(([id, { kind }]) => ({
    id: pickId('domains', id),
    title: design === null ? id : domainName(design, id),
    about: DOMAIN_SPECS[kind].label,
  }));
  const texts = Object.entries(shownScenario(state).texts ?? {}).map(([id, { text }]) => ({
    id: pickId('texts', id),
    title: text,
    about: 'Text',
  }));
  return [...components, ...domains, ...texts];
}

function show(picked: string): void {
  const state = board.getState();
  state.closeDialog();
  const [sort = '', ...rest] = picked.split(' ');
  const id = rest.join(' ');
  state.select({ [sort]: [id] });
  state.viewport?.centreOf(id);
}

/** Finds a component, a domain or a note by its name, and goes there. */
export function FindDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Find a component" onClose={onClose} bare>
      <PickList label="Find a component" picks={picks()} none="Nothing on this board is called that." onPick={show} />
    </Dialog>
  );
}
