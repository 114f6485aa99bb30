import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import styles from './stepper.module.css';

interface StepperProps {
  /** What is stepped, such as "replicas". */
  readonly label: string;
  readonly onStep: (by: 1 | -1) => void;
  readonly lessDisabled?: boolean;
  readonly children: ReactNode;
}

/** A value between − and +, for fingers. */
export function Stepper({ label, onStep, lessDisabled = false, children }: StepperProps) {
  return (
    <span className={styles['stepper']}>
      <Button icon="Minus" label={`Less: ${label}`} disabled={lessDisabled} onClick={() => onStep(-1)} />
      <span className={styles['value']}>{children}</span>
      <Button icon="Plus" label={`More: ${label}`} onClick={() => onStep(1)} />
    </span>
  );
}
