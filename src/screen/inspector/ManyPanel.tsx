import { LINING_UP } from '../../commands/arranging.ts';
import { commandOf, runCommand } from '../../commands/registry.ts';
import type { Selection } from '../../model/edit/selection.ts';
import { CALL_FIELDS, isOffered } from '../../model/kinds/call.ts';
import { DOMAIN_FIELDS } from '../../model/kinds/domain.ts';
import type { Field } from '../../model/kinds/field.ts';
import { KIND_SPECS } from '../../model/kinds/kinds.ts';
import { callIds, type Design, type Kind } from '../../model/scenario.ts';
import { useShallow } from 'zustand/react/shallow';
import { useBoard } from '../../store/board.ts';
import { shownComponent, shownDesign } from '../../store/selectors.ts';
import { counted } from '../../words/figure-titles.ts';
import { Button } from '../ui/Button.tsx';
import { FieldSections } from './FieldSections.tsx';
import styles from './inspector.module.css';
import { Part } from './Part.tsx';

/** Several things at once: what they share, edited for all of them in one step. */
export function ManyPanel({ selection }: { readonly selection: Selection }) {
  const { components, calls, texts, domains } = selection;
  const kinds = useBoard(useShallow((state) => [...new Set(components.map((id) => shownComponent(state, id)?.kind))]));
  const sharedCallFields = useBoard(useShallow((state) => callFields(shownDesign(state), calls)));
  const part = components.length > 0 ? 'components' : domains.length > 0 ? 'domains' : 'calls';
  const owner = { part, ids: selection[part] } as const;
  const fields = {
    components: sharedFields(kinds.filter((kind) => kind !== undefined)),
    domains: DOMAIN_FIELDS.filter(({ key }) => key !== 'in'),
    calls: sharedCallFields,
  }[part];
  const title = [
    counted(components.length, 'component'),
    counted(domains.length, 'domain'),
    counted(calls.length, 'call'),
    counted(texts.length, 'text'),
  ]
    .filter((each) => each !== '')
    .join(', ');
  return (
    <>
      <header className={styles['head']}>
        <h2>{title}</h2>
        <p>What they share; a change holds for all of them</p>
      </header>
      {components.length + texts.length > 1 && <Arrange />}
      {owner.ids.length > 0 && <FieldSections key={`${part} ${kinds.join()}`} owner={owner} fields={fields} />}
    </>
  );
}

const offers = (kind: Kind, key: string): boolean =>
  KIND_SPECS[kind].fields.some((field) => field.key === key && field.computed);

/** The fields that all of the kinds have, in the order of the first. */
function sharedFields(kinds: readonly Kind[]): readonly Field[] {
  const [first, ...rest] = kinds;
  if (first === undefined) return [];
  return KIND_SPECS[first].fields.filter((field) => rest.every((kind) => offers(kind, field.key)));
}

/** The fields that are offered for each of the calls. */
function callFields(design: Design | null, ids: readonly string[]): readonly Field[] {
  if (design === null || ids.length === 0) return [];
  const known = callIds(design.calls ?? []);
  const calls = ids.flatMap((id) => design.calls?.[known.indexOf(id)] ?? []);
  return CALL_FIELDS.filter((field) => calls.every((call) => isOffered(field, call, design)));
}

function Arrange() {
  const possible = useBoard(useShallow((state) => LINING_UP.map(([id]) => commandOf(id).when(state))));
  return (
    <Part title="Arrange">
      <div className={styles['arrange']}>
        {LINING_UP.map(([id, icon], index) => (
          <Button
            key={id}
            icon={icon}
            label={commandOf(id).title}
            disabled={possible[index] !== true}
            onClick={() => void runCommand(id)}
          />
        ))}
      </div>
    </Part>
  );
}
