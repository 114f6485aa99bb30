import type { ReactNode } from 'react';
import { classNames } from '../ui/class-names.ts';
import styles from './outline.module.css';

interface CellProps {
  /** The column, said again where rows are drawn as cards. */
  readonly label: string;
  readonly span?: number;
  readonly heading?: boolean;
  readonly className?: string | undefined;
  readonly children?: ReactNode;
}

/** A cell of the grid. It takes the focus itself while one moves about; Enter goes into what it holds. */
export function Cell({ label, span, heading = false, className, children }: CellProps) {
  const Tag = heading ? 'th' : 'td';
  return (
    <Tag
      role={heading ? 'rowheader' : 'gridcell'}
      colSpan={span}
      tabIndex={-1}
      data-cell
      data-label={label}
      className={classNames(styles['cell'], className)}
    >
      {children}
    </Tag>
  );
}
