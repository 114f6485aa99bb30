import { useState, type ReactNode } from 'react';
import type { Field, Section } from '../../model/kinds/field.ts';
import { SECTION_LABELS } from '../../words/terms.ts';
import { board } from '../../store/board.ts';
import { shownDesign } from '../../store/selectors.ts';
import { isUsed, type FieldOwner } from '../../store/fields.ts';
import { Button } from '../ui/Button.tsx';
import { FieldRow } from './FieldRow.tsx';
import { Folded, Part } from './Part.tsx';
import { PlacementRow } from './PlacementRow.tsx';
import { TimeRow } from './time/TimeRow.tsx';
import { UpRow } from './UpRow.tsx';

interface RowsProps {
  readonly owner: FieldOwner;
  readonly fields: readonly Field[];
}

interface FieldSectionsProps extends RowsProps {
  /** What follows from the fields: stands between those that are open and those that are folded. */
  readonly children?: ReactNode;
}

interface Group {
  readonly section: Section;
  readonly fields: readonly Field[];
}

function groupsOf(fields: readonly Field[]): Group[] {
  const sections = [...new Set(fields.map((field) => field.section))];
  return sections.map((section) => ({ section, fields: fields.filter((field) => field.section === section) }));
}

/** The offered fields: the first section and those where something is written, or wrong, stand open; the rest is folded. */
export function FieldSections({ owner, fields, children }: FieldSectionsProps) {
  const groups = groupsOf(fields.filter((field) => field.computed));
  // Decided once: a field must not move away under the hand that has just filled it in.
  const [open] = useState(() => {
    const state = board.getState();
    const anyDomains = Object.keys(shownDesign(state)?.domains ?? {}).length > 0;
    const inSight = (field: Field): boolean => (anyDomains && isPlacement(field)) || isUsed(state, owner, field);
    return new Set(groups.filter((group, index) => index === 0 || group.fields.some(inSight)).map((g) => g.section));
  });
  const folded = groups.filter((group) => !open.has(group.section));
  return (
    <>
      {groups
        .filter((group) => open.has(group.section))
        .map((group) => (
          <Part key={group.section} title={SECTION_LABELS[group.section]}>
            <Rows owner={owner} fields={group.fields} />
          </Part>
        ))}
      {children}
      {folded.map((group) => (
        <Folded key={group.section} title={SECTION_LABELS[group.section]}>
          <Rows owner={owner} fields={group.fields} />
        </Folded>
      ))}
    </>
  );
}

/** Of the domains of a design, those that something stands in. */
const isPlacement = ({ edit }: Field): boolean => edit.shape === 'references' && edit.to === 'domains';

function Rows({ owner, fields }: RowsProps) {
  const scales = owner.ids.length === 1 && fields.some(({ section }) => section === 'scaling');
  return (
    <>
      {fields.map((field) =>
        isPlacement(field) ? (
          <PlacementRow key={field.key} owner={owner} field={field} />
        ) : field.edit.shape === 'up' && owner.ids.length === 1 ? (
          <UpRow key={field.key} owner={owner} field={field} />
        ) : field.edit.shape === 'time' && owner.ids.length === 1 ? (
          <TimeRow key={field.key} owner={owner} field={field} />
        ) : (
          <FieldRow key={field.key} owner={owner} field={field} />
        ),
      )}
      {scales && <Button onClick={() => board.getState().openDialog('load-test')}>Fit a load test</Button>}
    </>
  );
}
