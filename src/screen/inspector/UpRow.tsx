import { useState } from 'react';
import { pathText } from '../../model/issue.ts';
import { MTBF, MTTR } from '../../model/kinds/common.ts';
import type { Field as FieldSpec } from '../../model/kinds/field.ts';
import { board, useBoard } from '../../store/board.ts';
import { fieldPath, fieldText, withField, type FieldOwner } from '../../store/fields.ts';
import { Button } from '../ui/Button.tsx';
import { DownButton } from './DownButton.tsx';
import { FieldRow } from './FieldRow.tsx';
import styles from './inspector.module.css';

interface UpRowProps {
  readonly owner: FieldOwner;
  readonly field: FieldSpec;
}

/** How often something is up, as a share of the time or by how long it runs between failures; and how long a repair takes. */
export function UpRow({ owner, field }: UpRowProps) {
  const path = useBoard((state) => pathText(fieldPath(state, owner.part, owner.ids[0] ?? '', field.key)));
  const isTimes = useBoard((state) => fieldText(state, owner, MTBF.key) !== '');
  const [asTimes, setAsTimes] = useState(isTimes);
  const toShare = (): void => {
    setAsTimes(false);
    if (!isTimes) return;
    board
      .getState()
      .edit(`Change ${field.label.toLowerCase()}`, (scenario, design) =>
        withField(scenario, design, owner, field.key, undefined),
      );
  };
  const toTimes = (): void => setAsTimes(true);
  return (
    <div data-path={path}>
      {asTimes || isTimes ? (
        <FieldRow
          owner={owner}
          field={MTBF}
          suffix={<Way says="or a share" title="Write the share of time that it is up" onChoose={toShare} />}
        />
      ) : (
        <FieldRow
          owner={owner}
          field={{ ...field, key: `${field.key}.probability` }}
          suffix={<Way says="or MTBF" title="Write how long it runs between two failures" onChoose={toTimes} />}
        />
      )}
      <FieldRow owner={owner} field={MTTR} />
      <DownButton part={{ of: owner.part === 'domains' ? 'domain' : 'component', id: owner.ids[0] ?? '' }} />
    </div>
  );
}

interface WayProps {
  readonly says: string;
  readonly title: string;
  readonly onChoose: () => void;
}

/** The other way of writing it. */
function Way({ says, title, onChoose }: WayProps) {
  return (
    <Button variant="quiet" className={styles['way']} title={title} onClick={onChoose}>
      {says}
    </Button>
  );
}
