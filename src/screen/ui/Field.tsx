import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './field.module.css';
import { useScrub, type Scrub } from './useScrub.ts';

interface FieldProps {
  /** Of the control inside; its error has the id `<id>-error`. */
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  /** Where the value can be dragged by its label. */
  readonly scrub?: Scrub | undefined;
  /** The label above a wide control. */
  readonly stacked?: boolean | undefined;
  readonly children: ReactNode;
}

/** A row of a form: label, control, and what is wrong with it in its place. */
export function Field({ id, label, help, error, scrub, stacked = false, children }: FieldProps) {
  const dragging = useScrub(scrub);
  return (
    <div className={classNames(styles['field'], stacked && styles['stacked'])} title={help}>
      <label htmlFor={id} className={styles['label']} data-scrub={scrub !== undefined || undefined} {...dragging}>
        {label}
      </label>
      <div className={styles['control']}>{children}</div>
      {error !== undefined && (
        <p id={errorId(id)} className={styles['error']} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

/** The id of what is wrong with a control, for its `aria-describedby`. */
export const errorId = (id: string): string => `${id}-error`;
