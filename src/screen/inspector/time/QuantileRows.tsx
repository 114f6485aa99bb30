import { useId, useRef } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { sharesOf, withoutRow, withRow, withShare, type QuantileTable } from '../../../model/edit/time-lists.ts';
import { pathText } from '../../../model/issue.ts';
import type { Field as FieldSpec } from '../../../model/kinds/field.ts';
import type { Time } from '../../../model/scenario.ts';
import { board, useBoard } from '../../../store/board.ts';
import { fieldPath, withField, type FieldOwner } from '../../../store/fields.ts';
import { timeIn } from '../../../store/time-field.ts';
import { shownDesign } from '../../../store/selectors.ts';
import { useField } from '../../../store/useField.ts';
import { QUANTILE, partField, shareRefused } from '../../../words/time-forms.ts';
import { Button } from '../../ui/Button.tsx';
import { errorId } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/QuantityInput.tsx';
import { useScrub } from '../../ui/useScrub.ts';
import { ValueControl } from '../../ui/ValueControl.tsx';
import inspector from '../inspector.module.css';
import styles from './time.module.css';
import { goesToo } from './goes-too.ts';
import { useShown } from './useShown.tsx';

interface QuantileRowsProps {
  readonly owner: FieldOwner;
  readonly field: FieldSpec;
}

const isTable = (time: Time | undefined): time is QuantileTable => typeof time === 'object' && 'quantiles' in time;

type Edit = (label: string, change: (table: QuantileTable) => QuantileTable) => void;

/** A table of measured quantiles: so large a share takes at most so long. */
export function QuantileRows({ owner, field }: QuantileRowsProps) {
  const shares = useBoard(
    useShallow((state) => {
      const written = timeIn(shownDesign(state), owner, field.key);
      return isTable(written) ? sharesOf(written) : [];
    }),
  );
  const [shown, more] = useShown(shares.length, 24, 8);
  const add = useRef<HTMLButtonElement>(null);
  const edit: Edit = (label, change) => {
    board.getState().edit(label, (scenario, design) => {
      const written = timeIn(scenario.designs[design], owner, field.key);
      return isTable(written) ? withField(scenario, design, owner, field.key, change(written)) : scenario;
    });
  };
  return (
    <>
      <table className={styles['quantiles']}>
        <thead>
          <tr>
            <th scope="col">This share</th>
            <th scope="col">within</th>
            <th scope="col">
              <span className="visually-hidden">Delete</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shares.slice(0, shown).map((share, place) => (
            <Row
              // A row keeps the focus while its share is changed.
              // oxlint-disable-next-line react/no-array-index-key
              key={place}
              owner={owner}
              field={field}
              share={share}
              only={shares.length === 1}
              edit={edit}
              onDelete={() => {
                if (goesToo(place, shares.length)) add.current?.focus({ preventScroll: true });
                edit(`Delete ${share}`, (table) => withoutRow(table, share));
              }}
            />
          ))}
        </tbody>
      </table>
      {more}
      <Button ref={add} icon="Plus" className={styles['add']} onClick={() => edit('Add a quantile', withRow)}>
        Add a quantile
      </Button>
    </>
  );
}

interface RowProps extends QuantileRowsProps {
  readonly share: string;
  readonly only: boolean;
  readonly edit: Edit;
  readonly onDelete: () => void;
}

function Row({ owner, field, share, only, edit, onDelete }: RowProps) {
  const id = useId();
  const part = partField(field, `quantiles.${share}`, QUANTILE);
  const { control, problem, scrub } = useField(owner, part);
  const dragging = useScrub(scrub);
  const path = useBoard((state) => pathText(fieldPath(state, owner.part, owner.ids[0] ?? '', part.key)));
  const setShare = (typed: string): void => {
    const refused = (): void => void board.getState().notify({ level: 'warning', text: shareRefused(share, typed) });
    edit('Change the share', (table) => {
      const changed = withShare(table, share, typed);
      if (changed === null) refused();
      return changed ?? table;
    });
  };
  return (
    <>
      <tr data-path={path}>
        <td>
          <TextInput
            className={styles['share']}
            aria-label={`Share of row ${share}`}
            maxLength={50}
            value={share}
            onCommit={setShare}
          />
        </td>
        <td className={inspector['variablevalue']}>
          <ValueControl {...control} id={id} label={`Time of ${share}`} help={part.help} problemId={errorId(id)} />
          {scrub !== undefined && (
            <span className={inspector['grip']} title="Drag to change the value" aria-hidden {...dragging} />
          )}
        </td>
        <td>
          <Button variant="quiet" icon="Trash2" label={`Delete ${share}`} disabled={only} onClick={onDelete} />
        </td>
      </tr>
      {problem !== undefined && (
        <tr>
          <td colSpan={3} className={inspector['problem']}>
            <p id={errorId(id)} role="alert">
              {problem}
            </p>
          </td>
        </tr>
      )}
    </>
  );
}
