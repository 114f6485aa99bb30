import { useEffect, useRef } from 'react';
import { changeDomainKind, removeDomain, renameDomain } from '../../model/edit/domains.ts';
import { DOMAIN_FIELDS, DOMAIN_KINDS, DOMAIN_SPECS } from '../../model/kinds/domain.ts';
import type { Domain } from '../../model/scenario.ts';
import { board, useBoard } from '../../store/board.ts';
import { liveText } from '../../store/live-text.ts';
import { domainPartOf, isBinding, shownDesign, shownDomain } from '../../store/selectors.ts';
import { BINDING_TAG } from '../../words/views.ts';
import { domainName } from '../../words/names.ts';
import { sharesText } from '../../words/numbers.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { TextInput } from '../ui/QuantityInput.tsx';
import { Cell } from './Cell.tsx';
import { FieldCell } from './FieldCell.tsx';
import { removeRow } from './grid-keys.ts';
import styles from './outline.module.css';

const [UP, IN] = [DOMAIN_FIELDS.find(({ key }) => key === 'up'), DOMAIN_FIELDS.find(({ key }) => key === 'in')];
const KIND_OPTIONS = DOMAIN_KINDS.map((kind) => ({ value: kind, label: DOMAIN_SPECS[kind].label }));

interface DomainCellsProps {
  readonly id: string;
  readonly domain: Domain;
  readonly name: string;
}

/** A domain: its name and kind, how often it is up, what it stands in, and what it causes. */
export function DomainRow({ id }: { readonly id: string }) {
  const domain = useBoard((state) => shownDomain(state, id));
  const name = useBoard((state) => {
    const design = shownDesign(state);
    return design === null ? id : domainName(design, id);
  });
  const selected = useBoard((state) => state.selection.domains.includes(id));
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (selected && row.current?.contains(document.activeElement) === false)
      row.current.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  if (domain === null || UP === undefined || IN === undefined) return null;
  const owner = { part: 'domains', ids: [id] } as const;
  return (
    <tbody data-domain-row={id}>
      <tr ref={row} aria-selected={selected} className={styles['component']}>
        <NameAndKind id={id} domain={domain} name={name} />
        <Cell label="" className={styles['none']} />
        <Cell label="" className={styles['none']} />
        <FieldCell owner={owner} field={UP} of={name} />
        <FieldCell owner={owner} field={IN} of={name} captioned />
        <Causes id={id} />
        <Cell label="" className={styles['actions']}>
          <Button
            variant="quiet"
            tabIndex={-1}
            icon="Trash2"
            label={`Delete ${name}`}
            onClick={(event) =>
              removeRow(event.currentTarget, () =>
                board.getState().edit('Delete', (scenario, design) => removeDomain(scenario, design, id)),
              )
            }
          />
        </Cell>
      </tr>
    </tbody>
  );
}

function NameAndKind({ id, domain, name }: DomainCellsProps) {
  return (
    <>
      <Cell heading label="Name">
        <TextInput
          className={styles['name']}
          tabIndex={-1}
          aria-label={`Name of ${name}`}
          value={domain.name ?? ''}
          absent={name}
          {...liveText('Rename', (typed) => (scenario, design) => renameDomain(scenario, design, id, typed))}
        />
      </Cell>
      <Cell label="Kind">
        <Choice
          tabIndex={-1}
          aria-label={`Kind of ${name}`}
          value={domain.kind}
          options={KIND_OPTIONS}
          onChoose={(value) => {
            const kind = DOMAIN_KINDS.find((each) => each === value);
            if (kind === undefined) return;
            board.getState().edit('Change kind', (scenario, design) => changeDomainKind(scenario, design, id, kind));
          }}
        />
      </Cell>
    </>
  );
}

function Causes({ id }: { readonly id: string }) {
  const share = useBoard((state) => {
    const part = domainPartOf(state, id);
    return part === null || state.lens === 'load' ? '' : sharesText(part.share);
  });
  const binds = useBoard((state) => isBinding(state, id, 'domain'));
  return (
    <Cell label="Causes" className={styles['causes']}>
      {share}
      {binds && <span className={styles['binds']}>{BINDING_TAG}</span>}
    </Cell>
  );
}
