import { useState, type ReactNode } from 'react';
import { Icon } from '../ui/Icon.tsx';
import styles from './inspector.module.css';

interface PartProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A part of the inspector under its heading. */
export function Part({ title, children }: PartProps) {
  return (
    <section className={styles['part']}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** A part that is folded until it is asked for. */
export function Folded({ title, children, open = false }: PartProps & { readonly open?: boolean }) {
  return (
    <details className={styles['folded']} open={open}>
      <Summary title={title} />
      {children}
    </details>
  );
}

/** The same for what is only worked out once it is asked for. */
export function FoldedLate({ title, children }: PartProps) {
  const [asked, setAsked] = useState(false);
  return (
    <details className={styles['folded']} onToggle={(event) => setAsked(event.currentTarget.open)}>
      <Summary title={title} />
      {asked && children}
    </details>
  );
}

const Summary = ({ title }: { readonly title: string }) => (
  <summary>
    <h3>{title}</h3>
    <Icon name="ChevronRight" size="0.875rem" />
  </summary>
);
